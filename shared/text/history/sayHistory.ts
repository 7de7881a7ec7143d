import type { Account } from '../../domain/account/Account'
import type { AccountFact } from '../../domain/history/AccountFact'
import type { HistoryGroup } from '../../domain/history/HistoryEntry'
import { formatCount, formatList } from '../format'
import { sayFact } from './sayFact'

/** Facts as sentences, so many at most, and how many were left out. */
export interface SaidFacts {
  readonly sentences: readonly string[]
  readonly more: number
}

/** So many sentences say enough about one step; an import has hundreds. */
const sentenceLimit = 8

/** What a row of the history did. What an entity was made with is part of its making and not told one by one. */
export function sayGroup(account: Account, { entries, facts }: HistoryGroup): SaidFacts {
  const [newest] = entries
  const joined = newest && newest.joins.length > 0 ? [`Brought the work of ${formatList(newest.joins)} together.`] : []
  const told = facts.filter((fact) => !isBookkeeping(fact))
  const { sentences, more } = sayFacts(account, told)
  const said = [...joined, ...sentences]
  if (said.length > 0) return { sentences: said, more }
  return { sentences: [newest?.act === 'resolve' ? 'Kept what showed where two had written different things.' : 'Changed nothing that shows.'], more }
}

/** When something was said in a review, and about which version, is kept with it and read by nobody. */
function isBookkeeping(fact: AccountFact): boolean {
  return 'field' in fact && fact.at.startsWith('reviews/') && (fact.field === 'version' || fact.field.endsWith('At'))
}

/** Facts as sentences: single ones word by word, many of a kind counted. */
export function sayFacts(account: Account, facts: readonly AccountFact[], limit = sentenceLimit): SaidFacts {
  const told = facts.length <= limit ? facts : facts.slice(0, limit - 1)
  return { sentences: told.map((fact) => sayFact(account, fact)), more: facts.length - told.length }
}

/** `and 12 more changes`; empty where nothing was left out. */
export function sayMore(more: number): string {
  return more === 0 ? '' : `and ${formatCount(more, 'more change')}`
}
