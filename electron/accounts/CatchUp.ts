import type { AccountProgress } from '#shared/ipc/contract'
import { logToken, type Log } from '../platform/Log'
import type { RowHint, Vault } from '../vault/Vault'
import type { AccountFiles } from './AccountFiles'
import type { Announcements } from './Announcements'
import { Background } from './Background'
import { fingerprintOf } from './fingerprint'
import type { AccountIndex } from './index/AccountIndex'
import type { KeyedQueue } from './KeyedQueue'
import type { OpenDocuments } from './OpenDocuments'
import { decodeRow } from './rowHint'

export interface CatchUpWorld {
  readonly vault: Vault
  readonly index: AccountIndex
  readonly documents: OpenDocuments
  readonly files: AccountFiles
  readonly announcements: Announcements
  readonly queue: KeyedQueue
  readonly log: Log
  /** Resolves when nobody waits for an answer. */
  readonly whenIdle: () => Promise<void>
}

/**
 * Brings accounts to what the vault has: an open one at once, the others in the background, one at a time and after
 * everything somebody waits for. Until an account's turn has come the list shows the row that its pack brought along.
 */
export class CatchUp {
  readonly #background: Background
  /** Accounts whose stored changes are about to be merged: one more pack with them needs no second turn. */
  readonly #refreshing = new Set<string>()
  /** False once an account could not be brought to what the vault has: its row is not to be trusted later. */
  #isComplete = true
  #listing: Promise<void> = Promise.resolve()
  #isStopped = false
  #stopListening: () => void = () => undefined

  constructor(private readonly world: CatchUpWorld) {
    this.#background = new Background({
      work: (accountId) => this.unattended(this.#catchUp(accountId)),
      whenIdle: world.whenIdle,
      onProgress: () => world.announcements.emit({ kind: 'progress' }),
    })
  }

  get isEmpty(): boolean {
    return this.#background.isEmpty
  }

  progress(): AccountProgress {
    const total = this.world.vault.accountIds().length
    return { upToDate: Math.max(0, total - this.#background.left.length), total }
  }

  /** Listens from now on, and takes up what the index cannot vouch for, and accounts whose file somebody deleted. */
  start(withoutFile: readonly string[]): void {
    const { vault, index } = this.world
    this.#stopListening = vault.onReceived(({ accountIds, rows }) => {
      this.takeRowHints(rows)
      this.#receive(accountIds)
    })
    const held = new Set(vault.accountIds())
    for (const accountId of index.accountIds()) if (!held.has(accountId)) this.world.announcements.gone(accountId)
    this.#listing = this.unattended(this.#listUnknown([...held].filter((accountId) => !index.get(accountId))))
    const missing = new Set(withoutFile)
    this.#background.add([...held].filter((accountId) => missing.has(accountId) || !this.#isUpToDate(accountId)))
  }

  /** Finishes the account at hand; what is left is done after the next start. Answers whether all rows are right or marked. */
  async stop(): Promise<boolean> {
    this.#isStopped = true
    this.#stopListening()
    const left = await this.#background.stop()
    await this.#listing
    for (const accountId of left) this.world.index.distrust(accountId)
    return this.#isComplete
  }

  async settled(): Promise<void> {
    await this.#listing
    await this.#background.settled()
  }

  /** Brings one account to what the vault has, now. */
  bring(accountId: string): Promise<void> {
    return this.unattended(this.#catchUp(accountId))
  }

  /** Rows as other laptops saw them: shown for accounts that are not open here until their documents say more. */
  takeRowHints(hints: readonly RowHint[]): void {
    for (const { accountId, bytes } of hints) {
      const row = decodeRow(accountId, bytes)
      if (row === null || this.world.documents.has(accountId)) continue
      const known = this.world.index.get(accountId)?.row
      // A hint that is older than what is known here only looks back.
      if (known && (known.changedAt ?? '') >= (row.changedAt ?? '')) continue
      this.world.announcements.hint(accountId, known ? { ...row, conflicts: known.conflicts } : row)
    }
  }

  /** A bug in work that nobody waits for must not keep the other accounts waiting. */
  async unattended(work: Promise<void>): Promise<void> {
    try {
      await work
    } catch (error) {
      this.#isComplete = false
      this.world.log.error('accounts.bug', { name: logToken(error instanceof Error ? error.name : 'unknown') })
    }
  }

  /** After a lost index the list is there again long before every document has been read. */
  async #listUnknown(accountIds: readonly string[]): Promise<void> {
    for (const accountId of accountIds) {
      if (this.#isStopped) return
      const row = await this.world.vault.newestRow(accountId)
      if (!row.ok) return
      if (row.value !== null && !this.world.index.get(accountId)) this.takeRowHints([{ accountId, bytes: row.value }])
    }
  }

  #receive(accountIds: readonly string[]): void {
    const { documents, queue } = this.world
    this.#background.add(accountIds.filter((accountId) => !documents.has(accountId)))
    for (const accountId of accountIds) {
      if (!documents.has(accountId) || this.#refreshing.has(accountId)) continue
      this.#refreshing.add(accountId)
      void this.unattended(queue.run(accountId, () => this.#refresh(accountId)))
    }
  }

  /** Brings an open account to what the vault has now. */
  async #refresh(accountId: string): Promise<void> {
    const { documents, announcements, files } = this.world
    this.#refreshing.delete(accountId)
    const refreshed = await documents.refresh(accountId)
    if (!refreshed.ok) {
      this.#isComplete = false
      return
    }
    announcements.changed(accountId, refreshed.value.patches, 'team')
    announcements.row(accountId, refreshed.value, documents.fingerprint(accountId))
    files.touch(accountId)
  }

  /** Brings an account nobody looks at to what the vault has now, and its file; opens it only if something is new. */
  async #catchUp(accountId: string): Promise<void> {
    const { documents, announcements, index, queue, files } = this.world
    const isInUse = documents.has(accountId)
    await queue.run(accountId, async () => {
      if (documents.has(accountId)) return this.#refresh(accountId)
      // Read here and handed on: a look that finds nothing new opens no document.
      const changes = await documents.changesOf(accountId)
      if (changes.ok && index.get(accountId)?.fingerprint === fingerprintOf(changes.value)) return
      const opened = changes.ok ? await documents.reopen(accountId, changes.value) : changes
      if (!opened.ok) {
        this.#isComplete = false
        return
      }
      announcements.row(accountId, opened.value, documents.fingerprint(accountId))
    })
    await files.write(accountId)
    if (!isInUse && !announcements.wasShown(accountId)) await queue.run(accountId, () => documents.drop(accountId))
  }

  #isUpToDate(accountId: string): boolean {
    const entry = this.world.index.get(accountId)
    return entry !== undefined && this.world.index.trusts(accountId) && entry.file?.fingerprint === entry.fingerprint
  }
}
