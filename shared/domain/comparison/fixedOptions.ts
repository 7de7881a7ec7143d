import { err, ok, type Result } from '../../base/Result'
import type { OptionKind } from '../account/Account'
import { fixedOptionKinds } from '../account/accountSchema'
import type { Edit } from '../edit/Edit'

/** True for stay as is, in-house and newcomer: they sit in every comparison. */
export function isFixedOption(kind: OptionKind): boolean {
  return fixedOptionKinds.some((fixed) => fixed === kind)
}

/** A fixed option can only be argued away, with a reason the buyer reads; every other one can be removed. */
export function canRemoveOption(option: { readonly kind: OptionKind }): boolean {
  return !isFixedOption(option.kind)
}

/** Puts an option aside. Refused without a reason: the buyer sees what was left out and why. */
export function setAsideEdits(comparisonId: string, optionId: string, reason: string, today: string): Result<readonly Edit[], 'reasonMissing'> {
  const at = `comparisons/${comparisonId}/options/${optionId}`
  const words = reason.trim()
  if (words === '') return err('reasonMissing')
  return ok([
    { kind: 'set', at, field: 'setAsideOn', value: today },
    { kind: 'set', at, field: 'setAsideReason', value: words },
  ])
}

/** Brings an option back; its reason goes too, since it no longer holds. */
export function bringBackEdits(comparisonId: string, optionId: string): readonly Edit[] {
  const at = `comparisons/${comparisonId}/options/${optionId}`
  return [
    { kind: 'set', at, field: 'setAsideOn', value: null },
    { kind: 'set', at, field: 'setAsideReason', value: '' },
  ]
}
