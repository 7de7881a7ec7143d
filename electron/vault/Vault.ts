import type { Result } from '#shared/base/Result'
import type { AppendProblem, PackRefused, VaultNotice, VaultProblem } from './VaultProblem'
import type { VaultRecord } from './VaultRecord'
import type { VaultWorld } from './VaultWorld'
import type { DiskProblem } from '../platform/Disk'

export interface NewWorkspace {
  readonly workspaceId: string
  readonly name: string
  /** Where the member keeps the account files of this workspace: an absolute path. */
  readonly accountFolder: string
}

/** A run of pack numbers, both ends included. */
export interface SeqRange {
  readonly from: number
  readonly to: number
}

/** What is held of one device's stream of packs. Numbers start at 1. */
export interface StreamState {
  readonly deviceId: string
  /** Every pack from 1 to here is held. */
  readonly watermark: number
  /** Highest number held, 0 for none. */
  readonly newest: number
  readonly newestBucket: number
  /** Numbers below `newest` that are not held. */
  readonly holes: readonly SeqRange[]
  /** Numbers under which two different packs are held. */
  readonly forks: readonly number[]
  /** Packs whose predecessor is held but is another than they name. */
  readonly brokenLinks: readonly number[]
}

export interface HeldPack {
  readonly deviceId: string
  readonly seq: number
  readonly sha: string
  readonly name: string
  readonly bytes: number
}

export interface ReceivedPack {
  readonly deviceId: string
  readonly seq: number
  readonly accountIds: readonly string[]
  /** The pack was here already; nothing was written and no event was sent. */
  readonly alreadyHeld: boolean
}

export interface VaultStats {
  readonly accounts: number
  readonly packs: number
  readonly packBytes: number
  /** Durable, but not yet in a pack that could travel. */
  readonly unsealedRecords: number
  readonly unsealedBytes: number
}

export interface VaultReport {
  readonly packs: number
  readonly packBytes: number
  readonly records: number
  readonly streams: number
  readonly logFiles: number
  readonly logRecords: number
  readonly problems: readonly VaultNotice[]
}

/** Owns the bytes of one workspace on this device: log, packs, lock. Knows nothing about what the bytes mean. */
export class Vault {
  private constructor(
    private readonly world: VaultWorld,
    readonly folder: string,
    readonly workspaceId: string,
  ) {}

  static create(world: VaultWorld, folder: string, workspace: NewWorkspace): Promise<Result<void, VaultProblem>> {
    return notBuilt(world, folder, workspace)
  }

  /** Takes the lock; the vault is this process's until `close`. */
  static open(world: VaultWorld, folder: string): Promise<Result<Vault, VaultProblem>> {
    return notBuilt(world, folder)
  }

  get name(): string {
    return notBuilt()
  }

  get accountFolder(): string {
    return notBuilt()
  }

  get deviceId(): string {
    return notBuilt()
  }

  /** Renames the workspace on this device or lets its account files live elsewhere. */
  changeWorkspace(change: { readonly name?: string; readonly accountFolder?: string }): Promise<Result<void, VaultProblem>> {
    return notBuilt(this.world, change)
  }

  /** All or nothing. Durable when it resolves ok. Calls at the same time share one flush. */
  append(records: readonly VaultRecord[]): Promise<Result<void, AppendProblem>> {
    return notBuilt(records)
  }

  /** Every record of one account: packs by device and number, then the log. Each own record once. */
  readAccount(accountId: string): Promise<Result<readonly VaultRecord[], VaultProblem>> {
    return notBuilt(accountId)
  }

  accountIds(): readonly string[] {
    return notBuilt()
  }

  /** Moves the log into packs of this device; answers how many packs were made. */
  seal(): Promise<Result<number, DiskProblem | { readonly kind: 'closed' }>> {
    return notBuilt()
  }

  /** Takes a pack from elsewhere. Stored and flushed when it resolves ok, then announced once. */
  receive(bytes: Uint8Array): Promise<Result<ReceivedPack, PackRefused>> {
    return notBuilt(bytes)
  }

  onReceived(listener: (pack: ReceivedPack) => void): () => void {
    return notBuilt(listener)
  }

  /** One entry per device of which a pack is held; the own device is always among them. */
  streams(): readonly StreamState[] {
    return notBuilt()
  }

  ownPacks(): readonly HeldPack[] {
    return notBuilt()
  }

  packs(deviceId: string): readonly HeldPack[] {
    return notBuilt(deviceId)
  }

  /** The exact bytes, checked against the hash in the name. `sha` chooses where there is a fork. */
  readPack(deviceId: string, seq: number, sha?: string): Promise<Result<Uint8Array, VaultProblem>> {
    return notBuilt(deviceId, seq, sha)
  }

  /**
   * For a remote that knows another past of this device than the device itself (cloned laptop, restored backup): from
   * now on this vault writes under a new device id, own packs above `sentThrough` are written again under it.
   */
  adoptNewDeviceId(change: { readonly sentThrough: number }): Promise<Result<string, VaultProblem>> {
    return notBuilt(change)
  }

  /** What opening and reading found wrong and coped with. */
  notices(): readonly VaultNotice[] {
    return notBuilt()
  }

  stats(): VaultStats {
    return notBuilt()
  }

  /** Reads everything back from the disk and checks every hash, every chain and the log. */
  verify(): Promise<Result<VaultReport, VaultProblem>> {
    return notBuilt()
  }

  /** Waits for work in flight, seals, lets go of the lock. A second call does nothing. */
  close(): Promise<void> {
    return notBuilt()
  }
}

function notBuilt(...unused: readonly unknown[]): never {
  throw new Error(`Not built yet (${unused.length})`)
}
