import { join } from 'node:path'
import { isId } from '#shared/base/Id'
import { err, ok, type Result } from '#shared/base/Result'
import { diskProblemCode, type Disk, type DiskProblem, type EntryKind } from '../platform/Disk'
import { accountIdsInDamagedPack, decodePack, packFormat } from './Pack'
import { bucketName, bucketOf, parseBucketName, parsePackName, type PackName } from './packName'
import { PackStore } from './PackStore'
import { isLeftover } from './removeLeftovers'
import { parseSetAsidePack } from './setAside'
import { sha256Hex } from './sha256'
import type { VaultProblem } from './VaultProblem'

export interface LoadedPacks {
  readonly store: PackStore
  /** Files that a crash left half written. */
  readonly leftovers: readonly string[]
}

/** Reads every pack once, one at a time: checks its hash, notes where its records lie, and lets go of the bytes. Changes nothing. */
export function loadPacks(disk: Disk, folder: string, spaceId: string): Promise<Result<LoadedPacks, VaultProblem>> {
  return new PackLoader(disk, new PackStore(disk, folder, spaceId)).load()
}

class PackLoader {
  private readonly leftovers: string[] = []

  constructor(
    private readonly disk: Disk,
    private readonly store: PackStore,
  ) {}

  async load(): Promise<Result<LoadedPacks, VaultProblem>> {
    const devices = await namesIn(this.disk, this.store.path(), 'directory')
    if (!devices.ok) return devices
    for (const deviceId of devices.value.filter(isId).sort()) {
      const buckets = await namesIn(this.disk, this.store.path(deviceId), 'directory')
      if (!buckets.ok) return buckets
      for (const bucket of buckets.value.filter((name) => parseBucketName(name) !== null).sort()) {
        const loaded = await this.loadBucket(deviceId, bucket)
        if (!loaded.ok) return loaded
      }
    }
    return ok({ store: this.store, leftovers: this.leftovers })
  }

  private async loadBucket(deviceId: string, bucket: string): Promise<Result<void, VaultProblem>> {
    const folder = this.store.path(deviceId, bucket)
    const listed = await namesIn(this.disk, folder, 'file')
    if (!listed.ok) return listed
    const names = listed.value.sort()
    this.leftovers.push(...names.filter(isLeftover).map((name) => join(folder, name)))
    for (const name of names) {
      const place = inBucket(parsePackName(name), bucket)
      if (place === null) continue
      const bytes = await this.disk.readFile(join(folder, name))
      const loaded = bytes.ok ? this.take(deviceId, place, bytes.value) : ok(this.store.noteDamage({ ...place, deviceId, bytes: 0 }, diskProblemCode(bytes.error), [], false))
      if (!loaded.ok) return loaded
    }
    for (const name of names) {
      const place = inBucket(parseSetAsidePack(name), bucket)
      if (place !== null) await this.noteSetAside(deviceId, place, join(folder, name))
    }
    return ok()
  }

  private take(deviceId: string, place: PackName, bytes: Uint8Array): Result<void, VaultProblem> {
    const damaged = (reason: string): Result<void, never> =>
      ok(this.store.noteDamage({ ...place, deviceId, bytes: bytes.length }, reason, accountIdsInDamagedPack(bytes), true))
    if (sha256Hex(bytes) !== place.sha) return damaged('hash')
    const pack = decodePack(bytes)
    if (pack.ok && pack.value.header.deviceId === deviceId && pack.value.header.seq === place.seq) {
      this.store.add(bytes, pack.value, place)
      return ok()
    }
    if (!pack.ok && (pack.error.kind === 'newerFormat' || pack.error.kind === 'unknownProtection' || pack.error.kind === 'unknownRecordKind')) {
      const found = pack.error.kind === 'newerFormat' ? pack.error.found : packFormat + 1
      return err({ kind: 'newerFormat', file: this.store.relative({ ...place, deviceId }), found, known: packFormat })
    }
    return damaged(pack.ok ? 'place' : pack.error.kind)
  }

  /** Its number stays taken, and it is missed until the whole pack has come again. */
  private async noteSetAside(deviceId: string, place: PackName, path: string): Promise<void> {
    if (this.store.stream(deviceId).at(place.seq).some(({ sha }) => sha === place.sha)) return
    const bytes = await this.disk.readFile(path)
    const content = bytes.ok ? bytes.value : new Uint8Array()
    this.store.noteDamage({ ...place, deviceId, bytes: content.length }, 'setAside', accountIdsInDamagedPack(content), false)
  }
}

function inBucket(place: PackName | null, bucket: string): PackName | null {
  return place !== null && bucketName(bucketOf(place.seq)) === bucket ? place : null
}

async function namesIn(disk: Disk, folder: string, kind: EntryKind): Promise<Result<string[], DiskProblem>> {
  const listed = await disk.readDirectory(folder)
  if (listed.ok) return ok(listed.value.filter((entry) => entry.kind === kind).map((entry) => entry.name))
  return listed.error.kind === 'missing' ? ok([]) : listed
}
