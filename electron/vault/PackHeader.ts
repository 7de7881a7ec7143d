import { canonicalJson } from '#shared/base/canonicalJson'
import { isId } from '#shared/base/Id'
import { err, ok, type Result } from '#shared/base/Result'
import { maximumSeq } from './packName'
import type { PackUnreadable } from './VaultProblem'

/** What a pack says about itself. Extra fields of later versions are let through and ignored. */
export interface PackHeader {
  readonly format: 1
  readonly spaceId: string
  readonly deviceId: string
  /** How many device ids this laptop has had for this workspace. */
  readonly incarnation: number
  readonly seq: number
  /** Hash of the pack before it in the same stream, null for the first: makes gaps, forks and rollbacks visible. */
  readonly prevSha: string | null
  readonly protection: 'none'
  readonly recordCount: number
  /** A claim of the laptop's clock. */
  readonly createdAt: string
  /**
   * Highest sequence number of the device's log that is in this pack or an earlier one. Only the device itself uses
   * it: after a crash between sealing and clearing the log it tells which log records are packed already.
   */
  readonly logThrough: number
  /** Packs of this stream up to here are retired: bases hold what they held. Whoever lacks them misses nothing. */
  readonly retiredThrough?: number
  /** The bases in this pack stand for this device's packs up to here. */
  readonly baseThrough?: number
  /** Only in the last pack of a generation of bases: how many packs it has. */
  readonly baseParts?: number
}

export function encodePackHeader(header: PackHeader): Uint8Array {
  const present = Object.entries(header).filter((entry): entry is [string, string | number | null] => entry[1] !== undefined)
  return new TextEncoder().encode(canonicalJson(Object.fromEntries(present)))
}

/** Refuses anything but the one way of writing a header, so that equal headers are equal bytes. */
export function decodePackHeader(bytes: Uint8Array): Result<PackHeader, PackUnreadable> {
  const text = decodeUtf8(bytes)
  const value = text === null ? null : parseObject(text)
  if (value === null) return damaged('json')
  if (value['format'] !== 1) return damaged('format')
  if (typeof value['protection'] !== 'string') return damaged('protection')
  if (value['protection'] !== 'none') return err({ kind: 'unknownProtection', found: value['protection'].slice(0, 32) })
  const { spaceId, deviceId, incarnation, seq, prevSha, recordCount, createdAt, logThrough } = value
  if (!isId(spaceId)) return damaged('spaceId')
  if (!isId(deviceId)) return damaged('deviceId')
  if (!isCount(incarnation) || incarnation < 1) return damaged('incarnation')
  if (!isCount(seq) || seq < 1 || seq > maximumSeq) return damaged('seq')
  if (prevSha !== null && !(typeof prevSha === 'string' && shaPattern.test(prevSha))) return damaged('prevSha')
  if ((prevSha === null) !== (seq === 1)) return damaged('prevSha')
  if (!isCount(recordCount)) return damaged('recordCount')
  if (typeof createdAt !== 'string' || !momentPattern.test(createdAt)) return damaged('createdAt')
  if (!isCount(logThrough)) return damaged('logThrough')
  if (!isCanonical(text ?? '', value)) return damaged('json')
  const compaction = decodeCompaction(value, seq)
  if (compaction === null) return damaged('compaction')
  return ok({ format: 1, spaceId, deviceId, incarnation, seq, prevSha, protection: 'none', recordCount, createdAt, logThrough, ...compaction })
}

/** Null for what no device can have meant. Each number is left out where it would be 0, so that there is one way of writing it. */
function decodeCompaction(value: Record<string, unknown>, seq: number): Pick<PackHeader, 'retiredThrough' | 'baseThrough' | 'baseParts'> | null {
  const { retiredThrough, baseThrough, baseParts } = value
  if (!isAbsentOrBelow(retiredThrough, seq) || !isAbsentOrBelow(baseThrough, seq) || !isAbsentOrBelow(baseParts, seq + 1)) return null
  if (baseParts !== undefined && baseThrough === undefined) return null
  return {
    ...(retiredThrough === undefined ? {} : { retiredThrough }),
    ...(baseThrough === undefined ? {} : { baseThrough }),
    ...(baseParts === undefined ? {} : { baseParts }),
  }
}

function isAbsentOrBelow(value: unknown, limit: number): value is number | undefined {
  return value === undefined || (isCount(value) && value >= 1 && value < limit)
}

function damaged(field: string): Result<never, PackUnreadable> {
  return err({ kind: 'damagedHeader', field })
}

function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}

function parseObject(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null
  } catch {
    return null
  }
}

/** Header fields are flat, also those that later versions may add; so comparing key by key is enough. */
function isCanonical(text: string, value: Record<string, unknown>): boolean {
  const keys = Object.keys(value).sort()
  return text === `{${keys.map((key) => `${JSON.stringify(key)}:${JSON.stringify(value[key])}`).join(',')}}`
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
}

const shaPattern = /^[0-9a-f]{64}$/
const momentPattern = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$/
