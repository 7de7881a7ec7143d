import { inOrder } from '../schema/order'
import type { Account } from './Account'

/** One line of the accounts list, answered from the index without opening a document. */
export interface AccountRow {
  readonly accountId: string
  readonly name: string
  readonly industry: string
  readonly status: Account['profile']['status']
  readonly isSample: boolean
  readonly comparisons: number
  /** Cells of all comparisons that nobody knows yet. */
  readonly unknowns: number
  readonly conflicts: number
  /** When somebody last changed it, UTC ISO text; a claim of that laptop's clock. */
  readonly changedAt: string | null
}

/** The row of an account. `conflicts` and `changedAt` are the document's to know. */
export function accountRow(accountId: string, account: Account, conflicts: number, changedAt: string | null): AccountRow {
  const comparisons = inOrder(account.comparisons)
  return {
    accountId,
    name: account.profile.name,
    industry: account.profile.industry,
    status: account.profile.status,
    isSample: account.profile.sample,
    comparisons: comparisons.length,
    unknowns: comparisons.reduce((sum, comparison) => sum + countUnknowns(comparison), 0),
    conflicts,
    changedAt,
  }
}

/** Cells without a value, of the options still looked at; the newcomer is nobody we know and is not counted. */
export function countUnknowns(comparison: Account['comparisons'][string]): number {
  const options = inOrder(comparison.options).filter((option) => option.kind !== 'newcomer' && option.setAsideOn === null)
  const criteria = inOrder(comparison.criteria)
  return options.reduce(
    (sum, option) => sum + criteria.filter((criterion) => (comparison.cellValue[`${option.id}:${criterion.id}`] ?? null) === null).length,
    0,
  )
}
