import MiniSearch, { type SearchResult } from 'minisearch'
import type { FoundKind, SearchWords } from '#shared/domain/find/wordsOfAccount'
import type { Found } from '#shared/ipc/contract'

interface Entry extends SearchWords {
  readonly key: string
  readonly accountId: string
}

/** Where the words of the accounts come from; nothing is opened to answer. */
export interface SearchSource {
  readonly accountIds: () => readonly string[]
  /** null where the account is gone or off the list. */
  readonly account: (accountId: string) => { readonly name: string; readonly words: readonly SearchWords[] } | null
}

/** The name of an account counts more than a sentence in it. */
const boost = { title: 3, detail: 1 }
const kindWeight: { readonly [kind in FoundKind]: number } = { account: 4, person: 2, comparison: 1.5, option: 1.2, need: 1, finding: 1, evidence: 1, question: 1, promise: 1 }
const currentWeight = 5
/** Accounts put into the index in one go before others get their turn. */
const accountsInOneGo = 20

/**
 * Finds people, findings, evidence and the rest over all accounts of this laptop: from the index, offline,
 * with typing mistakes forgiven, what lies in the current account first. Fills itself in small portions.
 */
export class AccountSearch {
  readonly #search = new MiniSearch<Entry>({
    idField: 'key',
    fields: ['title', 'detail'],
    storeFields: ['kind', 'id', 'accountId', 'comparisonId', 'title', 'detail'],
    searchOptions: { boost, prefix: (term) => term.length >= 2, fuzzy: mistakesForgiven, combineWith: 'AND' },
  })
  readonly #keysOf = new Map<string, readonly string[]>()
  readonly #waiting = new Set<string>()
  #filling: Promise<void> | null = null
  #isStarted = false
  /** Keys are not used twice: what was discarded is cleared away only now and then. */
  #generation = 0

  /** `pause` gives others their turn between two portions. */
  constructor(
    private readonly source: SearchSource,
    private readonly pause: () => Promise<void>,
  ) {}

  /** These accounts say something new, or are gone. Nothing is done before the first search. */
  changed(accountIds: readonly string[]): void {
    if (!this.#isStarted) return
    for (const accountId of accountIds) this.#waiting.add(accountId)
  }

  /** What matches every word of `text`, best first. */
  async find(text: string, { current, limit }: { readonly current: string | null; readonly limit: number }): Promise<readonly Found[]> {
    await this.#fill()
    if (text.trim() === '') return []
    const results = this.#search.search(text, {
      boostDocument: (_key, _term, stored) => kindWeight[stored?.['kind'] as FoundKind] * (stored?.['accountId'] === current ? currentWeight : 1),
    })
    return results.flatMap((result) => this.#found(result) ?? []).slice(0, limit)
  }

  #found(result: SearchResult): Found | null {
    const { kind, id, accountId, comparisonId, title, detail } = result as unknown as Entry
    const account = this.source.account(accountId)
    return account === null ? null : { kind, accountId, accountName: account.name, id, comparisonId, title, detail }
  }

  async #fill(): Promise<void> {
    if (!this.#isStarted) {
      this.#isStarted = true
      for (const accountId of this.source.accountIds()) this.#waiting.add(accountId)
    }
    this.#filling ??= this.#fillAll().finally(() => (this.#filling = null))
    await this.#filling
  }

  async #fillAll(): Promise<void> {
    while (this.#waiting.size > 0) {
      for (const accountId of [...this.#waiting].slice(0, accountsInOneGo)) {
        this.#waiting.delete(accountId)
        this.#replace(accountId)
      }
      if (this.#waiting.size > 0) await this.pause()
    }
  }

  #replace(accountId: string): void {
    this.#search.discardAll([...(this.#keysOf.get(accountId) ?? [])])
    this.#keysOf.delete(accountId)
    const words = this.source.account(accountId)?.words ?? []
    if (words.length === 0) return
    this.#generation += 1
    const entries = words.map((word, index) => ({ ...word, key: `${accountId}:${this.#generation}:${index}`, accountId }))
    this.#search.addAll(entries)
    this.#keysOf.set(accountId, entries.map(({ key }) => key))
  }
}

/** In letters; two that changed places count as two. */
function mistakesForgiven(term: string): number | false {
  if (term.length < 4) return false
  return term.length < 6 ? 1 : 2
}
