import { basename, join } from 'node:path'
import { err, ok, type Result } from '#shared/base/Result'
import type { Disk, DiskResult } from '../platform/Disk'
import { replaceFile } from '../platform/replaceFile'
import { logFormat, readLogHeader, readLogSegment, type LoggedRecord, type LogSegmentReading } from './logSegment'
import { sha256Hex } from './sha256'
import type { VaultNotice, VaultProblem } from './VaultProblem'

/** A log file that is not written to any more. */
export interface ClosedSegment {
  readonly number: number
  /** The part of it that counts. */
  readonly length: number
  /** Every record in it has a number up to this one. */
  readonly lastSequence: number
}

export interface OpenedLogFolder {
  readonly segments: readonly ClosedSegment[]
  readonly records: readonly LoggedRecord[]
  readonly notices: readonly VaultNotice[]
  readonly nextNumber: number
}

export function logFileName(number: number): string {
  return `${String(number).padStart(8, '0')}.log`
}

/** Null for every other name. */
export function parseLogFileName(name: string): number | null {
  const match = /^(\d{8})\.log$/.exec(name)
  return match === null ? null : Number(match[1])
}

type Whole = Extract<LogSegmentReading, { kind: 'read' }>

/** Reads the log files one after another, repairs what a crash left, and keeps the records behind `sealedThrough`. */
export async function openLogFolder(disk: Disk, folder: string, sealedThrough: number): Promise<Result<OpenedLogFolder, VaultProblem>> {
  const listed = await disk.readDirectory(folder)
  if (!listed.ok) return listed
  const numbers = listed.value.map((entry) => parseLogFileName(entry.name)).filter((number) => number !== null).sort((a, b) => a - b)
  const readings = new SegmentFiles(disk, folder)
  const segments: ClosedSegment[] = []
  const records: LoggedRecord[] = []
  const notices: VaultNotice[] = []
  let lastSequence = 0
  for (const [index, number] of numbers.entries()) {
    const limit = await readings.acknowledgedLength(number, numbers.slice(index + 1))
    if (!limit.ok) return limit
    const segment = await readings.read(number, limit.value)
    if (!segment.ok) return segment
    const { reading } = segment.value
    const repaired = await repair(disk, folder, number, segment.value)
    if (!repaired.ok) return repaired
    notices.push(...repaired.value)
    for (const record of reading.records) {
      // A file that could not be cut may hold numbers that were given again in the next one.
      if (record.sequence <= lastSequence) continue
      lastSequence = record.sequence
      if (record.sequence > sealedThrough) records.push(record)
    }
    segments.push({ number, length: reading.length, lastSequence: reading.records.at(-1)?.sequence ?? (reading.header?.firstSequence ?? 1) - 1 })
  }
  return ok({ segments, records, notices, nextNumber: (numbers.at(-1) ?? 0) + 1 })
}

interface SegmentFile {
  readonly reading: Whole
  /** So many bytes of the file were acknowledged, as far as is known. */
  readonly counted: number
  readonly size: number
}

class SegmentFiles {
  constructor(
    private readonly disk: Disk,
    private readonly folder: string,
  ) {}

  /** Null when no later file says how much of this one counts. */
  async acknowledgedLength(number: number, later: readonly number[]): Promise<Result<number | null, VaultProblem>> {
    for (const candidate of later) {
      const start = await this.disk.readRange(join(this.folder, logFileName(candidate)), 0, headerReadLength)
      if (!start.ok) return start
      const header = readLogHeader(start.value)
      if (header?.previous === number) return ok(header.previousLength)
    }
    return ok(null)
  }

  async read(number: number, limit: number | null): Promise<Result<SegmentFile, VaultProblem>> {
    const name = logFileName(number)
    const read = await this.disk.readFile(join(this.folder, name))
    if (!read.ok) return read
    const counted = limit === null ? read.value : read.value.subarray(0, limit)
    const reading = readLogSegment(counted, limit !== null)
    if (reading.kind === 'newerFormat') {
      return err({ kind: 'newerFormat', file: `${basename(this.folder)}/${name}`, found: reading.found, known: logFormat })
    }
    const isShort = limit !== null && counted.length < limit
    return ok({ reading: isShort ? { ...reading, tail: 'damaged' } : reading, counted: counted.length, size: read.value.length })
  }
}

/** Cuts what no reader may take for a record, after putting a copy aside of what may have been one. */
async function repair(disk: Disk, folder: string, number: number, segment: SegmentFile): Promise<Result<readonly VaultNotice[], VaultProblem>> {
  const { reading, counted, size } = segment
  const name = logFileName(number)
  const file = `${basename(folder)}/${name}`
  const notices: VaultNotice[] = []
  if (reading.gaps.length > 0 || reading.tail === 'damaged') {
    const copy = await copyAside(disk, folder, name)
    if (!copy.ok) return copy
    const bytes = reading.gaps.reduce((sum, gap) => sum + gap.to - gap.from, counted - reading.length)
    notices.push({ kind: 'logDamaged', file, copy: `${basename(folder)}/${copy.value}`, bytes, reason: 'hash', recordsAfter: reading.recordsAfterDamage })
  } else if (reading.tail === 'torn') {
    notices.push({ kind: 'tornTailCut', file, bytes: counted - reading.length })
  }
  if (size > reading.length) {
    const cut = await cutAt(disk, join(folder, name), reading.length)
    if (!cut.ok) return cut
  }
  return ok(notices)
}

/** The name holds the content's hash, so that the same damage, met at every start, is copied once. */
async function copyAside(disk: Disk, folder: string, name: string): DiskResult<string> {
  const bytes = await disk.readFile(join(folder, name))
  if (!bytes.ok) return bytes
  const copy = `${name}.${sha256Hex(bytes.value).slice(0, 16)}.damaged`
  if ((await disk.stat(join(folder, copy))).ok) return ok(copy)
  const written = await replaceFile(disk, join(folder, copy), bytes.value)
  return written.ok ? ok(copy) : written
}

async function cutAt(disk: Disk, path: string, length: number): DiskResult<void> {
  const opened = await disk.openFile(path)
  if (!opened.ok) return opened
  const cut = await opened.value.truncate(length)
  const synced = cut.ok ? await opened.value.sync() : cut
  const closed = await opened.value.close()
  return synced.ok ? closed : synced
}

const headerReadLength = 4096
