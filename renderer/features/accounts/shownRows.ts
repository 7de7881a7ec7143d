import type { AccountRow } from '#shared/domain/account/AccountRow'
import { accountStatusWords } from '../../ui/words'

/** The rows that hold every word of the query, newest change first. */
export function filterRows(rows: readonly AccountRow[], query: string): readonly AccountRow[] {
  const words = fold(query)
    .split(/\s+/)
    .filter((word) => word !== '')
  return rows
    .filter((row) => {
      const text = fold(`${row.name} ${row.industry} ${accountStatusWords[row.status]}`)
      return words.every((word) => text.includes(word))
    })
    .sort((a, b) => (b.changedAt ?? '').localeCompare(a.changedAt ?? '') || a.name.localeCompare(b.name, 'en', { numeric: true }))
}

/** Small letters without accents: "Île" is found by "ile". */
function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}
