import type { Clock } from '#shared/base/Clock'
import type { Ids } from '#shared/base/Ids'
import { ok, type Result } from '#shared/base/Result'
import { diskProblemCode, type Disk, type DiskResult } from '../platform/Disk'
import { logToken, type Log } from '../platform/Log'
import { writeDeviceFile, type DeviceFile } from './deviceFile'
import { OwnStream, type OwnPackFields } from './OwnStream'
import { decodePack, packRecordOverhead, packRecordsBudget, recordsOfPack } from './Pack'
import type { PackStore, StoredPack } from './PackStore'
import { RowHints, type RowSource } from './RowHints'
import type { LoggedRecord } from './logSegment'
import type { UnsealedRecords } from './UnsealedRecords'
import type { VaultProblem } from './VaultProblem'
import { OwnVector } from './vectors/OwnVector'
import type { VaultRecord } from './VaultRecord'
import type { WriteAheadLog } from './WriteAheadLog'

export interface SealerParts {
  readonly disk: Disk
  readonly clock: Clock
  readonly ids: Ids
  readonly log: Log
  readonly folder: string
  readonly spaceId: string
  readonly store: PackStore
  readonly records: WriteAheadLog
  readonly unsealed: UnsealedRecords
}

/** A change of the device id under way. */
interface Resealing {
  /** The packs that go when all of them are written again. */
  readonly former: StoredPack[]
  /** Those not written again yet. */
  readonly left: StoredPack[]
}

/** Writes this device's own stream of packs. One call at a time; the vault sees to that. */
export class Sealer {
  private resealing: Resealing | null = null
  private readonly stream: OwnStream
  private readonly vector: OwnVector
  private vectorSaidAt = Number.NEGATIVE_INFINITY
  private rowSource: RowSource = () => null

  constructor(
    private readonly parts: SealerParts,
    private currentDevice: DeviceFile,
  ) {
    this.stream = new OwnStream(parts, () => this.currentDevice)
    this.vector = new OwnVector(parts.store, parts.spaceId, () => this.currentDevice.deviceId)
  }

  get device(): DeviceFile {
    return this.currentDevice
  }

  /** From now on packs carry the rows of the accounts they have changes of. */
  provideRows(source: RowSource): void {
    this.rowSource = source
  }

  /**
   * Moves what is in the log by now into packs, together with the rows of those accounts and with what this device has
   * stored, and then lets go of the log files. Answers how many packs were made.
   */
  async seal(): DiskResult<number> {
    const { records, unsealed, log } = this.parts
    const resealed = await this.finishResealing()
    if (!resealed.ok) return resealed
    const newestBefore = this.newest()
    const finished = await this.stream.finish()
    if (!finished.ok) return finished
    if (unsealed.length > 0) await records.rotate()
    const through = unsealed.lastSequence
    const rows = new RowHints(this.rowSource)
    const next = (): readonly LoggedRecord[] => unsealed.next(packRecordsBudget, through, (accountId) => rows.cost(accountId))
    for (let chosen = next(); chosen.length > 0; chosen = next()) {
      const packed = [...chosen, ...rows.recordsFor(chosen)]
      const written = await this.write([...packed, ...this.vectorBeside(packed)], chosen.at(-1)?.sequence ?? 0)
      if (!written.ok) return written
    }
    const dropped = await records.dropThrough(this.sealedThrough())
    // Reading both again is harmless, so this is no reason to call the sealing failed.
    if (!dropped.ok) log.warn('vault.logNotCleared', { code: logToken(diskProblemCode(dropped.error)) })
    return ok(this.newest() - newestBefore)
  }

  /**
   * Tells the others what this device has stored where they wait for it: in a pack of its own if there is nothing to
   * seal, at most once in `afterMs`. Answers how many packs were made.
   */
  async publishVector(afterMs: number): DiskResult<number> {
    if (this.parts.unsealed.length > 0) return this.seal()
    const ready = await this.ready()
    if (!ready.ok) return ready
    const now = Date.parse(this.parts.clock.now())
    // A clock that was set back must not keep anybody waiting.
    const isTooSoon = now >= this.vectorSaidAt && now - this.vectorSaidAt < afterMs
    const vector = isTooSoon || !this.vector.hasNews() ? null : this.vector.changes()
    if (vector === null) return ok(0)
    const written = await this.write([vector], this.sealedThrough())
    return written.ok ? ok(1) : written
  }

  /** Adds a pack that does not come from the log. `makeRecords` is called when everything before it is in its place. */
  async appendPack(fields: Omit<OwnPackFields, 'createdAt' | 'logThrough'>, makeRecords: (vector: OwnVector) => readonly VaultRecord[]): DiskResult<void> {
    const ready = await this.ready()
    return ready.ok ? this.write(makeRecords(this.vector), this.sealedThrough(), fields) : ready
  }

  /** The rows that a pack with these records carries. */
  rowsFor(records: readonly VaultRecord[]): readonly VaultRecord[] {
    return new RowHints(this.rowSource).recordsFor(records)
  }

  /** From now on packs are written under a new device id; own packs above `sentThrough` are written again under it. */
  async adoptNewDeviceId(sentThrough: number): Promise<Result<string, VaultProblem>> {
    const sealed = await this.seal()
    if (!sealed.ok) return sealed
    const { deviceId, incarnation } = this.device
    const changed = await this.changeDevice({
      format: 1,
      deviceId: this.parts.ids.next(),
      incarnation: incarnation + 1,
      resealing: { deviceId, above: sentThrough },
    })
    if (!changed.ok) return changed
    const resealed = await this.finishResealing()
    return resealed.ok ? ok(this.device.deviceId) : resealed
  }

  /** Writes packs of the former device id again under the present one, in the same order, and then deletes them. */
  async finishResealing(): DiskResult<void> {
    const { store } = this.parts
    if (this.device.resealing === null) return ok()
    this.resealing ??= this.planResealing()
    const { former, left } = this.resealing
    for (let pack = left[0]; pack !== undefined; pack = left[0]) {
      const resealed = await this.reseal(pack)
      if (!resealed.ok) return resealed
      left.shift()
      // The store has noted the damage; the file stays for whoever can still make something of it.
      if (resealed.value === 'unreadable') former.splice(former.indexOf(pack), 1)
    }
    for (const pack of former) {
      const unlinked = await store.unlink(pack)
      if (!unlinked.ok) return unlinked
    }
    const changed = await this.changeDevice({ ...this.device, resealing: null })
    if (changed.ok) this.resealing = null
    return changed
  }

  /**
   * What was done before a crash is told by the length of the new stream, into which nothing else is written until
   * this is finished.
   */
  private planResealing(): Resealing {
    const { store } = this.parts
    const { resealing, deviceId } = this.device
    const former = store
      .stream(resealing?.deviceId ?? deviceId)
      .entries()
      .filter((pack) => resealing !== null && pack.seq > resealing.above && pack.table !== null)
    const done = store.stream(deviceId).entries().length
    for (const pack of former.slice(0, done)) store.forget(pack.deviceId, pack)
    return { former, left: former.slice(done) }
  }

  private async reseal(former: StoredPack): DiskResult<'done' | 'unreadable'> {
    const { store } = this.parts
    const bytes = await store.read(former)
    if (!bytes.ok) return ok('unreadable')
    const decoded = decodePack(bytes.value)
    if (!decoded.ok) throw new Error('A pack of this device with the right hash must be readable')
    // Nothing new goes in, so that a second attempt after a failure makes the same bytes and no fork. What it said about
    // numbers of the former stream is not true of this one.
    const { logThrough, createdAt } = decoded.value.header
    const written = await this.stream.appendAgain({ logThrough, createdAt }, recordsOfPack(bytes.value, decoded.value))
    if (!written.ok) return written
    store.forget(former.deviceId, former)
    return ok('done')
  }

  private async ready(): DiskResult<void> {
    const resealed = await this.finishResealing()
    return resealed.ok ? this.stream.finish() : resealed
  }

  private async write(records: readonly VaultRecord[], logThrough: number, fields: Omit<OwnPackFields, 'createdAt' | 'logThrough'> = {}): DiskResult<void> {
    const createdAt = this.parts.clock.now()
    const written = await this.stream.append({ ...fields, createdAt, logThrough }, records)
    if (written.ok && records.some(({ kind }) => kind === 'vector')) this.vectorSaidAt = Date.parse(createdAt)
    return written
  }

  /** What has changed in what this device has stored, if it fits beside the records; else it goes with the next ones. */
  private vectorBeside(records: readonly VaultRecord[]): readonly VaultRecord[] {
    const vector = this.vector.changes()
    if (vector === null) return []
    const size = [...records, vector].reduce((sum, { bytes }) => sum + packRecordOverhead + bytes.length, 0)
    return size <= packRecordsBudget ? [vector] : []
  }

  private newest(): number {
    return this.parts.store.stream(this.device.deviceId).last()?.seq ?? 0
  }

  private sealedThrough(): number {
    return sealedThrough(this.parts.store, this.device)
  }

  private async changeDevice(device: DeviceFile): DiskResult<void> {
    const written = await writeDeviceFile(this.parts.disk, this.parts.folder, device)
    if (written.ok) this.currentDevice = device
    return written
  }
}

/** The newest log record that a pack of this device holds. */
export function sealedThrough(store: PackStore, device: DeviceFile): number {
  const streams = [device.deviceId, ...(device.resealing === null ? [] : [device.resealing.deviceId])]
  return streams.flatMap((deviceId) => store.stream(deviceId).entries()).reduce((through, pack) => Math.max(through, pack.logThrough), 0)
}
