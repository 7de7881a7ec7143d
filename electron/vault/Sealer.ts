import type { Clock } from '#shared/base/Clock'
import type { Ids } from '#shared/base/Ids'
import { ok, type Result } from '#shared/base/Result'
import { diskProblemCode, type Disk, type DiskResult } from '../platform/Disk'
import { logToken, type Log } from '../platform/Log'
import { writeDeviceFile, type DeviceFile } from './deviceFile'
import { decodePack, encodePack, packRecordsBudget, recordsOfPack, type EncodedPack } from './Pack'
import type { PackStore, StoredPack } from './PackStore'
import type { UnsealedRecords } from './UnsealedRecords'
import type { VaultProblem } from './VaultProblem'
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
  /** A pack whose writing failed: whether it is on the disk is not known, so the same bytes are written again. */
  private unfinished: EncodedPack | null = null
  private resealing: Resealing | null = null

  constructor(
    private readonly parts: SealerParts,
    private currentDevice: DeviceFile,
  ) {}

  get device(): DeviceFile {
    return this.currentDevice
  }

  /** Moves what is in the log by now into packs and then lets go of the log files. Answers how many packs were made. */
  async seal(): DiskResult<number> {
    const { records, store, unsealed, log } = this.parts
    const resealed = await this.finishResealing()
    if (!resealed.ok) return resealed
    let made = 0
    if (unsealed.count > 0) await records.rotate()
    const through = unsealed.lastSequence
    for (let next = unsealed.next(packRecordsBudget, through); next.length > 0; next = unsealed.next(packRecordsBudget, through)) {
      const pack = this.unfinished ?? this.encode(next, next.at(-1)?.sequence ?? 0, this.parts.clock.now())
      this.unfinished = pack
      const written = await store.write(this.device.deviceId, { seq: pack.header.seq, sha: pack.sha }, pack.bytes)
      if (!written.ok) return written
      this.unfinished = null
      // Both at once, so that a reader finds each record either in the pack or in the log.
      this.addToIndex(pack)
      unsealed.dropThrough(pack.header.logThrough)
      made++
    }
    const dropped = await records.dropThrough(this.sealedThrough())
    // Reading both again is harmless, so this is no reason to call the sealing failed.
    if (!dropped.ok) log.warn('vault.logNotCleared', { code: logToken(diskProblemCode(dropped.error)) })
    return ok(made)
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
    // Nothing new goes in, so that a second attempt after a failure makes the same bytes and no fork.
    const { logThrough, createdAt } = decoded.value.header
    const pack = this.encode(recordsOfPack(bytes.value, decoded.value), logThrough, createdAt)
    const written = await store.write(this.device.deviceId, { seq: pack.header.seq, sha: pack.sha }, pack.bytes)
    if (!written.ok) return written
    this.addToIndex(pack)
    store.forget(former.deviceId, former)
    return ok('done')
  }

  private encode(records: readonly VaultRecord[], logThrough: number, createdAt: string): EncodedPack {
    const { store, spaceId } = this.parts
    const { deviceId, incarnation } = this.device
    const last = store.stream(deviceId).last()
    return encodePack({ spaceId, deviceId, incarnation, seq: (last?.seq ?? 0) + 1, prevSha: last?.sha ?? null, createdAt, logThrough }, records)
  }

  private addToIndex({ bytes, header, sha }: EncodedPack): void {
    const decoded = decodePack(bytes)
    if (!decoded.ok) throw new Error('A pack that was just made must be readable')
    this.parts.store.add(bytes, decoded.value, { seq: header.seq, sha })
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
  return Math.max(0, ...streams.flatMap((deviceId) => store.stream(deviceId).entries().map((pack) => pack.logThrough)))
}
