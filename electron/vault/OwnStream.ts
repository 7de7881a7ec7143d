import type { DiskResult } from '../platform/Disk'
import { ok } from '#shared/base/Result'
import type { DeviceFile } from './deviceFile'
import { decodePack, encodePack, type EncodedPack } from './Pack'
import type { PackHeader } from './PackHeader'
import type { PackStore } from './PackStore'
import type { UnsealedRecords } from './UnsealedRecords'
import type { VaultRecord } from './VaultRecord'

export interface OwnStreamParts {
  readonly store: PackStore
  readonly unsealed: UnsealedRecords
  readonly spaceId: string
}

export type OwnPackFields = Pick<PackHeader, 'createdAt' | 'logThrough' | 'retiredThrough' | 'baseThrough' | 'baseParts'>

/** Adds packs at the end of this device's stream, one after the other; the vault sees to that. */
export class OwnStream {
  /** A pack whose writing failed: whether it is on the disk is not known, so the same bytes are written again. */
  private unfinished: EncodedPack | null = null

  constructor(
    private readonly parts: OwnStreamParts,
    private readonly device: () => DeviceFile,
  ) {}

  /** Writes again what failed the last time. Nothing else may take its number. */
  async finish(): DiskResult<void> {
    return this.unfinished === null ? ok() : this.write(this.unfinished)
  }

  /** Only after `finish` has answered ok. Flushed and in the index when it answers ok. */
  async append(fields: OwnPackFields, records: readonly VaultRecord[]): DiskResult<void> {
    if (this.unfinished !== null) throw new Error('A pack is not finished')
    this.unfinished = this.encode(fields, records)
    return this.write(this.unfinished)
  }

  /** For packs that can be made again from what they are made of, to the same bytes: a failure leaves nothing behind. */
  async appendAgain(fields: OwnPackFields, records: readonly VaultRecord[]): DiskResult<void> {
    const pack = this.encode(fields, records)
    const written = await this.put(pack)
    if (written.ok) this.addToIndex(pack)
    return written
  }

  private async write(pack: EncodedPack): DiskResult<void> {
    const written = await this.put(pack)
    if (!written.ok) return written
    this.unfinished = null
    // Both at once, so that a reader finds each record either in the pack or in the log.
    this.addToIndex(pack)
    this.parts.unsealed.dropThrough(pack.header.logThrough)
    return ok()
  }

  private put(pack: EncodedPack): DiskResult<void> {
    return this.parts.store.write(this.device().deviceId, { seq: pack.header.seq, sha: pack.sha }, pack.bytes)
  }

  private encode(fields: OwnPackFields, records: readonly VaultRecord[]): EncodedPack {
    const { store, spaceId } = this.parts
    const { deviceId, incarnation } = this.device()
    const stream = store.stream(deviceId)
    const last = stream.last()
    const { retiredThrough } = stream.state()
    // Said in every pack from then on, so that whoever holds only the newest one knows.
    const retired = retiredThrough > 0 && fields.retiredThrough === undefined ? { retiredThrough } : {}
    return encodePack({ spaceId, deviceId, incarnation, seq: (last?.seq ?? 0) + 1, prevSha: last?.sha ?? null, ...retired, ...fields }, records)
  }

  private addToIndex({ bytes, header, sha }: EncodedPack): void {
    const decoded = decodePack(bytes)
    if (!decoded.ok) throw new Error('A pack that was just made must be readable')
    this.parts.store.add(bytes, decoded.value, { seq: header.seq, sha })
  }
}
