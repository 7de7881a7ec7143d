import { isId } from '#shared/base/Id'
import { endsWithItsHash, sha256, sha256Length } from './sha256'
import { accountIdLength, assertRecord, maximumRecordBytes, recordKindCodes, recordKindFromCode, type VaultRecord } from './VaultRecord'

export const logFormat = 1

export interface LogSegmentHeader {
  /** Also in the file name. */
  readonly number: number
  /** The segment written before this one, 0 for none. */
  readonly previous: number
  /** So much of the previous segment was acknowledged. What lies behind it was refused and is not read. */
  readonly previousLength: number
  readonly firstSequence: number
}

export interface LoggedRecord extends VaultRecord {
  /** Counts all records ever logged by this vault, across segments. */
  readonly sequence: number
}

/** Bytes of a segment that hold no record. */
export interface LogGap {
  readonly from: number
  readonly to: number
}

export type LogSegmentReading =
  | { readonly kind: 'newerFormat'; readonly found: number }
  | {
      readonly kind: 'read'
      /** Null when the header cannot be read; the records are found without it. */
      readonly header: LogSegmentHeader | null
      readonly records: readonly LoggedRecord[]
      /** Everything before is records (or gaps); what is behind it is `tail`. */
      readonly length: number
      readonly gaps: readonly LogGap[]
      /** How many of the records lie behind the first gap. */
      readonly recordsAfterDamage: number
      /** `torn`: an append that a crash cut short. `damaged`: bytes that may have been whole records. */
      readonly tail: 'none' | 'torn' | 'damaged'
    }

export const logHeaderLength = 36 + sha256Length

const recordFixedLength = 4 + 1 + accountIdLength + 8 + 4

/** What a record costs in the log besides its bytes. */
export const logRecordOverhead = recordFixedLength + sha256Length

export function encodeLogHeader(header: LogSegmentHeader): Uint8Array {
  const bytes = new Uint8Array(logHeaderLength)
  const view = new DataView(bytes.buffer)
  bytes.set(magic)
  view.setUint16(8, logFormat)
  view.setUint16(10, logHeaderLength)
  view.setUint32(12, header.number)
  view.setUint32(16, header.previous)
  view.setBigUint64(20, BigInt(header.previousLength))
  view.setBigUint64(28, BigInt(header.firstSequence))
  bytes.set(sha256(bytes.subarray(0, 36)), 36)
  return bytes
}

/** The records of one append. Each says how many of the same append follow, so that half an append is recognised. */
export function encodeLogBatch(records: readonly VaultRecord[], firstSequence: number): Uint8Array {
  records.forEach(assertRecord)
  const bytes = new Uint8Array(records.reduce((sum, record) => sum + logRecordOverhead + record.bytes.length, 0))
  const view = new DataView(bytes.buffer)
  let at = 0
  records.forEach((record, index) => {
    view.setUint32(at, record.bytes.length)
    view.setUint8(at + 4, recordKindCodes[record.kind])
    for (let character = 0; character < accountIdLength; character++) bytes[at + 5 + character] = record.accountId.charCodeAt(character)
    view.setBigUint64(at + 31, BigInt(firstSequence + index))
    view.setUint32(at + 39, records.length - 1 - index)
    bytes.set(record.bytes, at + recordFixedLength)
    const end = at + recordFixedLength + record.bytes.length
    bytes.set(sha256(bytes.subarray(at, end)), end)
    at = end + sha256Length
  })
  return bytes
}

/** Null for damage and for a later version. `bytes` may be the beginning of a segment. */
export function readLogHeader(bytes: Uint8Array): LogSegmentHeader | null {
  const found = decodeHeader(bytes)
  return found.kind === 'whole' ? found.header : null
}

/**
 * Reads any bytes. Damage costs the records it hits and no others. With `acknowledged` every byte is known to have
 * been flushed once, so that nothing can be an append cut short.
 */
export function readLogSegment(bytes: Uint8Array, acknowledged: boolean): LogSegmentReading {
  return new SegmentReader(bytes, acknowledged).read()
}

interface FoundRecord extends LoggedRecord {
  readonly start: number
  readonly end: number
  readonly following: number
}

class SegmentReader {
  private readonly view: DataView
  private readonly text: Buffer
  private readonly found: FoundRecord[] = []
  private readonly gaps: LogGap[] = []

  private recordsBeforeDamage: number | null = null

  constructor(
    private readonly bytes: Uint8Array,
    private readonly acknowledged: boolean,
  ) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    this.text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  }

  read(): LogSegmentReading {
    const header = decodeHeader(this.bytes)
    if (header.kind === 'newerFormat') return header
    let at = header.kind === 'whole' ? header.length : 0
    for (;;) {
      const next = this.nextRecord(at)
      if (next === null) break
      if (next.start > at) {
        this.gaps.push({ from: at, to: next.start })
        this.recordsBeforeDamage ??= this.found.length
      }
      this.found.push(next)
      at = next.end
    }
    const tail = this.tailFrom(at)
    const length = tail === 'torn' ? this.dropHalfAppend(at) : at
    return {
      kind: 'read',
      header: header.kind === 'whole' ? header.header : null,
      records: this.found.map(({ kind, accountId, bytes, sequence }) => ({ kind, accountId, bytes, sequence })),
      length,
      gaps: this.gaps,
      recordsAfterDamage: this.found.length - (this.recordsBeforeDamage ?? this.found.length),
      tail: length < at ? 'torn' : tail,
    }
  }

  /** The first whole record at `from` or, past damage, behind it. */
  private nextRecord(from: number): FoundRecord | null {
    for (let at = from; at + logRecordOverhead <= this.bytes.length; at++) {
      const record = this.recordAt(at)
      if (record !== null) return record
    }
    return null
  }

  private recordAt(at: number): FoundRecord | null {
    const claimed = this.claimAt(at)
    if (claimed === null) return null
    const sequence = Number(this.view.getBigUint64(at + 31))
    const last = this.found.at(-1)
    // A record may contain the bytes of an older one; only numbers that go up are records of this log.
    if (last !== undefined && sequence <= last.sequence) return null
    const hashAt = at + recordFixedLength + claimed.length
    if (!endsWithItsHash(this.bytes, at, hashAt)) return null
    const { kind, accountId } = claimed
    const bytes = this.bytes.slice(at + recordFixedLength, hashAt)
    return { kind, accountId, bytes, sequence, start: at, end: hashAt + sha256Length, following: this.view.getUint32(at + 39) }
  }

  /** What the fixed part of a record says, if it can be one at all. */
  private claimAt(at: number): { readonly kind: VaultRecord['kind']; readonly accountId: string; readonly length: number } | null {
    const kind = recordKindFromCode(this.view.getUint8(at + 4))
    if (kind === null) return null
    const length = this.view.getUint32(at)
    if (length > maximumRecordBytes) return null
    const accountId = this.text.toString('latin1', at + 5, at + 5 + accountIdLength)
    return isId(accountId) ? { kind, accountId, length } : null
  }

  /** An append cut short leaves the beginning of a record or zeros; everything else once was more. */
  private tailFrom(at: number): 'none' | 'torn' | 'damaged' {
    const rest = this.bytes.subarray(at)
    if (this.acknowledged) return rest.length === 0 ? 'none' : 'damaged'
    if (rest.length === 0) return this.endsInsideAppend() ? 'torn' : 'none'
    if (rest.every((byte) => byte === 0)) return 'torn'
    if (at === 0) return rest.length < logHeaderLength ? 'torn' : 'damaged'
    if (rest.length < recordFixedLength) return 'torn'
    const claimed = this.claimAt(at)
    return claimed !== null && at + logRecordOverhead + claimed.length > this.bytes.length ? 'torn' : 'damaged'
  }

  private endsInsideAppend(): boolean {
    return (this.found.at(-1)?.following ?? 0) > 0
  }

  /** Takes back the whole records of an append that was cut short, as they were never acknowledged. */
  private dropHalfAppend(end: number): number {
    let length = end
    let expected = this.found.at(-1)?.following ?? 0
    if (expected === 0) return length
    for (;;) {
      const last = this.found.at(-1)
      if (last === undefined || last.following !== expected || last.end !== length) return length
      this.found.pop()
      length = last.start
      expected++
    }
  }
}

type HeaderReading =
  | { readonly kind: 'newerFormat'; readonly found: number }
  | { readonly kind: 'whole'; readonly header: LogSegmentHeader; readonly length: number }
  | { readonly kind: 'damaged' }

function decodeHeader(bytes: Uint8Array): HeaderReading {
  if (bytes.length < logHeaderLength || !magic.every((byte, index) => bytes[index] === byte)) return { kind: 'damaged' }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  // Version, length and hash lie at the same place in every version: a flipped bit must not look like a later one.
  const length = view.getUint16(10)
  if (length <= sha256Length || !endsWithItsHash(bytes, 0, length - sha256Length)) return { kind: 'damaged' }
  const version = view.getUint16(8)
  if (version > logFormat) return { kind: 'newerFormat', found: version }
  const header = {
    number: view.getUint32(12),
    previous: view.getUint32(16),
    previousLength: Number(view.getBigUint64(20)),
    firstSequence: Number(view.getBigUint64(28)),
  }
  return { kind: 'whole', header, length }
}

const magic = new TextEncoder().encode('PLUMBLOG')
