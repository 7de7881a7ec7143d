import type { Ids } from '../../../base/Ids'
import type { Account, Criterion, Evidence, Option } from '../../account/Account'
import { applyEdits } from '../../edit/applyEdits'
import type { Edit } from '../../edit/Edit'
import { readAccount } from '../../schema/readAccount'
import type { Scalar } from '../../schema/fields'

type Fields<E> = Partial<{ readonly [K in keyof E]: E[K] & Scalar }>

/** Builds an account with one comparison, edit by edit, for tests. */
export interface ComparisonBuilder {
  readonly comparisonId: string
  option(name: string, fields?: Fields<Option>): string
  criterion(name: string, fields?: Fields<Criterion>): string
  category(criterionId: string, label: string, value: number | null): string
  proof(fields?: Fields<Evidence>): string
  cell(optionId: string, criterionId: string, value: Scalar, ...proofs: readonly string[]): void
  edit(...edits: readonly Edit[]): void
  account(): Account
}

export function buildComparison(ids: Ids, fields: { readonly [name: string]: Scalar } = { currency: 'EUR' }): ComparisonBuilder {
  let account = readAccount({})
  const edit = (...edits: readonly Edit[]): void => {
    const applied = applyEdits(account, edits, '2026-11-21T09:00:00.000Z')
    if (!applied.ok) throw new Error(`${applied.error.index}: ${applied.error.message}`)
    account = applied.value.account
  }
  const add = (place: string, given: object): string => {
    const id = ids.next()
    edit({ kind: 'add', in: place, id, fields: given as Record<string, Scalar>, before: null })
    return id
  }
  const comparisonId = add('comparisons', fields)
  const at = `comparisons/${comparisonId}`
  return {
    comparisonId,
    edit,
    account: () => account,
    option: (name, given = {}) => add(`${at}/options`, { name, ...given }),
    criterion: (name, given = {}) => add(`${at}/criteria`, { name, ...given }),
    category: (criterionId, label, value) => add(`${at}/criteria/${criterionId}/categories`, { label, value }),
    proof: (given = {}) => add('evidence', { kind: 'thirdParty', observedOn: '2026-11-01', cleared: true, ...given }),
    cell(optionId, criterionId, value, ...proofs) {
      edit({ kind: 'set', at, field: 'cellValue', key: `${optionId}:${criterionId}`, value })
      for (const proof of proofs) edit({ kind: 'set', at, field: 'cellEvidence', key: `${optionId}:${criterionId}:${proof}`, value: true })
    },
  }
}
