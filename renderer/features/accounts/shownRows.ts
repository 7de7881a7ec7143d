import { foldText } from '#shared/base/foldText'
import type { AccountRow } from '#shared/domain/account/AccountRow'
import { accountStatusWords } from '../../ui/words'
import type { AccountColumn } from './accountColumns'
import { nextMeeting } from './rowWords'

/** Which accounts are shown: all on the list, those of one status, or those taken off it. */
export type ListFilter = 'all' | AccountRow['status'] | 'offList'

export interface Sorting {
  readonly column: AccountColumn
  readonly isDescending: boolean
}

/** The rows that hold every word of the query and have the status, in the order asked for. */
export function shownRows(rows: readonly AccountRow[], { query, filter, sorting, now }: { readonly query: string; readonly filter: ListFilter; readonly sorting: Sorting; readonly now: string }): readonly AccountRow[] {
  const words = foldText(query)
    .split(/\s+/)
    .filter((word) => word !== '')
  const found = rows.filter((row) => {
    if (filter !== 'all' && filter !== 'offList' && row.status !== filter) return false
    if (words.length === 0) return true
    const text = foldText(`${row.name} ${row.industry} ${row.question} ${row.domain} ${row.owner} ${accountStatusWords[row.status]}`)
    return words.every((word) => text.includes(word))
  })
  const key = keys[sorting.column]
  return found
    .map((row) => ({ row, key: key(row, now) }))
    .sort((one, other) => compare(one.key, other.key, sorting.isDescending) || names.compare(one.row.name, other.row.name))
    .map(({ row }) => row)
}

type Key = string | number | null

/** What a column is sorted by; null where it says nothing. */
const keys: { readonly [Column in AccountColumn]: (row: AccountRow, now: string) => Key } = {
  account: (row) => row.name.trim() || null,
  status: (row) => Object.keys(accountStatusWords).indexOf(row.status),
  owner: (row) => row.owner.trim() || null,
  meeting: (row, now) => nextMeeting(row, now)?.startsAt ?? null,
  due: (row) => row.nextDueOn,
  unknowns: (row) => row.unknowns,
  review: (row) => (row.review === 'none' ? null : ['changesAsked', 'waiting', 'approved'].indexOf(row.review)),
  changed: (row) => row.changedAt,
}

const names = new Intl.Collator('en', { numeric: true, sensitivity: 'base' })

/** What says nothing comes last, whichever way round. */
function compare(one: Key, other: Key, isDescending: boolean): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null)
  const order = typeof one === 'string' && typeof other === 'string' ? (isMoment(one) ? (one < other ? -1 : Number(one > other)) : names.compare(one, other)) : Number(one) - Number(other)
  return isDescending ? -order : order
}

function isMoment(text: string): boolean {
  return /^\d{4}-\d\d-\d\d/.test(text)
}
