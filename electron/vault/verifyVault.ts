import { join } from 'node:path'
import { ok, type Result } from '#shared/base/Result'
import { diskProblemCode, type Disk } from '../platform/Disk'
import type { BlobStore } from './blobs/BlobStore'
import { readLogSegment } from './logSegment'
import { logFileName, type ClosedSegment } from './openLogFolder'
import { loadPacks } from './loadPacks'
import type { PackStore, StoredPack } from './PackStore'
import type { Sealer } from './Sealer'
import { streamNotices } from './streamNotices'
import type { VaultNotice, VaultProblem } from './VaultProblem'
import type { WriteAheadLog } from './WriteAheadLog'

/** What a vault's files hold when all of them are read again. */
export interface VaultReport {
  readonly packs: number
  readonly packBytes: number
  readonly records: number
  readonly streams: number
  readonly logFiles: number
  readonly logRecords: number
  /** Attachments. */
  readonly blobs: number
  readonly problems: readonly VaultNotice[]
}

export interface CheckedVault {
  readonly disk: Disk
  readonly folder: string
  readonly spaceId: string
  readonly store: PackStore
  readonly sealer: Sealer
  readonly records: WriteAheadLog
  readonly blobs: BlobStore
}

/** Checks what lies on the disk, and lets what is damaged count as missing from then on, so that it can come again. */
export async function checkVault(vault: CheckedVault): Promise<Result<VaultReport, VaultProblem>> {
  // What is written from here on is in another file, so that the check never meets half an append.
  await vault.records.rotate()
  const verified = await verifyFiles(vault)
  if (!verified.ok) return verified
  const { damaged, report } = verified.value
  await vault.store.giveUp(damaged)
  for (const problem of report.problems) if (problem.kind === 'blobDamaged') await vault.blobs.check(problem.sha)
  return ok(report)
}

/** Reads every pack, every attachment and the ended log files from the disk and checks every hash and every chain. Changes nothing. */
async function verifyFiles(vault: CheckedVault): Promise<Result<{ readonly report: VaultReport; readonly damaged: readonly StoredPack[] }, VaultProblem>> {
  const { disk, folder, spaceId, sealer, records, blobs } = vault
  const loaded = await loadPacks(disk, folder, spaceId)
  if (!loaded.ok) return loaded
  const { store } = loaded.value
  const packs = store.all()
  const problems: VaultNotice[] = [...store.notices, ...streamNotices(store.states(), sealer.device.deviceId)]
  const segments = records.endedSegments()
  let logRecords = 0
  for (const segment of segments) {
    const checked = await checkSegment(disk, folder, segment)
    logRecords += checked.records
    problems.push(...checked.problems)
  }
  const listed = await blobs.list()
  if (!listed.ok) return listed
  for (const { sha } of listed.value) {
    const isWhole = await blobs.isWhole(sha)
    if (!isWhole.ok || !isWhole.value) problems.push({ kind: 'blobDamaged', sha })
  }
  const report: VaultReport = {
    packs: packs.length,
    packBytes: packs.reduce((sum, pack) => sum + pack.bytes, 0),
    records: packs.reduce((sum, pack) => sum + (pack.table?.recordCount ?? 0), 0),
    streams: store.states().filter((stream) => stream.newest > 0).length,
    logFiles: segments.length,
    logRecords,
    blobs: listed.value.length,
    problems,
  }
  return ok({ report, damaged: store.damaged() })
}

async function checkSegment(disk: Disk, folder: string, segment: ClosedSegment): Promise<{ readonly records: number; readonly problems: readonly VaultNotice[] }> {
  const name = logFileName(segment.number)
  const bytes = await disk.readRange(join(folder, 'wal', name), 0, segment.length)
  const damage = (lost: number, reason: string, recordsAfter: number): VaultNotice => ({
    kind: 'logDamaged',
    file: `wal/${name}`,
    copy: null,
    bytes: lost,
    reason,
    recordsAfter,
  })
  if (!bytes.ok) return { records: 0, problems: [damage(segment.length, diskProblemCode(bytes.error), 0)] }
  const reading = readLogSegment(bytes.value, true)
  if (reading.kind === 'newerFormat') return { records: 0, problems: [damage(segment.length, 'newerFormat', 0)] }
  const lost = reading.gaps.reduce((sum, gap) => sum + gap.to - gap.from, segment.length - reading.length)
  return { records: reading.records.length, problems: lost === 0 ? [] : [damage(lost, 'hash', reading.recordsAfterDamage)] }
}
