import { err, ok, type Result } from '#shared/base/Result'
import type { CommandAnswer, CommandFailure, Failure, SyncStatus, WorkspaceInfo } from '#shared/ipc/contract'
import { diskFailure } from '../accounts/accountFailures'
import type { AccountService } from '../accounts/AccountService'
import type { AccountEvent } from '../accounts/AccountEvent'
import type { DocumentClient } from '../documents/DocumentClient'
import { logToken, type Log } from '../platform/Log'
import type { SyncService } from '../sync/SyncService'
import type { OpenWorkspace } from '../workspace/OpenWorkspace'
import type { NewWorkspaceOrder, Workspaces } from '../workspace/Workspaces'
import { atMostEvery } from './atMostEvery'
import type { Publish } from './publishEvents'
import { RowNews } from './RowNews'

type Opened = CommandAnswer<'workspace.open'>
type Joined = CommandAnswer<'workspace.join'>
type OpenFailure = CommandFailure<'workspace.open'>
type Made<F> = Promise<Result<{ readonly workspaceId: string }, F>>

export interface CurrentWorkspaceParts {
  readonly workspaces: Workspaces
  /** A workspace has documents of its own: what one has open is nothing to the next. */
  readonly createDocuments: () => DocumentClient
  readonly publish: Publish
  readonly log: Log
}

interface InUse {
  readonly workspace: OpenWorkspace
  readonly documents: DocumentClient
  readonly stopListening: () => void
}

export const vaultClosed: Failure<'vaultClosed'> = { kind: 'vaultClosed', message: 'No workspace is open. Open one first.' }

export const noTeamFolder: SyncStatus = { kind: 'noTeamFolder', waiting: 0, lastSyncedAt: null, colleagues: { have: 0, of: 0 }, teamIsAheadAt: null, problem: null }

/** Owns which workspace the window shows, changes from one to the next, and passes on what happens in it. */
export class CurrentWorkspace {
  #inUse: InUse | null = null
  #problem: Failure<string> | null = null
  /** Of workspaces that were closed without waiting for their team folder any longer. */
  readonly #hanging: SyncService[] = []
  /** One change of workspace after the other; also what the first frame waits for. */
  #changing: Promise<unknown> = Promise.resolve()

  constructor(private readonly parts: CurrentWorkspaceParts) {}

  /** Opens what was open last. On the very first start that is nothing, or the sample where that is wanted. */
  start({ opensSample }: { readonly opensSample: boolean }): void {
    void this.#afterChange(async () => {
      const workspaceId = this.parts.workspaces.lastOpened()
      if (workspaceId === null && !opensSample) return
      const opened = workspaceId === null ? await this.#make((documents) => this.parts.workspaces.createSample(documents)) : await this.#use(workspaceId)
      this.#problem = opened.ok ? null : opened.error
    })
  }

  /** What the window starts with, once it is settled. */
  async started(): Promise<{ readonly workspace: WorkspaceInfo | null; readonly problem: Failure<string> | null }> {
    await this.#changing
    return { workspace: this.open?.info ?? null, problem: this.#problem }
  }

  get open(): OpenWorkspace | null {
    return this.#inUse?.workspace ?? null
  }

  /** True while a call to a team folder of this session has not come back. */
  get isHanging(): boolean {
    return (this.open?.sync.isHanging ?? false) || this.#hanging.some((sync) => sync.isHanging)
  }

  /** Runs something on the accounts of the open workspace. */
  async withAccounts<Answer>(run: (accounts: AccountService) => Promise<Answer>): Promise<Answer | { readonly ok: false; readonly error: Failure<'vaultClosed'> }> {
    return this.open === null ? { ok: false, error: vaultClosed } : run(this.open.accounts)
  }

  openSample(): Promise<Opened> {
    return this.#afterChange(() => this.#make((documents) => this.parts.workspaces.createSample(documents)))
  }

  create(order: NewWorkspaceOrder): Promise<Opened> {
    return this.#afterChange(() => this.#make(() => this.parts.workspaces.create(order)))
  }

  /** `spaceId` says which team where there are several in the folder. */
  join(teamFolder: string, spaceId?: string): Promise<Joined> {
    return this.#afterChange(() => this.#make(() => this.parts.workspaces.join(teamFolder, spaceId === undefined ? undefined : { spaceId })))
  }

  change(workspaceId: string): Promise<Opened> {
    return this.#afterChange(() => this.#use(workspaceId))
  }

  async stop(): Promise<void> {
    await this.#changing
    const inUse = this.#inUse
    this.#inUse = null
    if (inUse !== null) await this.#close(inUse)
  }

  #afterChange<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#changing.then(work)
    this.#changing = done.catch(() => undefined)
    return done
  }

  async #make<F>(make: (documents: DocumentClient) => Made<F>): Promise<Result<WorkspaceInfo, F | OpenFailure>> {
    const documents = this.parts.createDocuments()
    const made = await make(documents)
    if (made.ok) return this.#use(made.value.workspaceId, documents)
    await documents.close()
    return made
  }

  /** The new one is opened before the old one is closed, so that a failure leaves everything as it was. */
  async #use(workspaceId: string, documents = this.parts.createDocuments()): Promise<Opened> {
    const { workspaces, publish, log } = this.parts
    if (this.open?.info.workspaceId === workspaceId) {
      await documents.close()
      return ok(this.open.info)
    }
    const opened = await workspaces.open(workspaceId, { documents })
    if (!opened.ok) {
      await documents.close()
      log.warn('workspace.notOpened', { problem: logToken(opened.error.kind) })
      return err(inWindowWords(opened.error))
    }
    const workspace = opened.value
    const before = this.#inUse
    this.#inUse = { workspace, documents, stopListening: this.#listenTo(workspace) }
    this.#problem = null
    // Their process takes its time to start, and the first account should not wait for it. Where it cannot start, whoever opens an account is told.
    documents.isOpen(workspaceId).catch(() => undefined)
    if (before !== null) await this.#close(before)
    publish('workspace.changed', { workspace: workspace.info })
    publish('sync.status', workspace.sync.status())
    return ok(workspace.info)
  }

  async #close({ workspace, documents, stopListening }: InUse): Promise<void> {
    stopListening()
    await workspace.close()
    if (workspace.sync.isHanging) this.#hanging.push(workspace.sync)
    await documents.close()
  }

  #listenTo(workspace: OpenWorkspace): () => void {
    const { publish } = this.parts
    // A team that sends a hundred accounts must not make the window draw its list a hundred times.
    const rows = new RowNews((news) => publish('account.rows', news))
    const announceRows = atMostEvery(rowsEveryMs, () => rows.tell())
    const progress = atMostEvery(rowsEveryMs, () => publish('account.progress', workspace.accounts.progress()))
    const stops = [
      workspace.accounts.on((event) => {
        if (event.kind === 'progress') progress.call()
        else if (event.kind === 'rows') {
          rows.add(event)
          announceRows.call()
        } else if (event.kind !== 'words') this.#passOn(event)
      }),
      workspace.sync.onStatus((status) => publish('sync.status', status)),
      workspace.onChange((info) => publish('workspace.changed', { workspace: info })),
      announceRows.stop,
      progress.stop,
    ]
    return () => stops.forEach((stop) => stop())
  }

  #passOn(event: Exclude<AccountEvent, { kind: 'rows' | 'progress' | 'words' }>): void {
    const { publish, log } = this.parts
    switch (event.kind) {
      case 'changed': {
        const { accountId, revision, patches, origin } = event
        return publish('account.changed', { accountId, revision, patches, origin })
      }
      case 'conflicted':
        return publish('account.conflicted', { accountId: event.accountId, count: event.count })
      case 'filesProblem':
        if (event.problem === null) return
        log.warn('accounts.filesNotWritten', { problem: logToken(event.problem.kind) })
        return publish('files.problem', { message: `Your work is safe on this laptop. ${diskFailure(event.problem, `The account files in ${event.folder} are not up to date`).message}` })
      case 'fileSetAside':
        return log.warn('accounts.fileSetAside', { account: logToken(event.accountId) })
    }
  }
}

/** The command line, which says the same, cannot offer to try again. */
function inWindowWords(failure: OpenFailure): OpenFailure {
  return failure.kind === 'held' ? { ...failure, message: `${failure.message}. Close it there, then open the workspace here again.` } : failure
}

/** A list that changes faster than this cannot be read. */
const rowsEveryMs = 100
