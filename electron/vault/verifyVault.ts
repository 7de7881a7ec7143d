import { join } from 'node:path'
import { ok, type Result } from '#shared/base/Result'
import { diskProblemCode, type Disk } from '../platform/Disk'
import { readLogSegment } from './logSegment'
import { logFileName, type ClosedSegment } from './openLogFolder'
import { loadPacks } from './loadPacks'
import type { StoredPack } from './PackStore'
import { streamNotices } from './streamNotices'
import type { VaultNotice, VaultProblem } from './VaultProblem'

/** What a vault's files hold when all of them are read again. */
export interface VaultReport {
  readonly packs: number
  readonly packBytes: number
  readonly records: number
  readonly streams: number
  readonly logFiles: number
  readonly logRecords: number
  readonly problems: readonly VaultNotice[]
}

/** Reads every pack and the given log files from the disk and checks every hash and every chain. Changes nothing. */
export async function verifyVault(
  disk: Disk,
  folder: string,
  spaceId: string,
  ownDeviceId: string,
  segments: readonly ClosedSegment[],
): Promise<Result<{ readonly report: VaultReport; readonly damaged: readonly StoredPack[] }, VaultProblem>> {
  const loaded = await loadPacks(disk, folder, spaceId)
  if (!loaded.ok) return loaded
  const { store } = loaded.value
  const packs = store.all()
  const problems: VaultNotice[] = [...store.notices, ...streamNotices(store.states(), ownDeviceId)]
  let logRecords = 0
  for (const segment of segments) {
    const checked = await checkSegment(disk, folder, segment)
    logRecords += checked.records
    problems.push(...checked.problems)
  }
  const report = {
    packs: packs.length,
    packBytes: packs.reduce((sum, pack) => sum + pack.bytes, 0),
    records: packs.reduce((sum, pack) => sum + (pack.table?.recordCount ?? 0), 0),
    streams: store.states().filter((stream) => stream.newest > 0).length,
    logFiles: segments.length,
    logRecords,
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
