import { join } from 'node:path'
import type { Clock } from '#shared/base/Clock'
import { err, ok, type Result } from '#shared/base/Result'
import { diskProblemCode, type DiskProblem } from '../platform/Disk'
import { ensureDirectory } from '../platform/ensureDirectory'
import { logToken, type Log } from '../platform/Log'
import { encodeAccountFile } from '../vault/accountFileBytes'
import { TurnQueue } from '../vault/TurnQueue'
import type { ReadProblem } from './accountFailures'
import { placeAccountFile, type FileWorld } from './accountFile'
import { Burst } from './Burst'
import { emptyFingerprint, type Fingerprint } from './fingerprint'
import type { AccountIndex } from './index/AccountIndex'

/** A document ready to be written, with what it holds. */
export interface SavedDocument {
  readonly document: Uint8Array
  readonly fingerprint: Fingerprint
}

export interface AccountFilesWorld extends FileWorld {
  readonly folder: string
  readonly workspaceId: string
  readonly index: AccountIndex
  readonly clock: Clock
  readonly log: Log
  readonly save: (accountId: string) => Promise<Result<SavedDocument, ReadProblem>>
  /** The problem of the folder now, or null once every file is written again. */
  readonly onProblem: (problem: DiskProblem | null) => void
  readonly onSetAside: (accountId: string, name: string) => void
}

/** A folder that is away (a stick, a share) comes back without telling. */
const retryDelayMs = 10_000

/** As `Disk.temporaryName` makes them, and no word processor does. */
const unfinishedPattern = /^~[0-9a-f]{16}\.tmp$/

/**
 * Keeps the account files of a workspace in the member's folder: written a moment after each burst of
 * edits, named after the account. The vault is what is durable; a folder that cannot be written is
 * reported, tried again, and loses nothing.
 */
export class AccountFiles {
  readonly #bursts = new Map<string, Burst>()
  readonly #failed = new Set<string>()
  readonly #turns = new TurnQueue()
  #problem: DiskProblem | null = null
  #retry: NodeJS.Timeout | null = null

  constructor(private readonly world: AccountFilesWorld) {}

  get problem(): DiskProblem | null {
    return this.#problem
  }

  /**
   * Makes the folder for a workspace that never wrote there; one that vanished later is not made again: it may be a
   * stick. Answers the accounts whose file is not there any more.
   */
  async start(): Promise<readonly string[]> {
    const { index, disk, folder } = this.world
    const listed = await this.#namesInFolder()
    await this.#removeUnfinished(listed)
    const written = index.accountIds().flatMap((accountId) => {
      const name = index.get(accountId)?.file?.name
      return name === undefined ? [] : [{ accountId, name }]
    })
    if (written.length > 0) return listed === null ? [] : written.filter(({ name }) => !listed.has(name)).map(({ accountId }) => accountId)
    const made = await ensureDirectory(disk, folder)
    if (!made.ok) this.#report(made.error)
    return []
  }

  /** The account changed: its file follows a moment after the last of a burst of edits. */
  touch(accountId: string): void {
    const burst = this.#bursts.get(accountId) ?? new Burst(() => void this.#unattended(this.write(accountId)))
    this.#bursts.set(accountId, burst)
    burst.touch()
  }

  /** Writes now, if the file is not as the account is; answers where it lies. */
  async write(accountId: string): Promise<Result<string, DiskProblem | { readonly kind: 'unread' }>> {
    this.#bursts.get(accountId)?.end()
    this.#bursts.delete(accountId)
    return this.#turns.run(() => this.#place(accountId))
  }

  /** A document as the bytes of an account file. */
  encode(accountId: string, document: Uint8Array): Uint8Array {
    const { index, workspaceId, clock } = this.world
    const name = index.get(accountId)?.row.name ?? ''
    return encodeAccountFile({ header: { format: 1, accountId, workspaceId, name, savedAt: clock.now(), attachments: [] }, document })
  }

  /** Writes what waits, once; what cannot be written stays waiting. */
  async flush(): Promise<void> {
    const waiting = new Set([...this.#bursts.keys(), ...this.#failed])
    for (const accountId of waiting) await this.write(accountId)
    // A burst that was over just now is being written and waits no more.
    await this.#turns.run(() => Promise.resolve())
  }

  async stop(): Promise<void> {
    await this.flush()
    if (this.#retry !== null) clearTimeout(this.#retry)
    this.#retry = null
  }

  /** What a crash left of a file that was being written. The folder is the member's: other programs keep theirs. */
  async #removeUnfinished(names: Iterable<string> | null): Promise<void> {
    const { disk, folder } = this.world
    for (const name of names ?? []) if (unfinishedPattern.test(name)) await disk.unlink(join(folder, name))
  }

  /** null where the folder cannot be read, or is not there now. */
  async #namesInFolder(): Promise<ReadonlySet<string> | null> {
    const listed = await this.world.disk.readDirectory(this.world.folder)
    return listed.ok ? new Set(listed.value.map(({ name }) => name)) : null
  }

  async #place(accountId: string): Promise<Result<string, DiskProblem | { readonly kind: 'unread' }>> {
    const { index, folder, clock, save } = this.world
    const entry = index.get(accountId)
    // Nothing but a row of somebody else's so far: the file follows when the document has been read.
    if (!entry || entry.fingerprint === emptyFingerprint) return err({ kind: 'unread' })
    if (entry.file?.fingerprint === entry.fingerprint && !this.#failed.has(accountId)) {
      const there = await this.world.disk.stat(join(folder, entry.file.name))
      if (there.ok) return ok(join(folder, entry.file.name))
    }
    // Asked for outside the account's queue, so that a slow folder keeps nobody from editing.
    const saved = await save(accountId)
    if (!saved.ok) return err({ kind: 'unread' })
    const { name } = index.get(accountId)?.row ?? entry.row
    const bytes = this.encode(accountId, saved.value.document)
    const { fingerprint } = saved.value
    const placed = await placeAccountFile(this.world, { folder, accountId, name, bytes, fingerprint, before: entry.file, today: clock.today() })
    if (!placed.ok) {
      this.#failed.add(accountId)
      this.#report(placed.error)
      return placed
    }
    index.putFile(accountId, placed.value.file)
    this.#failed.delete(accountId)
    if (placed.value.setAside !== null) this.world.onSetAside(accountId, placed.value.setAside)
    if (this.#failed.size === 0) this.#report(null)
    return ok(join(folder, placed.value.file.name))
  }

  #report(problem: DiskProblem | null): void {
    if (problem !== null) this.#retry ??= setTimeout(() => this.#tryAgain(), retryDelayMs).unref()
    if (problem?.kind === this.#problem?.kind) return
    this.#problem = problem
    if (problem !== null) this.world.log.warn('accounts.filesNotWritten', { code: logToken(diskProblemCode(problem)) })
    this.world.onProblem(problem)
  }

  #tryAgain(): void {
    this.#retry = null
    void this.#unattended(this.flush())
  }

  /** A bug over one file must not end the app under the member's hands: the vault has everything. */
  async #unattended(work: Promise<unknown>): Promise<void> {
    try {
      await work
    } catch (error) {
      this.world.log.error('accounts.fileBug', { name: logToken(error instanceof Error ? error.name : 'unknown') })
    }
  }
}
