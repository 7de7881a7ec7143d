import type { Patch } from '#shared/base/jsonPatch'
import type { AccountRow } from '#shared/domain/account/AccountRow'
import type { SearchWords } from '#shared/domain/find/wordsOfAccount'
import type { AccountEvent } from './AccountEvent'
import { emptyFingerprint, type Fingerprint } from './fingerprint'
import type { AccountIndex } from './index/AccountIndex'

/** What a document tells whenever something in it may have changed. */
export interface ToldOfDocument {
  readonly row: AccountRow
  /** null: as before. */
  readonly words: readonly SearchWords[] | null
}

/** Keeps count of what was said about each account, and says what is new. */
export class Announcements {
  readonly #listeners = new Set<(event: AccountEvent) => void>()
  /** Of every account that was shown in this session; the window notices a gap and opens the account again. */
  readonly #revisions = new Map<string, number>()

  constructor(private readonly index: AccountIndex) {}

  on(listener: (event: AccountEvent) => void): () => void {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  emit(event: AccountEvent): void {
    for (const listener of this.#listeners) listener(event)
  }

  revision(accountId: string): number {
    const revision = this.#revisions.get(accountId) ?? 1
    this.#revisions.set(accountId, revision)
    return revision
  }

  wasShown(accountId: string): boolean {
    return this.#revisions.has(accountId)
  }

  changed(accountId: string, patches: readonly Patch[], origin: 'here' | 'team'): void {
    if (patches.length > 0) this.#moveTo(this.revision(accountId) + 1, accountId, patches, origin)
  }

  /** What shows this account must open it again, which a revision left out makes it do. */
  jumped(accountId: string): void {
    if (this.wasShown(accountId)) this.#moveTo(this.revision(accountId) + 2, accountId, [], 'team')
  }

  /** The row of an account as it is now. */
  row(accountId: string, { row, words }: ToldOfDocument, fingerprint: Fingerprint): void {
    // Nothing but changes whose predecessors have not arrived: there is nothing to show yet.
    if (row.changedAt === null) return
    const entry = this.index.get(accountId)
    const before = entry?.row
    this.index.put(accountId, { row, fingerprint, words: words ?? entry?.words ?? [] })
    if (words !== null || before?.name !== row.name || before.isRemoved !== row.isRemoved) this.emit({ kind: 'words', accountId })
    if (JSON.stringify(before) !== JSON.stringify(row)) this.emit({ kind: 'rows', rows: [row], removed: [] })
    if ((before?.conflicts ?? 0) !== row.conflicts) this.emit({ kind: 'conflicted', accountId, count: row.conflicts })
  }

  /** A row that another laptop sent along: better than none, or than an older one. The document overrules it. */
  hint(accountId: string, row: AccountRow): void {
    this.index.put(accountId, { row, fingerprint: emptyFingerprint, words: this.index.get(accountId)?.words ?? [] })
    this.emit({ kind: 'rows', rows: [row], removed: [] })
  }

  /** The vault does not hold this account. */
  gone(accountId: string): void {
    this.index.remove(accountId)
    this.emit({ kind: 'rows', rows: [], removed: [accountId] })
  }

  #moveTo(revision: number, accountId: string, patches: readonly Patch[], origin: 'here' | 'team'): void {
    this.#revisions.set(accountId, revision)
    this.emit({ kind: 'changed', accountId, revision, patches, origin })
  }
}
