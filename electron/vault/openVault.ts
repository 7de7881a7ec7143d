import { join } from 'node:path'
import { ok, type Result } from '#shared/base/Result'
import { ensureDirectory } from '../platform/ensureDirectory'
import { BlobStore } from './blobs/BlobStore'
import { readDeviceFile, writeDeviceFile, type DeviceFile } from './deviceFile'
import { loadPacks } from './loadPacks'
import type { PackStore } from './PackStore'
import { removeLeftovers } from './removeLeftovers'
import { Sealer, sealedThrough } from './Sealer'
import { UnsealedRecords } from './UnsealedRecords'
import { Colleagues } from './vectors/Colleagues'
import type { VaultNotice, VaultProblem } from './VaultProblem'
import type { VaultWorld } from './VaultWorld'
import { WriteAheadLog } from './WriteAheadLog'

/** Everything an open vault consists of, read and repaired. */
export interface VaultParts {
  readonly store: PackStore
  readonly records: WriteAheadLog
  readonly unsealed: UnsealedRecords
  readonly sealer: Sealer
  readonly colleagues: Colleagues
  readonly notices: readonly VaultNotice[]
}

/** Reads the vault in the order in which one part explains the next: device, packs, log. The caller holds the lock. */
export async function openVault(world: VaultWorld, folder: string, spaceId: string): Promise<Result<VaultParts, VaultProblem>> {
  const { disk, clock, ids, log } = world
  const logFolder = join(folder, 'wal')
  const made = await ensureDirectory(disk, logFolder)
  if (!made.ok) return made
  await removeLeftovers(disk, folder)
  await removeLeftovers(disk, logFolder)
  const device = await openDevice(world, folder)
  if (!device.ok) return device
  const loaded = await loadPacks(disk, folder, spaceId)
  if (!loaded.ok) return loaded
  const { store, leftovers } = loaded.value
  for (const leftover of leftovers) await disk.unlink(leftover)
  await store.setAsideDamaged()
  await new BlobStore(disk, join(folder, 'blobs'), () => false).removeLeftovers()
  const through = sealedThrough(store, device.value.device)
  const opened = await WriteAheadLog.open(disk, logFolder, through)
  if (!opened.ok) return opened
  const { log: records, notices } = opened.value
  if (store.stream(device.value.device.deviceId).last()?.table === null) records.skipTo(through + numbersInOnePack)
  const unsealed = new UnsealedRecords(opened.value.records)
  const sealer = new Sealer({ disk, clock, ids, log, folder, spaceId, store, records, unsealed }, device.value.device)
  const resealed = await sealer.finishResealing()
  // On a full disk the vault must open all the same; the next sealing goes on with it.
  if (!resealed.ok) log.warn('vault.resealingWaits', { kind: resealed.error.kind })
  const colleagues = new Colleagues(store, clock, () => sealer.device.deviceId)
  return ok({ store, records, unsealed, sealer, colleagues, notices: [...device.value.notices, ...notices] })
}

async function openDevice(world: VaultWorld, folder: string): Promise<Result<{ readonly device: DeviceFile; readonly notices: readonly VaultNotice[] }, VaultProblem>> {
  const read = await readDeviceFile(world.disk, folder)
  if (read.ok) return ok({ device: read.value, notices: [] })
  if (read.error.kind !== 'missing' && read.error.kind !== 'damaged') return read
  // A new id is always safe: what was written under the old one stays readable as another device's.
  const device: DeviceFile = { format: 1, deviceId: world.ids.next(), incarnation: 1, resealing: null }
  const written = await writeDeviceFile(world.disk, folder, device)
  return written.ok ? ok({ device, notices: [{ kind: 'newDevice', reason: read.error.kind }] }) : written
}

/**
 * The newest own pack cannot be read now but may be again, and then it claims the log's numbers up to an unknown one.
 * No pack has room for so many, so numbers beyond are safe from being taken for packed ones.
 */
const numbersInOnePack = 2 ** 32
