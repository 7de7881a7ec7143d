import type { AccountFact } from './AccountFact'

/** What one change of an account says about itself. */
export interface HistoryEntry {
  readonly hash: string
  /** When, as that laptop's clock claimed; UTC ISO text. */
  readonly at: string | null
  /** The author's name as it was then. */
  readonly by: string | null
  /** Stands for the author, whatever the name. */
  readonly author: string | null
  readonly act: string | null
  readonly facts: readonly AccountFact[]
  /** Names of those whose work it brings together, where it is built on more than one line of work; else empty. */
  readonly joins: readonly string[]
}

/** A row of the history: one change, or several of one author to one field shortly after each other. */
export interface HistoryGroup {
  /** Newest first. */
  readonly entries: readonly HistoryEntry[]
  readonly facts: readonly AccountFact[]
}

/** A page of entries, newest first. */
export interface HistoryPage {
  readonly groups: readonly HistoryGroup[]
  /** Where the next page begins; null at the beginning of the account. */
  readonly next: string | null
}
