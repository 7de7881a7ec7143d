import { join } from 'node:path'
import { err, ok, type Result } from '#shared/base/Result'
import { diskProblemCode, type DiskProblem } from '../platform/Disk'
import { logToken } from '../platform/Log'
import { BlobStore } from './blobs/BlobStore'
import { Compactor } from './compaction/Compactor'
import type { CompactionOrder, CompactionOutcome, CompactionPorts } from './compaction/CompactionPorts'
import type { CompactionWorld } from './compaction/CompactionWork'
import { createVault } from './createVault'
import { openVault, type VaultParts } from './openVault'
import type { PackName } from './packName'
import type { StreamState } from './PackStream'
import type { StoredPack } from './PackStore'
import { receivePack, type ReceivedPack } from './receivePack'
import type { RowSource } from './RowHints'
import { streamNotices } from './streamNotices'
import { TurnQueue } from './TurnQueue'
import { VaultLock } from './VaultLock'
import type { AppendProblem, PackRefused, VaultNotice, VaultProblem } from './VaultProblem'
import { assertRecord, maximumRecordBytes, type VaultRecord } from './VaultRecord'
import type { Receipts } from './vectors/Colleagues'
import type { DeviceVector } from './vectors/DeviceVector'
import { checkVault, type VaultReport } from './verifyVault'
import { describedPack, type HeldPack, type NewWorkspace, type VaultStats } from './vaultTypes'
import type { VaultWorld } from './VaultWorld'
import { readWorkspaceFile, writeWorkspaceFile, type WorkspaceFile } from './workspaceFile'

export type { SeqRange, StreamState } from './PackStream'
export type { RowHint, RowSource } from './RowHints'
export type { Receipts } from './vectors/Colleagues'
export type { DeviceVector, StoredThrough } from './vectors/DeviceVector'
export type { ReceivedPack } from './receivePack'
export type { HeldPack, NewWorkspace, VaultStats } from './vaultTypes'
export type { VaultReport } from './verifyVault'

/** Owns the bytes of one workspace on this device: log, packs, lock. Knows nothing about what the bytes mean. */
export class Vault {
  /** Sealing, receiving and changing the device id take turns; appending and reading need not wait for them. */
  private readonly turns = new TurnQueue()
  private readonly listeners = new Set<(pack: ReceivedPack) => void>()
  private sealing: Promise<unknown> | null = null
  private closing: Promise<void> | null = null
  private readonly compactor: Compactor
  /** Attachments. */
  readonly blobs: BlobStore

  private constructor(
    private readonly world: VaultWorld,
    readonly folder: string,
    private readonly lock: VaultLock,
    private workspace: WorkspaceFile,
    private readonly parts: VaultParts,
  ) {
    const turn: CompactionWorld['turn'] = async (work) => (this.closing === null ? this.turns.run(work) : err({ kind: 'closed' }))
    this.blobs = new BlobStore(world.disk, join(folder, 'blobs'), () => this.closing !== null)
    this.compactor = new Compactor({ ...parts, turn }, world.clock, world.log)
  }

  /** Makes a vault in a folder that is not one yet. `workspace.json` comes last: with it the vault exists. */
  static create(world: VaultWorld, folder: string, workspace: NewWorkspace): Promise<Result<void, VaultProblem>> {
    return createVault(world, folder, workspace)
  }

  /** Takes the lock; the vault is this process's until `close`. */
  static async open(world: VaultWorld, folder: string): Promise<Result<Vault, VaultProblem>> {
    const workspace = await readWorkspaceFile(world.disk, folder)
    if (!workspace.ok) return workspace
    const lock = await VaultLock.acquire(world.disk, world.processes, world.ids, folder)
    if (!lock.ok) return lock
    const parts = await openVault(world, folder, workspace.value.workspaceId)
    if (!parts.ok) {
      await lock.value.release()
      return parts
    }
    const vault = new Vault(world, folder, lock.value, workspace.value, parts.value)
    const { packs, accounts, unsealedRecords } = vault.stats()
    world.log.info('vault.opened', { packs, accounts, unsealedRecords, notices: vault.notices().length })
    return ok(vault)
  }

  get workspaceId(): string {
    return this.workspace.workspaceId
  }

  get name(): string {
    return this.workspace.name
  }

  get accountFolder(): string {
    return this.workspace.accountFolder
  }

  get deviceId(): string {
    return this.parts.sealer.device.deviceId
  }

  /** How many ids this device has had for this workspace. */
  get incarnation(): number {
    return this.parts.sealer.device.incarnation
  }

  /** Renames the workspace on this device or lets its account files live elsewhere. */
  async changeWorkspace(change: { readonly name?: string; readonly accountFolder?: string }): Promise<Result<void, VaultProblem>> {
    if (this.closing !== null) return err({ kind: 'closed' })
    return this.turns.run(async () => {
      const changed = { ...this.workspace, ...change }
      const written = await writeWorkspaceFile(this.world.disk, this.folder, changed)
      if (written.ok) this.workspace = changed
      return written
    })
  }

  /** All or nothing. Durable when it resolves ok. Calls at the same time share one flush. */
  async append(records: readonly VaultRecord[]): Promise<Result<void, AppendProblem>> {
    if (this.closing !== null) return err({ kind: 'closed' })
    records.forEach(assertRecord)
    const largest = Math.max(0, ...records.map((record) => record.bytes.length))
    if (largest > maximumRecordBytes) return err({ kind: 'tooLarge', bytes: largest, limit: maximumRecordBytes })
    if (records.length === 0) return ok()
    const { records: log, unsealed } = this.parts
    // Copies, because the caller may use its memory for something else while these wait to be packed.
    const kept = records.map(({ kind, accountId, bytes }) => ({ kind, accountId, bytes: bytes.slice() }))
    const appended = await log.append(kept, (acknowledged) => unsealed.add(acknowledged))
    if (appended.ok && unsealed.bytes >= sealAtBytes) this.sealInBackground()
    return appended
  }

  /** Every record of one account: packs by device and number, then the log. Each own record once. */
  async readAccount(accountId: string): Promise<Result<readonly VaultRecord[], VaultProblem>> {
    if (this.closing !== null) return err({ kind: 'closed' })
    const { store, unsealed } = this.parts
    // Taken in one go: sealing moves records from one to the other while packs are being read.
    const packs = store.packsOf(accountId)
    const logged = unsealed.of(accountId).map(({ kind, bytes }) => ({ kind, accountId, bytes: bytes.slice() }))
    const packed = await store.recordsOf(accountId, packs)
    return packed.ok ? ok([...packed.value, ...logged]) : packed
  }

  accountIds(): readonly string[] {
    return [...new Set([...this.parts.store.accountIds(), ...this.parts.unsealed.accountIds()])]
  }

  /** Moves the log into packs of this device; answers how many packs were made. */
  async seal(): Promise<Result<number, DiskProblem | { readonly kind: 'closed' }>> {
    return this.closing === null ? this.turns.run(() => this.parts.sealer.seal()) : err({ kind: 'closed' })
  }

  /** From now on packs carry the rows of the accounts they have changes of. */
  provideRows(source: RowSource): void {
    this.parts.sealer.provideRows(source)
  }

  /** The newest row that came with a pack, for an account that is not opened here; null where none did. */
  async newestRow(accountId: string): Promise<Result<Uint8Array | null, VaultProblem>> {
    return this.closing === null ? this.parts.store.newestRow(accountId) : err({ kind: 'closed' })
  }

  /**
   * Tells the others what is stored here, where one of them waits for it: with the log if there is something in it, else
   * in a pack of its own, at most once in `afterMs`. Answers how many packs were made.
   */
  async publishVector(afterMs = vectorAfterMs): Promise<Result<number, DiskProblem | { readonly kind: 'closed' }>> {
    return this.closing === null ? this.turns.run(() => this.parts.sealer.publishVector(afterMs)) : err({ kind: 'closed' })
  }

  /** What every other device says it has stored, by device. */
  vectors(): ReadonlyMap<string, DeviceVector> {
    return this.parts.colleagues.vectors()
  }

  /** Which other devices have stored this pack of this device, as far as they have said so. */
  whoHas(seq: number): Receipts {
    return this.parts.colleagues.whoHas(seq)
  }

  /** When the newest pack of a device was made, by that device's clock; null where none can be read. */
  lastSeenAt(deviceId: string): string | null {
    return this.parts.store.stream(deviceId).entries().findLast((pack) => pack.table !== null)?.createdAt ?? null
  }

  /** Packs held here that another device misses although it has later ones: what the remote has of them may be damaged. */
  lackedByOthers(): readonly HeldPack[] {
    return this.parts.colleagues.lackedByOthers().map((pack) => describedPack(this.parts.store, pack))
  }

  /** How many of the records that are in no pack yet are such ones. */
  countUnsealed(isCounted: (record: VaultRecord) => boolean): number {
    return this.parts.unsealed.countOf(isCounted)
  }

  /** Takes a pack from elsewhere. Stored and flushed when it resolves ok, then announced once. `expected` is where it was found. */
  async receive(bytes: Uint8Array, expected?: PackName & { readonly deviceId: string }): Promise<Result<ReceivedPack, PackRefused>> {
    if (this.closing !== null) return err({ kind: 'closed' })
    const received = await this.turns.run(() => receivePack({ ...this.parts, spaceId: this.workspaceId }, bytes, expected))
    if (received.ok && !received.value.alreadyHeld) this.listeners.forEach((listener) => listener(received.value))
    return received
  }

  onReceived(listener: (pack: ReceivedPack) => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** One entry per device of which a pack is known; the own device is always among them. */
  streams(): readonly StreamState[] {
    const own = this.parts.store.stream(this.deviceId).state()
    return [own, ...this.parts.store.states().filter((stream) => stream.deviceId !== own.deviceId)]
  }

  /** The own packs that a remote should have: not those that bases have replaced. */
  ownPacks(): readonly HeldPack[] {
    return this.packs(this.deviceId).filter((pack) => !pack.isRetired)
  }

  /** The packs of one device that are held, by number. */
  packs(deviceId: string): readonly HeldPack[] {
    return this.heldPacks(deviceId).map((pack) => describedPack(this.parts.store, pack))
  }

  /** The exact bytes, checked against the hash in the name. `sha` chooses where there is a fork. */
  async readPack(deviceId: string, seq: number, sha?: string): Promise<Result<Uint8Array, VaultProblem>> {
    if (this.closing !== null) return err({ kind: 'closed' })
    const pack = this.heldPacks(deviceId).find((candidate) => candidate.seq === seq && (sha === undefined || candidate.sha === sha))
    return pack === undefined ? err({ kind: 'missing' }) : this.parts.store.read(pack)
  }

  /**
   * For a remote that knows another past of this device than the device itself (cloned laptop, restored backup): from
   * now on this vault writes under a new device id, own packs above `sentThrough` are written again under it.
   */
  async adoptNewDeviceId(change: { readonly sentThrough: number }): Promise<Result<string, VaultProblem>> {
    if (this.closing !== null) return err({ kind: 'closed' })
    const { sealer } = this.parts
    const adopted = await this.turns.run(() => sealer.adoptNewDeviceId(change.sentThrough))
    if (adopted.ok) this.world.log.info('vault.newDeviceId', { incarnation: sealer.device.incarnation })
    return adopted
  }

  /** Does what is due to keep the number of this device's packs small. For the end of a complete round of sync. */
  async compact(ports: CompactionPorts, order: CompactionOrder): Promise<CompactionOutcome> {
    return this.compactor.run(ports, { ...order, isStopping: () => this.closing !== null || order.isStopping() })
  }

  /** What opening and reading found wrong and coped with. */
  notices(): readonly VaultNotice[] {
    const { store, notices } = this.parts
    return [...notices, ...store.notices, ...streamNotices(this.streams(), this.deviceId)]
  }

  stats(): VaultStats {
    const packs = this.parts.store.all()
    const { length, bytes } = this.parts.unsealed
    const packBytes = packs.reduce((sum, pack) => sum + pack.bytes, 0)
    return { accounts: this.accountIds().length, packs: packs.length, packBytes, unsealedRecords: length, unsealedBytes: bytes }
  }

  /** Reads everything back from the disk and checks every hash, every chain and the log. What is damaged counts as not held from then on. */
  async verify(): Promise<Result<VaultReport, VaultProblem>> {
    if (this.closing !== null) return err({ kind: 'closed' })
    return this.turns.run(() => checkVault({ ...this.parts, disk: this.world.disk, folder: this.folder, spaceId: this.workspaceId, blobs: this.blobs }))
  }

  /** Waits for work in flight, seals, lets go of the lock. A second call does nothing. */
  close(): Promise<void> {
    this.closing ??= this.finish()
    return this.closing
  }

  private async finish(): Promise<void> {
    await this.turns.run(() => this.sealAndLog())
    await this.parts.records.close()
    await this.lock.release()
  }

  private sealInBackground(): void {
    this.sealing ??= this.turns.run(() => this.sealAndLog()).finally(() => {
      this.sealing = null
    })
  }

  /** For sealing that nobody waits for: the records are safe in the log, and the next sealing tries again. */
  private async sealAndLog(): Promise<void> {
    const sealed = await this.parts.sealer.seal()
    if (!sealed.ok) this.world.log.warn('vault.notSealed', { code: logToken(diskProblemCode(sealed.error)) })
  }

  private heldPacks(deviceId: string): readonly StoredPack[] {
    return this.parts.store.stream(deviceId).entries().filter((pack) => pack.table !== null)
  }
}

/** So much may wait in the log before it becomes a pack. */
const sealAtBytes = 256 * 1024

/** A pack that holds nothing but what this device has stored is written no more often. */
const vectorAfterMs = 60_000
