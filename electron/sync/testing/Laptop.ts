import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { FixedClock } from '#shared/testing/FixedClock'
import { ok } from '#shared/base/Result'
import type { SyncStatus } from '#shared/ipc/contract'
import type { Disk } from '../../platform/Disk'
import { nodeDisk } from '../../platform/nodeDisk'
import type { CompactionOrder } from '../../vault/compaction/CompactionPorts'
import { textDocuments, textsInAccount } from '../../vault/testing/TeamFolder'
import { record, reopened, testId, testWorld } from '../../vault/testing/vaultWorld'
import { Vault } from '../../vault/Vault'
import type { SpaceFile } from '../Remote'
import type { RemoteBlobs } from '../RemoteBlobs'
import { FolderRemote } from '../remotes/FolderRemote'
import { sharedDisk } from '../remotes/sharedDisk'
import { emptyLedger, type SyncLedger } from '../SyncLedger'
import { SyncService, type SyncReport } from '../SyncService'

export const account = testId()

export const space: SpaceFile = { format: 1, spaceId: testId(), protection: 'none', founderKey: null, name: 'Nordwind sales' }

/** A team folder and the laptops around it, on the real file system. */
export class TestTeam {
  private constructor(readonly home: string) {}

  static async make(): Promise<TestTeam> {
    const team = new TestTeam(await mkdtemp(join(tmpdir(), 'plumbline-sync-')))
    await mkdir(team.folder)
    const written = await new FolderRemote(sharedDisk, team.folder, space.spaceId).writeSpace(space)
    if (!written.ok) throw new Error('No space')
    return team
  }

  get folder(): string {
    return join(this.home, 'team')
  }

  get packFolder(): string {
    return join(this.folder, 'plumbline-v1', space.spaceId, 'd')
  }

  laptop(name: string, options: LaptopOptions = {}): Promise<Laptop> {
    return Laptop.start(join(this.home, name), options.folder ?? this.folder, options)
  }

  remove(): Promise<void> {
    return rm(this.home, { recursive: true, force: true })
  }
}

export interface LaptopOptions {
  /** Another team folder than the team's. */
  readonly folder?: string
  /** The disk as it is used in the team folder. */
  readonly teamDisk?: Disk
  readonly vaultDisk?: Disk
  readonly pollMs?: number
  readonly callLimitMs?: number
  /** Attachments at the same place. */
  readonly blobs?: RemoteBlobs
  /** Left out where nothing is compacted. */
  readonly compaction?: Omit<CompactionOrder, 'isStopping'>
}

/** One vault with its sync; `lose` forgets the ledger as a crash or a curious user may. */
export class Laptop {
  private constructor(
    readonly vaultFolder: string,
    readonly vault: Vault,
    readonly sync: SyncService,
    readonly clock: FixedClock,
    readonly ledger: { value: SyncLedger },
  ) {}

  static async start(vaultFolder: string, teamFolder: string, options: LaptopOptions): Promise<Laptop> {
    const world = testWorld(options.vaultDisk ?? nodeDisk)
    const created = await Vault.create(world, vaultFolder, { workspaceId: space.spaceId, name: space.name, accountFolder: join(vaultFolder, 'accounts') })
    if (!created.ok && !(created.error.kind === 'other' && created.error.code === 'EEXIST')) throw new Error(`Not created: ${created.error.kind}`)
    const vault = await reopened(world, vaultFolder)
    const ledger = { value: emptyLedger }
    const clock = new FixedClock()
    const sync = new SyncService({
      vault,
      clock,
      elapsed: () => performance.now(),
      random: () => 0.5,
      countsAsEdit: () => true,
      documents: options.compaction ? textDocuments(vault) : null,
      ...(options.compaction ? { compaction: options.compaction } : {}),
      log: world.log,
      ledger: {
        read: () => ledger.value,
        write: (next) => {
          ledger.value = next
          return Promise.resolve(ok())
        },
      },
      connection: { remote: new FolderRemote(options.teamDisk ?? sharedDisk, teamFolder, space.spaceId), space, place: teamFolder, ...(options.blobs ? { blobs: options.blobs } : {}) },
      ...(options.pollMs === undefined ? {} : { pollMs: options.pollMs }),
      ...(options.callLimitMs === undefined ? {} : { callLimitMs: options.callLimitMs }),
    })
    return new Laptop(vaultFolder, vault, sync, clock, ledger)
  }

  async write(...texts: readonly string[]): Promise<void> {
    for (const text of texts) {
      const appended = await this.vault.append([record(account, text)])
      if (!appended.ok) throw new Error(`Not appended: ${appended.error.kind}`)
      this.sync.noticeEdit()
    }
  }

  /** What this laptop knows, in an order of its own. */
  async texts(): Promise<readonly string[]> {
    return textsInAccount(this.vault, account)
  }

  exchange(): Promise<SyncReport> {
    return this.sync.syncOnce()
  }

  /** Resolves when the status is as asked for. */
  reaches(isReached: (status: SyncStatus) => boolean): Promise<SyncStatus> {
    return new Promise((resolve) => {
      const now = this.sync.status()
      if (isReached(now)) return resolve(now)
      const stop = this.sync.onStatus((status) => {
        if (!isReached(status)) return
        stop()
        resolve(status)
      })
    })
  }

  async close(): Promise<void> {
    await this.sync.stop()
    await this.vault.close()
  }
}
