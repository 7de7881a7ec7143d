import { join } from 'node:path'
import { err, ok, type Result } from '#shared/base/Result'
import type { WorkspaceInfo } from '#shared/ipc/contract'
import { AccountService } from '../accounts/AccountService'
import { AccountIndex } from '../accounts/index/AccountIndex'
import type { Author, DocumentClient } from '../documents/DocumentClient'
import { skeletonChanges } from '../documents/skeletonChain'
import { JsonStore } from '../platform/JsonStore'
import type { SpaceFile } from '../sync/Remote'
import { FolderBlobs } from '../sync/remotes/FolderBlobs'
import { FolderRemote, listSpaces } from '../sync/remotes/FolderRemote'
import { patientDisk } from '../sync/remotes/patientDisk'
import { emptyLedger, parseLedger, type SyncLedger } from '../sync/SyncLedger'
import type { SyncParts } from '../sync/SyncParts'
import { SyncService, type SyncConnection } from '../sync/SyncService'
import { Vault } from '../vault/Vault'
import { fillSample } from './fillSample'
import { whyNotTeamFolder } from './folderRules'
import { openLocalWorkspace, type LocalWorkspace } from './LocalWorkspace'
import { isDamage, sayDamage } from './damageWords'
import { failureOfDisk, failureOfRemote, failureOfVault, type WorkspaceFailure } from './workspaceFailure'
import type { WorkspaceWorld } from './WorkspaceWorld'

export interface WorkspaceUse {
  readonly documents: DocumentClient
  readonly author: () => Author
  /** Looks at the team folder by itself; without it only `sync.syncOnce` exchanges. */
  readonly polls: boolean
  readonly pollMs?: number
  /** When packs are put together, if not as usual. */
  readonly compaction?: SyncParts['compaction']
}

/** A workspace in use by this process: its vault, its accounts and its exchange with the team. */
export class OpenWorkspace {
  private readonly listeners = new Set<(info: WorkspaceInfo) => void>()
  private readonly closedListeners = new Set<() => void>()
  private closing: Promise<void> | null = null

  private constructor(
    private readonly world: WorkspaceWorld,
    readonly vault: Vault,
    readonly accounts: AccountService,
    readonly sync: SyncService,
    private readonly local: JsonStore<LocalWorkspace>,
    private readonly ledger: JsonStore<SyncLedger>,
  ) {}

  /** `folder` is the vault's. Fails without a trace where another process has it open. */
  static async open(world: WorkspaceWorld, folder: string, use: WorkspaceUse): Promise<Result<OpenWorkspace, WorkspaceFailure>> {
    const opened = await Vault.open(world, folder)
    if (!opened.ok) return err(failureOfVault(opened.error, folder))
    const vault = opened.value
    const { disk, clock, ids, log } = world
    const local = await openLocalWorkspace(disk, folder)
    const ledger = await JsonStore.open<SyncLedger>(disk, join(folder, 'sync-ledger.json'), parseLedger, emptyLedger)
    const index = await AccountIndex.open(disk, join(folder, 'index'))
    const accounts = new AccountService({ vault, documents: use.documents, index, disk, clock, ids, log, author: use.author, accountFolder: vault.accountFolder })
    const sync = new SyncService({
      vault,
      clock,
      elapsed: () => performance.now(),
      random: () => Math.random(),
      log,
      countsAsEdit: isNoSkeleton,
      documents: accounts.baseDocuments(),
      ledger: {
        read: () => ledger.get(),
        write: (next) => {
          ledger.update(() => next)
          return ledger.flush()
        },
      },
      connection: connectionOf(world, local.get().team),
      ...(use.pollMs === undefined ? {} : { pollMs: use.pollMs }),
      ...(use.compaction === undefined ? {} : { compaction: use.compaction }),
    })
    const workspace = new OpenWorkspace(world, vault, accounts, sync, local, ledger)
    accounts.on((event) => {
      if (event.kind === 'changed' && event.origin === 'here') sync.noticeEdit()
    })
    await accounts.start()
    if (use.polls) sync.start()
    return ok(workspace)
  }

  get info(): WorkspaceInfo {
    const { isSample, team } = this.local.get()
    const { workspaceId, name, accountFolder } = this.vault
    const damage = sayDamage(this.damages(), team !== null)
    return { workspaceId, name, isSample, accountFolder, teamFolder: team?.folder ?? null, ...(damage === null ? {} : { damage }) }
  }

  /** What could not be read and nobody has given again since. */
  private damages() {
    return this.vault.notices().filter(isDamage).filter((notice) => notice.kind !== 'packDamaged' || !this.vault.packs(notice.deviceId).some(({ name }) => notice.file.endsWith(name)))
  }

  onChange(listener: (info: WorkspaceInfo) => void): () => void {
    this.listeners.add(listener)
    return () => void this.listeners.delete(listener)
  }

  onClosed(listener: () => void): void {
    this.closedListeners.add(listener)
  }

  /** Makes the sample accounts, once. */
  async fillSample(): Promise<Result<void, WorkspaceFailure>> {
    if (this.local.get().isFilled) return ok()
    const filled = await fillSample(this.accounts, this.world)
    if (!filled.ok) return filled
    this.local.update((local) => ({ ...local, isFilled: true }))
    const kept = await this.local.flush()
    return kept.ok ? kept : err(failureOfDisk(kept.error, this.vault.folder))
  }

  /** Puts this workspace into a folder that has no team yet, or back into one that had this very team. */
  async publish(teamFolder: string): Promise<Result<void, WorkspaceFailure>> {
    const { vault, world } = this
    const refused = await this.whyNotHere(teamFolder)
    if (refused) return err(refused)
    const spaces = await listSpaces(world.teamDisk, teamFolder, vault.workspaceId)
    if (!spaces.ok) return err(failureOfRemote(spaces.error, teamFolder))
    const [other] = spaces.value
    const isOurs = spaces.value.some((space) => space.spaceId === vault.workspaceId)
    if (other && !isOurs) return err(failureOfRemote({ kind: 'otherSpace', found: other.name }, teamFolder))
    const known = this.local.get().team?.space
    const space: SpaceFile = known ?? { format: 1, spaceId: vault.workspaceId, protection: 'none', founderKey: null, name: vault.name }
    const written = await new FolderRemote(world.teamDisk, teamFolder, vault.workspaceId).writeSpace(space)
    if (!written.ok) return err(failureOfRemote(written.error, teamFolder))
    return this.useTeam({ folder: teamFolder, space: written.value })
  }

  /** Stops using the team folder. What is in it stays there, what is here stays here. */
  leave(): Promise<Result<void, WorkspaceFailure>> {
    return this.useTeam(null)
  }

  /** Remembered first: a folder that is forgotten at the next start was never chosen. */
  async useTeam(team: LocalWorkspace['team']): Promise<Result<void, WorkspaceFailure>> {
    const refused = team && (await this.whyNotHere(team.folder))
    if (refused) return err(refused)
    if (team && team.space.protection !== 'none') return err(failureOfRemote({ kind: 'wrongVersion', found: team.space.protection }, team.folder))
    this.local.update((local) => ({ ...local, team }))
    const kept = await this.local.flush()
    if (!kept.ok) return err(failureOfDisk(kept.error, this.vault.folder))
    await this.sync.connect(connectionOf(this.world, team))
    for (const listener of this.listeners) listener(this.info)
    return ok()
  }

  /** Waits for work in flight, writes the account files, lets go of the lock. A second call waits for the first. */
  close(): Promise<void> {
    this.closing ??= this.finish()
    return this.closing
  }

  private whyNotHere(teamFolder: string): Promise<WorkspaceFailure | null> {
    return whyNotTeamFolder(teamFolder, { appFolders: [this.world.userData, this.vault.folder], accountFolder: this.vault.accountFolder })
  }

  private async finish(): Promise<void> {
    await this.sync.stop({ within: pushLimitMs })
    await this.accounts.stop()
    await this.ledger.flush()
    await this.local.flush()
    await this.vault.close()
    for (const listener of this.closedListeners) listener()
  }
}

/** Closing waits so long for the team folder; what could not be brought there goes the next time. */
const pushLimitMs = 5_000

const skeleton = skeletonChanges().map((change) => Buffer.from(change))

/** Every account begins with the same changes; nobody made them. */
function isNoSkeleton(change: Uint8Array): boolean {
  return !skeleton.some((known) => known.equals(change))
}

function connectionOf(world: WorkspaceWorld, team: LocalWorkspace['team']): SyncConnection | null {
  if (!team) return null
  const { folder, space } = team
  const blobs = new FolderBlobs(patientDisk(world.teamDisk), folder, space.spaceId)
  return { remote: new FolderRemote(world.teamDisk, folder, space.spaceId), blobs, space, place: folder }
}
