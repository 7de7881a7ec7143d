import type { Clock } from '#shared/base/Clock'
import type { Ids } from '#shared/base/Ids'
import type { Patch } from '#shared/base/jsonPatch'
import { err, ok, type Result } from '#shared/base/Result'
import type { Account } from '#shared/domain/account/Account'
import type { AccountRow } from '#shared/domain/account/AccountRow'
import type { Edit } from '#shared/domain/edit/Edit'
import type { SearchWords } from '#shared/domain/find/wordsOfAccount'
import type { AccountPage, AccountProgress, Answer, ChangedSince, Collision, CommandAnswer, HistoryRows, Opened } from '#shared/ipc/contract'
import type { Author, DocumentClient, DocumentProblem, EditRequest, PreparedEdit } from '../documents/DocumentClient'
import { skeletonChanges } from '../documents/skeletonChain'
import type { Disk, DiskProblem } from '../platform/Disk'
import type { Log } from '../platform/Log'
import type { BaseDocuments } from '../vault/compaction/CompactionPorts'
import type { RowHint, Vault } from '../vault/Vault'
import type { AppendProblem } from '../vault/VaultProblem'
import type { AccountEvent } from './AccountEvent'
import { accountNotFound, diskFailure, readFailure, storeFailure, vaultClosed, type ReadFailure, type StoreFailure } from './accountFailures'
import { AccountFiles } from './AccountFiles'
import { Announcements, type ToldOfDocument } from './Announcements'
import { createBaseDocuments } from './baseDocuments'
import { CatchUp } from './CatchUp'
import { sayCollisions } from './collisionWords'
import { FileMerger, type FilePreview } from './FileMerger'
import { emptyFingerprint } from './fingerprint'
import { Foreground } from './Foreground'
import { changedSince, historyRows } from './historyRows'
import type { AccountIndex } from './index/AccountIndex'
import { KeyedQueue } from './KeyedQueue'
import { OpenDocuments } from './OpenDocuments'
import type { FileFailure } from './readAccountFile'
import { encodeRow } from './rowHint'
import { verifyAccounts, type AccountsReport } from './verifyAccounts'

export interface AccountWorld {
  readonly vault: Vault
  readonly documents: DocumentClient
  readonly index: AccountIndex
  readonly disk: Disk
  readonly clock: Clock
  readonly ids: Ids
  readonly log: Log
  /** The member who uses this laptop now. */
  readonly author: () => Author
  /** Where the account files go. */
  readonly accountFolder: string
}

type RawFailure = Exclude<ReadFailure, { kind: 'damaged' }> | StoreFailure

const tooLarge = { kind: 'refused', index: 0, reason: 'badValue', message: 'This is too much for one step. Do it in smaller steps.' } as const

/**
 * The only way an account changes: edits of this laptop and changes from others meet here. Owns the order
 * computed → stored and flushed → confirmed → answered, one edit of an account at a time. Knows neither
 * what lies in a document nor how bytes reach the disk.
 */
export class AccountService {
  readonly #documents: OpenDocuments
  readonly #files: AccountFiles
  readonly #merger: FileMerger
  readonly #catchUp: CatchUp
  readonly #queue = new KeyedQueue()
  readonly #foreground = new Foreground()
  readonly #announcements: Announcements
  #isStopped = false

  constructor(private readonly world: AccountWorld) {
    const { vault, documents, index, disk, clock, log, accountFolder } = world
    this.#announcements = new Announcements(index)
    this.#documents = new OpenDocuments(vault, documents, log, (accountId) => this.#announcements.jumped(accountId))
    this.#merger = new FileMerger({
      disk,
      documents: this.#documents,
      workspaceId: vault.workspaceId,
      exists: (accountId) => this.#exists(accountId),
      inTurn: (accountId, job) => this.#inTurn(accountId, job),
      onMerged: (accountId, { patches, ...told }) => this.#announce(accountId, patches, told),
    })
    this.#files = new AccountFiles({
      folder: accountFolder,
      workspaceId: vault.workspaceId,
      index,
      disk,
      clock,
      log,
      save: (accountId) => this.#queue.run(accountId, () => this.#documents.save(accountId)),
      knowsAll: (accountId, document) => this.#queue.run(accountId, () => this.#documents.knowsAll(accountId, document)),
      isAccount: (accountId) => index.get(accountId) !== undefined,
      onProblem: (problem) => this.#announcements.emit({ kind: 'filesProblem', folder: accountFolder, problem }),
      onSetAside: (accountId, name) => this.#announcements.emit({ kind: 'fileSetAside', accountId, name }),
    })
    this.#catchUp = new CatchUp({
      vault,
      index,
      log,
      documents: this.#documents,
      files: this.#files,
      announcements: this.#announcements,
      queue: this.#queue,
      whenIdle: () => this.#foreground.idle(),
    })
  }

  /** Rows are there at once; what the index cannot vouch for is worked out in the background. */
  async start(): Promise<void> {
    const { vault, index, log } = this.world
    const begun = await index.begin()
    // What is there can be shown on a full disk too; the index tries again by itself.
    if (!begun.ok) log.warn('accounts.indexNotWritten')
    vault.provideRows((accountId) => this.#rowForTeam(accountId))
    // The documents process starts while the window is being drawn.
    void this.#catchUp.unattended(this.world.documents.isOpen('').then(() => undefined))
    const withoutFile = await this.#files.start()
    this.#catchUp.start(withoutFile)
  }

  /** Waits for everything under way; what the background had left is done after the next start. */
  async stop(): Promise<void> {
    this.#isStopped = true
    const isComplete = await this.#catchUp.stop()
    await this.#queue.idle()
    await this.#files.stop()
    await this.#queue.idle()
    const finished = await this.world.index.finish(isComplete)
    if (!finished.ok) this.world.log.warn('accounts.indexNotWritten')
    await this.#documents.dropAll()
  }

  /** Resolves when everything that was received is merged and every row is right. */
  async settled(): Promise<void> {
    do {
      await this.#catchUp.settled()
      await this.#queue.idle()
    } while (!this.#catchUp.isEmpty)
  }

  on(listener: (event: AccountEvent) => void): () => void {
    return this.#announcements.on(listener)
  }

  /** By what an account is found; null where it is not on the list. */
  searchable(accountId: string): { readonly name: string; readonly words: readonly SearchWords[] } | null {
    const entry = this.world.index.get(accountId)
    return entry === undefined || entry.row.isRemoved ? null : { name: entry.row.name, words: entry.words }
  }

  rows(): readonly AccountRow[] {
    return this.world.index.rows()
  }

  /** How many accounts are as the vault has them; the others are worked on in the background. */
  progress(): AccountProgress {
    return this.#catchUp.progress()
  }

  /** Rows as other laptops saw them, for accounts that are not open here. */
  takeRowHints(hints: readonly RowHint[]): void {
    this.#catchUp.takeRowHints(hints)
  }

  /** What compaction asks of the documents. */
  baseDocuments(): BaseDocuments {
    return createBaseDocuments({ client: this.world.documents, documents: this.#documents, inTurn: (accountId, job) => this.#queue.run(accountId, job) })
  }

  /** Rows of about so many characters, in the order of the ids; `after` is where the page before ended. */
  page(after: string | null, characters: number): AccountPage {
    return this.world.index.page(after, characters)
  }

  /** Why the member's folder cannot be written now; null where it can. */
  filesProblem(): DiskProblem | null {
    return this.#files.problem
  }

  create(name: string): Promise<CommandAnswer<'account.create'>> {
    const accountId = this.world.ids.next()
    // What was asked for before `stop` is still done.
    if (this.#isStopped) return Promise.resolve(err(vaultClosed))
    return this.#inTurn(accountId, async (): Promise<CommandAnswer<'account.create'>> => {
      const opened = await this.#documents.openNew(accountId)
      if (!opened.ok) throw new Error(`A new document does not open: ${opened.error.kind}`)
      const edit = this.#request(this.world.ids.next(), [{ kind: 'set', at: 'profile', field: 'name', value: name }])
      const prepared = await this.#documents.ask(accountId, (documents) => documents.prepare(accountId, edit))
      if (!prepared.ok) throw new Error(`A new account is refused: ${prepared.error.kind}`)
      const stored = await this.#keep(accountId, edit.editId, prepared.value)
      if (stored.ok) return ok({ accountId })
      // A name and the skeleton are far below any limit.
      if (stored.error.kind === 'tooLarge') throw new Error('A new account is too large')
      return err(storeFailure(stored.error))
    })
  }

  open(accountId: string): Promise<Answer<Opened, ReadFailure>> {
    return this.#inTurn(accountId, async (): Promise<Answer<Opened, ReadFailure>> => {
      const snapshot = await this.#ask(accountId, (documents) => documents.snapshot(accountId))
      return snapshot.ok ? ok({ revision: this.#announcements.revision(accountId), snapshot: snapshot.value }) : snapshot
    })
  }

  edit(accountId: string, editId: string, edits: readonly Edit[]): Promise<CommandAnswer<'account.edit'>> {
    if (this.#isStopped) return Promise.resolve(err(vaultClosed))
    return this.#inTurn(accountId, async (): Promise<CommandAnswer<'account.edit'>> => {
      if (!this.#exists(accountId)) return err(accountNotFound)
      const request = this.#request(editId, edits)
      const prepared = await this.#documents.ask(accountId, (documents) => documents.prepare(accountId, request))
      if (!prepared.ok) {
        return err(prepared.error.kind === 'refused' ? { kind: 'refused', ...prepared.error.refused } : readFailure(prepared.error))
      }
      const stored = await this.#keep(accountId, editId, prepared.value)
      if (!stored.ok) return err(stored.error.kind === 'tooLarge' ? tooLarge : storeFailure(stored.error))
      const { undo, skipped } = prepared.value
      return ok({ revision: this.#announcements.revision(accountId), undo, skipped })
    })
  }

  /** Where members did different things without knowing of each other, with words for the places. */
  conflicts(accountId: string): Promise<Answer<readonly Collision[], ReadFailure>> {
    return this.#tell(accountId, (documents) => documents.conflicts(accountId), sayCollisions)
  }

  /** So many rows of what was done, newest first; `before` is where the page before ended. */
  history(accountId: string, before: string | null, limit: number): Promise<Answer<HistoryRows, ReadFailure>> {
    return this.#tell(accountId, (documents) => documents.history(accountId, before, limit), historyRows)
  }

  /** What became different since a version that was looked at. */
  changedSince(accountId: string, version: string | null): Promise<Answer<ChangedSince, ReadFailure>> {
    return this.#tell(accountId, (documents) => documents.changedSince(accountId, version), changedSince)
  }

  /** Looks into an account file without taking anything from it. */
  inspectFile(path: string): Promise<Result<FilePreview, FileFailure>> {
    return this.#merger.inspect(path)
  }

  /** Takes in the changes of a file that was looked at, under the names of those who made them. */
  mergeFile(path: string, sha256: string): Promise<CommandAnswer<'account.mergeFile'>> {
    return this.#isStopped ? Promise.resolve(err(vaultClosed)) : this.#merger.merge(path, sha256)
  }

  /** The account as it is now, for what is made from it (a brief, say). */
  snapshot(accountId: string): Promise<Answer<Account, ReadFailure>> {
    return this.#inTurn(accountId, () => this.#ask(accountId, (documents) => documents.snapshot(accountId)))
  }

  /** Where the account file lies, written as the account is now. */
  async accountFilePath(accountId: string): Promise<Answer<string, ReadFailure>> {
    if (!this.#exists(accountId)) return err(accountNotFound)
    if (this.world.index.get(accountId)?.fingerprint === emptyFingerprint) await this.#catchUp.bring(accountId)
    const written = await this.#files.write(accountId)
    if (written.ok) return written
    if (written.error.kind !== 'unread') return err(diskFailure(written.error, 'The account file is not written'))
    const opened = await this.snapshot(accountId)
    return opened.ok ? err(diskFailure({ kind: 'missing' }, 'The account file is not written')) : opened
  }

  /** An account with its history as the bytes of an account file; of one that cannot be opened whatever is stored. */
  async exportFile(accountId: string): Promise<Answer<Uint8Array, RawFailure>> {
    if (!this.#exists(accountId)) return err(accountNotFound)
    const saved = await this.#queue.run(accountId, () => this.#documents.save(accountId))
    return saved.ok ? ok(this.#files.encode(accountId, saved.value.document)) : this.exportRaw(accountId)
  }

  /** Everything stored of an account as the bytes of an account file, without understanding it. */
  async exportRaw(accountId: string): Promise<Answer<Uint8Array, RawFailure>> {
    if (!this.#exists(accountId)) return err(accountNotFound)
    const changes = await this.#documents.changesOf(accountId)
    // Changes one after the other are a document too, only a longer one.
    if (changes.ok) return ok(this.#files.encode(accountId, Buffer.concat([...skeletonChanges(), ...changes.value])))
    const failure = readFailure(changes.error)
    return err(failure.kind === 'damaged' ? { kind: 'diskError', message: failure.message } : failure)
  }

  /** Compares what the vault, the documents and the account files hold. Changes nothing but files that were waiting to be written. */
  async verify(): Promise<AccountsReport> {
    await this.settled()
    await this.#files.flush()
    const { vault, index } = this.world
    return verifyAccounts({
      ...this.world,
      accountIds: vault.accountIds(),
      fileOf: (accountId) => index.get(accountId)?.file ?? null,
      held: (accountId) => this.#queue.run(accountId, () => this.#documents.held(accountId)),
    })
  }

  /** Asks a document and puts the answer in words; both see the account as it is at one moment. */
  #tell<Found, Said>(accountId: string, ask: (documents: DocumentClient) => Promise<Result<Found, DocumentProblem>>, say: (account: Account, found: Found) => Said): Promise<Answer<Said, ReadFailure>> {
    return this.#inTurn(accountId, async (): Promise<Answer<Said, ReadFailure>> => {
      const found = await this.#ask(accountId, ask)
      if (!found.ok) return found
      const account = await this.#ask(accountId, (documents) => documents.snapshot(accountId))
      return account.ok ? ok(say(account.value, found.value)) : account
    })
  }

  #request(editId: string, edits: readonly Edit[]): EditRequest {
    return { editId, edits, author: this.world.author(), now: this.world.clock.now() }
  }

  async #ask<T>(accountId: string, request: (documents: DocumentClient) => Promise<Result<T, DocumentProblem>>): Promise<Answer<T, ReadFailure>> {
    if (!this.#exists(accountId)) return err(accountNotFound)
    const answer = await this.#documents.ask(accountId, request)
    return answer.ok ? answer : err(readFailure(answer.error))
  }

  /** Stores a prepared edit, then lets everybody know. Where it cannot be stored it is as if it had not been made. */
  async #keep(accountId: string, editId: string, { change, patches, ...told }: PreparedEdit): Promise<Result<void, AppendProblem>> {
    if (change === null) return ok()
    const stored = await this.#documents.store(accountId, [change])
    if (!stored.ok) return stored
    await this.world.documents.confirm(accountId, editId)
    this.#announce(accountId, patches, told)
    return ok()
  }

  #announce(accountId: string, patches: readonly Patch[], told: ToldOfDocument): void {
    this.#announcements.changed(accountId, patches, 'here')
    this.#announcements.row(accountId, told, this.#documents.fingerprint(accountId))
    this.#files.touch(accountId)
  }

  /** A row that is only a hint of somebody else's is not passed on. */
  #rowForTeam(accountId: string): Uint8Array | null {
    const entry = this.world.index.get(accountId)
    return entry && entry.fingerprint !== emptyFingerprint ? encodeRow(entry.row) : null
  }

  /** In its turn, and before everything in the background. */
  #inTurn<T>(accountId: string, job: () => Promise<T>): Promise<T> {
    return this.#foreground.run(() => this.#queue.run(accountId, job))
  }

  #exists(accountId: string): boolean {
    return this.world.index.get(accountId) !== undefined || this.world.vault.accountIds().includes(accountId)
  }
}
