import { join } from 'node:path'
import { err, ok, type Result } from '#shared/base/Result'
import type { Disk, DiskFile, DiskProblem, DiskResult } from '../platform/Disk'
import { encodeLogBatch, encodeLogHeader, logHeaderLength, type LoggedRecord } from './logSegment'
import { logFileName, openLogFolder, type ClosedSegment } from './openLogFolder'
import type { VaultNotice, VaultProblem } from './VaultProblem'
import type { VaultRecord } from './VaultRecord'

export interface OpenedLog {
  readonly log: WriteAheadLog
  /** What the log holds behind `sealedThrough`, in the order in which it was written. */
  readonly records: readonly LoggedRecord[]
  readonly notices: readonly VaultNotice[]
}

interface ActiveSegment {
  readonly number: number
  readonly file: DiskFile
  /** Everything up to here is acknowledged. */
  length: number
  lastSequence: number
}

type Job =
  | { readonly kind: 'append'; readonly records: readonly VaultRecord[]; readonly done: (result: Result<readonly LoggedRecord[], DiskProblem>) => void }
  | { readonly kind: 'rotate'; readonly done: () => void }

/**
 * Makes records durable before anybody is told that they are saved. Owns the files of one `wal` folder;
 * who reads them back and when they may go is the vault's business.
 */
export class WriteAheadLog {
  private active: ActiveSegment | null = null
  private readonly jobs: Job[] = []
  private working: Promise<void> | null = null

  private constructor(
    private readonly disk: Disk,
    private readonly folder: string,
    private readonly closed: ClosedSegment[],
    private nextNumber: number,
    private nextSequence: number,
  ) {}

  /**
   * Reads what is there and repairs it: a torn tail is cut, a damaged file is copied aside before it is touched.
   * Never writes to a file of an earlier session again.
   */
  static async open(disk: Disk, folder: string, sealedThrough: number): Promise<Result<OpenedLog, VaultProblem>> {
    const opened = await openLogFolder(disk, folder, sealedThrough)
    if (!opened.ok) return opened
    const { segments, records, notices, nextNumber } = opened.value
    const lastSequence = segments.reduce((last, segment) => Math.max(last, segment.lastSequence), sealedThrough)
    return ok({ log: new WriteAheadLog(disk, folder, [...segments], nextNumber, lastSequence + 1), records, notices })
  }

  /**
   * All of the records or none; flushed when it answers ok. `acknowledged` is called with them at that very moment,
   * in the order of their numbers.
   */
  append(records: readonly VaultRecord[], acknowledged: (records: readonly LoggedRecord[]) => void): DiskResult<void> {
    return new Promise((resolve) => {
      const done = (result: Result<readonly LoggedRecord[], DiskProblem>): void => {
        if (result.ok) acknowledged(result.value)
        resolve(result.ok ? ok() : result)
      }
      this.add({ kind: 'append', records, done })
    })
  }

  /** Ends the present file after what is being written; later records go to a new one. */
  rotate(): Promise<void> {
    return new Promise((resolve) => this.add({ kind: 'rotate', done: resolve }))
  }

  /** Numbers up to this one will not be given to records any more. */
  skipTo(sequence: number): void {
    this.nextSequence = Math.max(this.nextSequence, sequence + 1)
  }

  /** The files that are not written to any more. */
  endedSegments(): readonly ClosedSegment[] {
    return [...this.closed]
  }

  /** Deletes the ended files of which every record has a number up to this one. */
  async dropThrough(sequence: number): DiskResult<void> {
    let dropped = false
    for (const segment of this.closed.filter((candidate) => candidate.lastSequence <= sequence)) {
      const unlinked = await this.disk.unlink(join(this.folder, logFileName(segment.number)))
      if (!unlinked.ok && unlinked.error.kind !== 'missing') return unlinked
      this.closed.splice(this.closed.indexOf(segment), 1)
      dropped = true
    }
    return dropped ? this.disk.syncDirectory(this.folder) : ok()
  }

  /** Waits for what is being written. */
  async close(): Promise<void> {
    await this.rotate()
    while (this.working !== null) await this.working
  }

  private add(job: Job): void {
    this.jobs.push(job)
    this.working ??= this.work()
  }

  private async work(): Promise<void> {
    for (;;) {
      const job = this.jobs[0]
      if (job === undefined) break
      if (job.kind === 'rotate') {
        this.jobs.shift()
        await this.endSegment()
        job.done()
      } else {
        await this.appendGroup()
      }
    }
    this.working = null
  }

  /** Writes everything that is waiting at once: callers at the same time share one flush. */
  private async appendGroup(): Promise<void> {
    const group: Extract<Job, { kind: 'append' }>[] = []
    const parts: Uint8Array[] = []
    let sequence = this.nextSequence
    let size = 0
    for (let job = this.jobs[0]; job?.kind === 'append' && size < maximumGroupBytes; job = this.jobs[0]) {
      const part = encodeLogBatch(job.records, sequence)
      sequence += job.records.length
      size += part.length
      parts.push(part)
      group.push(job)
      this.jobs.shift()
    }
    const firstSequence = this.nextSequence
    // A refused record may still come to lie on the medium; its number is not given again.
    this.nextSequence = sequence
    const written = await this.write(parts.length === 1 && parts[0] !== undefined ? parts[0] : Buffer.concat(parts), firstSequence, sequence - 1)
    let first = firstSequence
    for (const job of group) {
      const start = first
      job.done(written.ok ? ok(job.records.map((record, index) => ({ ...record, sequence: start + index }))) : written)
      first += job.records.length
    }
  }

  private async write(bytes: Uint8Array, firstSequence: number, lastSequence: number): DiskResult<void> {
    if (this.active !== null && this.active.length > maximumSegmentBytes) await this.endSegment()
    const segment = await this.activeSegment(firstSequence)
    if (!segment.ok) return segment
    const { file, length } = segment.value
    const written = await file.write(bytes, length)
    const synced = written.ok ? await file.syncData() : written
    if (synced.ok) {
      segment.value.length += bytes.length
      segment.value.lastSequence = lastSequence
      return ok()
    }
    await this.abandon(segment.value)
    return synced
  }

  /**
   * After a failed write or flush nobody knows what is on the medium. The refused bytes are cut off if that can be
   * done; whether or not, the next record goes to a new file, whose header says how much of this one counts.
   */
  private async abandon(segment: ActiveSegment): Promise<void> {
    const cut = await segment.file.truncate(segment.length)
    if (cut.ok) await segment.file.syncData()
    await this.endSegment()
  }

  private async endSegment(): Promise<void> {
    const segment = this.active
    if (segment === null) return
    this.active = null
    this.closed.push({ number: segment.number, length: segment.length, lastSequence: segment.lastSequence })
    // Everything in it has been flushed already; a close that fails changes nothing about that.
    await segment.file.close()
  }

  private async activeSegment(firstSequence: number): Promise<Result<ActiveSegment, DiskProblem>> {
    if (this.active !== null) return ok(this.active)
    const number = this.nextNumber
    const path = join(this.folder, logFileName(number))
    const created = await this.disk.createFile(path)
    if (!created.ok) return created
    this.nextNumber++
    const file = created.value
    const previous = this.closed.at(-1)
    const header = encodeLogHeader({
      number,
      previous: previous?.number ?? 0,
      previousLength: previous?.length ?? 0,
      firstSequence,
    })
    const written = await file.write(header, 0)
    const synced = written.ok ? await file.syncData() : written
    const named = synced.ok ? await this.disk.syncDirectory(this.folder) : synced
    if (named.ok) {
      this.active = { number, file, length: logHeaderLength, lastSequence: firstSequence - 1 }
      return ok(this.active)
    }
    await file.close()
    // If it cannot be taken away either it stays as a file without records, which reading passes over.
    await this.disk.unlink(path)
    return err(named.error)
  }
}

/** So much waits at most in one write; a long import is flushed in pieces of this size. */
const maximumGroupBytes = 4 * 1024 * 1024

/** Keeps what opening has to read at once small, should sealing fail for a long time. */
const maximumSegmentBytes = 4 * 1024 * 1024
