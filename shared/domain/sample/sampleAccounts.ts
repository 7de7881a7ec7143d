import type { Ids } from '../../base/Ids'
import type { Edit } from '../edit/Edit'
import { fleetAccount } from './fleetAccount'
import { bakeryAccount, careAccount, waterAccount } from './otherAccounts'
import { ciderAccount, surveyorsAccount } from './reviewedAccounts'

/**
 * The workspace of an invented independent fleet adviser, as edits on empty accounts. The accounts,
 * people, quotes and weights are invented; the cars and their figures are real and dated.
 * Days count back from `today` (`yyyy-MM-dd`). The same `ids` give the same edits.
 */
export function sampleAccounts(ids: Ids, today: string): readonly { readonly name: string; readonly edits: readonly Edit[] }[] {
  return [fleetAccount(ids, today), bakeryAccount(ids, today), surveyorsAccount(ids, today), waterAccount(ids, today), careAccount(ids, today), ciderAccount(ids, today)]
}
