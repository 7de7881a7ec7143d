import { placeKey, type AccountFact } from './AccountFact'
import type { HistoryEntry, HistoryGroup } from './HistoryEntry'

/** One author's changes to one field this close together are one row. */
const groupedSeconds = 5 * 60

/** Groups entries that follow each other, newest first: typing with pauses is one row. */
export function groupHistory(entries: readonly HistoryEntry[]): readonly HistoryGroup[] {
  const groups: HistoryEntry[][] = []
  for (const entry of entries) {
    const group = groups.at(-1)
    const newer = group?.at(-1)
    if (group && newer && belongTogether(newer, entry)) group.push(entry)
    else groups.push([entry])
  }
  return groups.map((group) => ({ entries: group, facts: factsOf(group) }))
}

/** True where an entry continues the same author's work on the same field; `newer` comes right after `older`. */
export function belongTogether(newer: HistoryEntry, older: HistoryEntry): boolean {
  if (newer.author !== older.author || newer.by !== older.by || newer.act === 'resolve' || older.act === 'resolve') return false
  if (newer.joins.length > 0 || newer.at === null || older.at === null) return false
  const place = onlyPlace(newer)
  if (place === null || place !== onlyPlace(older)) return false
  return Math.abs(Date.parse(newer.at) - Date.parse(older.at)) <= groupedSeconds * 1000
}

function onlyPlace(entry: HistoryEntry): string | null {
  const [fact, ...others] = entry.facts
  return fact && others.length === 0 && (fact.kind === 'set' || fact.kind === 'wrote') ? placeKey(fact) : null
}

/** Of a group: from what it was to what it became. */
function factsOf(group: readonly HistoryEntry[]): readonly AccountFact[] {
  const oldestFirst = group.flatMap((entry) => entry.facts).reverse()
  const [first, ...later] = oldestFirst
  if (!first || group.length === 1) return group[0]?.facts ?? []
  return [later.reduce(joined, first)]
}

function joined(first: AccountFact, next: AccountFact): AccountFact {
  if (first.kind === 'set' && next.kind === 'set') return { ...first, after: next.after }
  if (first.kind === 'wrote' && next.kind === 'wrote') return { ...first, inserted: first.inserted + next.inserted, removed: first.removed + next.removed }
  return next
}
