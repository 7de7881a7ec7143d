import MiniSearch, { type SearchResult } from 'minisearch'
import { foldText } from '#shared/base/foldText'
import type { FoundKind, SearchWords } from '#shared/domain/find/wordsOfAccount'
import type { Found, FoundSoFar } from '#shared/ipc/contract'

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
/** How long the index is filled in one go before others get their turn. */
const oneGoMs = 10
/** How long an answer waits for what is not in the index yet. */
const patienceMs = 200
/** Shorter words begin too many others: they are looked for in titles alone. */
const shortWord = 3

export interface SearchWorld {
  /** Gives others their turn between two portions. */
  readonly pause: () => Promise<void>
  /** Milliseconds since some moment. */
  readonly elapsedMs: () => number
}

/**
 * Finds people, findings, evidence and the rest over all accounts of this laptop: from the index, offline,
 * with typing mistakes forgiven, what lies in the current account first. Fills itself in small portions.
 */
export class AccountSearch {
  readonly #search = new MiniSearch<Entry>({
    idField: 'key',
    fields: ['title', 'detail'],
    storeFields: ['kind', 'id', 'accountId', 'comparisonId', 'title', 'detail'],
    processTerm: foldText,
    searchOptions: { boost, prefix: (term) => term.length >= 2, fuzzy: mistakesForgiven, combineWith: 'AND' },
  })
  readonly #keysOf = new Map<string, readonly string[]>()
  readonly #waiting = new Set<string>()
  #filling: Promise<void> | null = null
  #isStarted = false
  /** Keys are not used twice: what was discarded is cleared away only now and then. */
  #generation = 0

  constructor(
    private readonly source: SearchSource,
    private readonly world: SearchWorld,
  ) {}

  /** These accounts say something new, or are gone. Nothing is done before the first search. */
  changed(accountIds: readonly string[]): void {
    if (!this.#isStarted) return
    for (const accountId of accountIds) this.#waiting.add(accountId)
  }

  /** What matches every word of `text`, best first. Without a text it only begins to read. */
  async find(text: string, { current, limit }: { readonly current: string | null; readonly limit: number }): Promise<FoundSoFar> {
    await this.#fill(current)
    const isComplete = this.#filling === null
    if (text.trim() === '') return { found: [], isComplete }
    const isShort = text.trim().split(/\s+/).some((word) => word.length < shortWord)
    const results = this.#search.search(text, {
      fields: isShort ? ['title'] : ['title', 'detail'],
      boostDocument: (_key, _term, stored) => kindWeight[stored?.['kind'] as FoundKind] * (stored?.['accountId'] === current ? currentWeight : 1),
    })
    const found: Found[] = []
    for (const result of results) {
      const each = this.#found(result)
      if (each !== null) found.push(each)
      if (found.length === limit) break
    }
    return { found, isComplete }
  }

  #found(result: SearchResult): Found | null {
    const { kind, id, accountId, comparisonId, title, detail } = result as unknown as Entry
    const account = this.source.account(accountId)
    return account === null ? null : { kind, accountId, accountName: account.name, id, comparisonId, title, detail, words: result.terms }
  }

  /** Waits for the words of the accounts, but not for long: the current account comes first, and the rest follows by itself. */
  async #fill(current: string | null): Promise<void> {
    if (!this.#isStarted) {
      this.#isStarted = true
      if (current !== null) this.#waiting.add(current)
      for (const accountId of this.source.accountIds()) this.#waiting.add(accountId)
    }
    if (this.#waiting.size > 0) this.#filling ??= this.#fillAll().finally(() => (this.#filling = null))
    const since = this.world.elapsedMs()
    while (this.#filling !== null && this.world.elapsedMs() - since < patienceMs) await Promise.race([this.#filling, this.world.pause()])
  }

  async #fillAll(): Promise<void> {
    let since = this.world.elapsedMs()
    // A set that is added to meanwhile goes on with what was added.
    for (const accountId of this.#waiting) {
      this.#waiting.delete(accountId)
      this.#replace(accountId)
      if (this.world.elapsedMs() - since < oneGoMs) continue
      await this.world.pause()
      since = this.world.elapsedMs()
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
