import { join } from 'node:path'
import { err, ok, type Result } from '#shared/base/Result'
import type { Disk, DiskProblem, DiskResult } from '../platform/Disk'
import { ensureDirectory } from '../platform/ensureDirectory'
import { replaceFile } from '../platform/replaceFile'
import { AccountNumbers } from './AccountNumbers'
import type { Pack } from './Pack'
import { bucketName, bucketOf, packName, type PackName } from './packName'
import { PackStream, type StreamEntry, type StreamState } from './PackStream'
import { PackTable } from './PackTable'
import { setAside } from './setAside'
import { sha256Hex } from './sha256'
import { decodeVector } from './vectors/DeviceVector'
import { PublishedVectors } from './vectors/PublishedVectors'
import type { VaultNotice, VaultProblem } from './VaultProblem'
import type { VaultRecord } from './VaultRecord'

export interface StoredPack extends StreamEntry {
  readonly deviceId: string
  readonly bytes: number
  readonly logThrough: number
  /** A claim of that device's clock; empty for a pack that cannot be read. */
  readonly createdAt: string
  readonly baseThrough?: number
  readonly baseParts?: number
  /** Null for a pack that is not what its name says. */
  readonly table: PackTable | null
}

export type PackPlace = Pick<StoredPack, 'deviceId' | 'seq' | 'sha' | 'bytes'>

/** Owns the pack files of one vault, own and foreign, and the index that tells where an account's records lie. */
export class PackStore {
  private readonly streamsByDevice = new Map<string, PackStream<StoredPack>>()
  private readonly numbers = new AccountNumbers()
  private readonly packsByAccount = new Map<number, Set<StoredPack>>()
  /** In how many packs an account's document has records. */
  private readonly documentPacks = new Map<number, number>()
  private readonly newestMoments = new Map<string, number>()
  readonly published = new PublishedVectors()
  private readonly noted: { readonly pack: StoredPack; readonly notice: VaultNotice }[] = []
  /** Found damaged and still under their own names. */
  private readonly toSetAside: StoredPack[] = []

  constructor(
    private readonly disk: Disk,
    private readonly folder: string,
    private readonly spaceId: string,
  ) {}

  stream(deviceId: string): PackStream<StoredPack> {
    const known = this.streamsByDevice.get(deviceId)
    if (known !== undefined) return known
    const stream = new PackStream<StoredPack>(deviceId)
    this.streamsByDevice.set(deviceId, stream)
    return stream
  }

  deviceIds(): readonly string[] {
    return [...this.streamsByDevice.keys()].sort()
  }

  states(): readonly StreamState[] {
    return this.deviceIds().map((deviceId) => this.stream(deviceId).state())
  }

  /** Readable packs in the order in which they are read: by device, then number. */
  all(): readonly StoredPack[] {
    return this.deviceIds().flatMap((deviceId) => this.stream(deviceId).entries().filter((pack) => pack.table !== null))
  }

  /** When the latest pack of a device was made, by that device's clock, in milliseconds; 0 for none. */
  newestMoment(deviceId: string): number {
    return this.newestMoments.get(deviceId) ?? 0
  }

  accountIds(): readonly string[] {
    return [...this.documentPacks.keys()].map((number) => this.numbers.idOf(number))
  }

  /** The accounts of whose documents the pack holds something. */
  accountIdsIn(pack: StoredPack): readonly string[] {
    return pack.table?.documentAccounts.map((number) => this.numbers.idOf(number)) ?? []
  }

  /** Puts the file in place, flushed. The index does not know of it before `add`. */
  async write(deviceId: string, name: PackName, bytes: Uint8Array): DiskResult<void> {
    const folder = this.path(deviceId, bucketName(bucketOf(name.seq)))
    const made = await ensureDirectory(this.disk, folder)
    return made.ok ? replaceFile(this.disk, join(folder, packName(name)), bytes) : made
  }

  add(bytes: Uint8Array, pack: Pack, name: PackName): StoredPack {
    const { deviceId, prevSha, logThrough, createdAt, retiredThrough, baseThrough, baseParts } = pack.header
    const table = new PackTable(bytes, pack, this.numbers)
    const compaction = {
      ...(retiredThrough === undefined ? {} : { retiredThrough }),
      ...(baseThrough === undefined ? {} : { baseThrough }),
      ...(baseParts === undefined ? {} : { baseParts }),
    }
    const stored: StoredPack = { ...name, deviceId, prevSha, logThrough, createdAt, ...compaction, bytes: bytes.length, table }
    this.forget(deviceId, name)
    this.stream(deviceId).add(stored)
    this.newestMoments.set(deviceId, Math.max(this.newestMoment(deviceId), Date.parse(createdAt) || 0))
    this.notePublished(bytes, pack)
    for (const account of table.documentAccounts) this.documentPacks.set(account, (this.documentPacks.get(account) ?? 0) + 1)
    for (const account of stored.table?.distinctAccounts ?? []) {
      const packs = this.packsByAccount.get(account)
      if (packs === undefined) this.packsByAccount.set(account, new Set([stored]))
      else packs.add(stored)
    }
    return stored
  }

  /** Takes a pack out of the index; its file stays. */
  forget(deviceId: string, name: PackName): void {
    const stored = this.stream(deviceId).at(name.seq).find((candidate) => candidate.sha === name.sha)
    if (stored === undefined) return
    this.stream(deviceId).remove(stored)
    for (const account of stored.table?.distinctAccounts ?? []) {
      const packs = this.packsByAccount.get(account)
      packs?.delete(stored)
      if (packs?.size === 0) this.packsByAccount.delete(account)
    }
    for (const account of stored.table?.documentAccounts ?? []) {
      const left = (this.documentPacks.get(account) ?? 1) - 1
      if (left === 0) this.documentPacks.delete(account)
      else this.documentPacks.set(account, left)
    }
  }

  async unlink(pack: StoredPack): DiskResult<void> {
    const folder = this.path(pack.deviceId, bucketName(bucketOf(pack.seq)))
    const unlinked = await this.disk.unlink(join(folder, packName(pack)))
    if (!unlinked.ok && unlinked.error.kind !== 'missing') return unlinked
    return this.disk.syncDirectory(folder)
  }

  /** Taken out of the index first, so that nobody who reads meanwhile finds it gone; bases have what it held. */
  async deleteRetired(pack: StoredPack): DiskResult<void> {
    this.forget(pack.deviceId, pack)
    return this.unlink(pack)
  }

  packsOf(accountId: string): readonly StoredPack[] {
    const account = this.numbers.knownNumberOf(accountId)
    const packs = account === null ? undefined : this.packsByAccount.get(account)
    return [...(packs ?? [])].sort((a, b) => compare(a.deviceId, b.deviceId) || a.seq - b.seq || compare(a.sha, b.sha))
  }

  /** The account's records in these packs. A pack that changed under our hands is left out and noted. */
  async recordsOf(accountId: string, packs: readonly StoredPack[]): Promise<Result<readonly VaultRecord[], DiskProblem>> {
    const account = this.numbers.knownNumberOf(accountId)
    const records: VaultRecord[] = []
    if (account === null) return ok(records)
    for (const pack of packs) {
      const path = this.path(...placeOf(pack))
      const found = await pack.table?.recordsOf(account, accountId, (offset, length) => this.disk.readRange(path, offset, length))
      if (found === undefined) continue
      if (!found.ok && found.error.kind !== 'missing') return found
      if (found.ok && found.value !== null) records.push(...found.value)
      else await this.noteLoss(pack, found.ok ? 'changed' : 'missing')
    }
    return ok(records)
  }

  /** The newest row that any device has sent of this account; by their clocks, since nothing else is known. */
  async newestRow(accountId: string): Promise<Result<Uint8Array | null, DiskProblem>> {
    const account = this.numbers.knownNumberOf(accountId)
    const packs = account === null ? [] : this.packsOf(accountId).filter((pack) => pack.table?.rowAccounts.has(account))
    const newest = packs.reduce<StoredPack | null>((latest, pack) => (latest !== null && latest.createdAt > pack.createdAt ? latest : pack), null)
    const records = newest === null ? ok([]) : await this.recordsOf(accountId, [newest])
    return records.ok ? ok(records.value.findLast(({ kind }) => kind === 'row')?.bytes ?? null) : records
  }

  /** The bytes as they were stored, or what is wrong with them. */
  async read(pack: StoredPack): Promise<Result<Uint8Array, VaultProblem>> {
    const bytes = await this.disk.readFile(this.path(...placeOf(pack)))
    if (!bytes.ok && bytes.error.kind !== 'missing') return bytes
    if (bytes.ok && sha256Hex(bytes.value) === pack.sha) return bytes
    const reason = bytes.ok ? 'hash' : 'missing'
    await this.noteLoss(pack, reason)
    return err({ kind: 'damaged', file: this.relative(pack), reason })
  }

  private async noteLoss(pack: StoredPack, reason: string): Promise<void> {
    // Whoever began to read before it was deleted on purpose, or read it at the same time, has nothing to report.
    if (!this.stream(pack.deviceId).at(pack.seq).includes(pack)) return
    this.noteDamage(pack, reason, this.accountIdsIn(pack), reason !== 'missing')
    await this.setAsideDamaged()
  }

  private notePublished(bytes: Uint8Array, pack: Pack): void {
    for (const { kind, offset, length } of pack.records) {
      const vector = kind === 'vector' ? decodeVector(bytes.subarray(offset, offset + length)) : null
      if (vector !== null) this.published.add(pack.header.deviceId, pack.header.seq, vector)
    }
  }

  /** From now on the pack counts as not held, so that whoever has it can give it again. `isThere`: its file is, and is wrong. */
  noteDamage({ deviceId, seq, sha, bytes }: PackPlace, reason: string, accountIds: readonly string[], isThere: boolean): void {
    const pack: StoredPack = { seq, sha, deviceId, bytes, prevSha: undefined, logThrough: 0, createdAt: '', table: null }
    this.forget(deviceId, pack)
    this.stream(deviceId).add(pack)
    this.noted.push({ pack, notice: { kind: 'packDamaged', file: this.relative(pack), deviceId, seq, reason, accountIds } })
    if (isThere) this.toSetAside.push(pack)
  }

  /** For packs of which somebody else has found out that their files are not what they should be. */
  async giveUp(packs: readonly PackPlace[]): Promise<void> {
    for (const { deviceId, seq, sha } of packs) {
      const held = this.stream(deviceId).at(seq).find((pack) => pack.sha === sha && pack.table !== null)
      if (held !== undefined) await this.noteLoss(held, 'hash')
    }
  }

  /** Takes damaged files out of the way of the whole ones that may come. What cannot be renamed now is replaced then. */
  async setAsideDamaged(): Promise<void> {
    for (const pack of this.toSetAside.splice(0)) await setAside(this.disk, this.path(pack.deviceId, bucketName(bucketOf(pack.seq))), packName(pack))
  }

  /** Damage that still matters: not of packs that have come again since, or that nobody needs any more. */
  get notices(): readonly VaultNotice[] {
    return this.noted
      .filter(({ pack }) => this.stream(pack.deviceId).at(pack.seq).includes(pack) && pack.seq > this.stream(pack.deviceId).state().retiredThrough)
      .map(({ notice }) => notice)
  }

  /** The packs of which the files are not what their names say. */
  damaged(): readonly StoredPack[] {
    return this.noted.map(({ pack }) => pack)
  }

  /** For messages: the file as seen from the vault folder. */
  relative(pack: Omit<PackPlace, 'bytes'>): string {
    return ['spaces', this.spaceId, 'd', ...placeOf(pack)].join('/')
  }

  path(...parts: readonly string[]): string {
    return join(this.folder, 'spaces', this.spaceId, 'd', ...parts)
  }
}

function placeOf(pack: Omit<PackPlace, 'bytes'>): readonly [string, string, string] {
  return [pack.deviceId, bucketName(bucketOf(pack.seq)), packName(pack)]
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
