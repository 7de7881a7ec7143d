import { err, ok, type Result } from '../../base/Result'
import type { Account } from '../account/Account'
import { inOrder } from '../schema/order'
import { applyOperations } from './applyOperations'
import type { Edit, EditRefused, GenericEdit, SkippedEdit } from './Edit'
import type { Operation } from './Operation'
import { resolveConflict, type ResolveConflict } from './resolveConflict'
import { toOperations, type Refusal } from './toOperations'

export interface AppliedEdits {
  readonly account: Account
  readonly operations: readonly Operation[]
  /** What brings the account back, guarded: what somebody changed since is passed over. */
  readonly undo: readonly Edit[]
  readonly skipped: readonly SkippedEdit[]
}

/**
 * Computes what a batch of edits does, all or nothing: each edit sees the ones before it. Pure.
 * `now` is UTC ISO text. Refused with the index of the first edit that cannot be done.
 */
export function applyEdits(account: Account, edits: readonly Edit[], now: string): Result<AppliedEdits, EditRefused> {
  let present = account
  const operations: Operation[] = []
  const undo: Edit[] = []
  const skipped: SkippedEdit[] = []
  for (const [index, edit] of edits.entries()) {
    const generic = toGeneric(present, edit)
    if (!generic.ok) return err({ index, ...generic.error })
    for (const step of generic.value) {
      const expansion = step.kind === 'resolveConflict' ? resolveConflict(present, step, now) : toOperations(present, step, now)
      if (!expansion.ok) return err({ index, ...expansion.error })
      present = applyOperations(present, expansion.value.operations)
      operations.push(...expansion.value.operations)
      undo.unshift(...expansion.value.undo)
      if (expansion.value.skipped) skipped.push({ index, ...expansion.value.skipped })
    }
  }
  return ok({ account: present, operations, undo, skipped })
}

/** Expands the verbs with meaning to generic edits. */
function toGeneric(account: Account, edit: Edit): Result<readonly (GenericEdit | ResolveConflict)[], Refusal> {
  switch (edit.kind) {
    case 'agreeWeights':
      return expandWeights(account, edit.comparison, (at, comparison) => [
        ...inOrder(comparison.criteria)
          .filter((criterion) => comparison.agreedPoints[criterion.id] !== criterion.points)
          .map((criterion): GenericEdit => ({ kind: 'set', at, field: 'agreedPoints', key: criterion.id, value: criterion.points })),
        { kind: 'set', at, field: 'agreedOn', value: edit.on },
        { kind: 'set', at, field: 'agreedWith', value: edit.with },
      ])
    case 'resetWeights':
      return expandWeights(account, edit.comparison, (at, comparison) =>
        inOrder(comparison.criteria)
          .filter((criterion) => Object.hasOwn(comparison.agreedPoints, criterion.id) && comparison.agreedPoints[criterion.id] !== criterion.points)
          .map((criterion) => ({ kind: 'set', at: `${at}/criteria/${criterion.id}`, field: 'points', value: comparison.agreedPoints[criterion.id] ?? null })),
      )
    default:
      return ok([edit])
  }
}

function expandWeights(
  account: Account,
  id: string,
  expand: (at: string, comparison: Account['comparisons'][string]) => readonly GenericEdit[],
): Result<readonly GenericEdit[], Refusal> {
  const comparison = account.comparisons[id]
  if (!comparison || comparison.deletedAt !== null) return err({ reason: 'notFound', message: 'This comparison is not in the account any more.' })
  return ok(expand(`comparisons/${id}`, comparison))
}
