import { canonicalJson } from '#shared/base/canonicalJson'
import { isId } from '#shared/base/Id'
import { maximumSeq } from '../packName'
import type { SeqRange, StreamState } from '../PackStream'

/** What a device says it has stored of one stream: everything up to `newest` but the holes. Retired packs are no holes. */
export interface StoredThrough {
  readonly newest: number
  readonly holes: readonly SeqRange[]
}

/** What a device has stored, by the id of the device that wrote it. */
export type DeviceVector = ReadonlyMap<string, StoredThrough>

export function isStored(stored: StoredThrough | undefined, seq: number): boolean {
  return stored !== undefined && seq <= stored.newest && !stored.holes.some(({ from, to }) => from <= seq && seq <= to)
}

/** True where every pack from 1 to `seq` is stored. */
export function isStoredThrough(stored: StoredThrough | undefined, seq: number): boolean {
  return stored !== undefined && seq <= stored.newest && !stored.holes.some(({ from }) => from <= seq)
}

export function storedOf({ newest, holes }: StreamState): StoredThrough {
  // A stream full of holes claims less than is there; nobody is told of a pack that is not.
  const firstUntold = holes[maximumHoles]
  return firstUntold === undefined ? { newest, holes } : { newest: firstUntold.from - 1, holes: holes.slice(0, maximumHoles) }
}

export function isSameStored(a: StoredThrough | undefined, b: StoredThrough | undefined): boolean {
  if (a === undefined || b === undefined) return a === b
  return a.newest === b.newest && hasSameHoles(a, b)
}

export function hasSameHoles(a: StoredThrough, b: StoredThrough): boolean {
  return a.holes.length === b.holes.length && a.holes.every((hole, index) => hole.from === b.holes[index]?.from && hole.to === b.holes[index]?.to)
}

/** The bytes of a vector record. */
export function encodeVector(vector: DeviceVector): Uint8Array {
  const stored = Object.fromEntries(
    [...vector].map(([deviceId, { newest, holes }]) => [deviceId, { newest, ...(holes.length === 0 ? {} : { holes: holes.map(({ from, to }) => [from, to]) }) }]),
  )
  return new TextEncoder().encode(canonicalJson({ format: vectorFormat, stored }))
}

/** Null for anything that is no vector of this version: a hint about others is never worth refusing a pack. */
export function decodeVector(bytes: Uint8Array): DeviceVector | null {
  if (bytes.length > maximumVectorBytes) return null
  const value = parse(bytes)
  if (!isObject(value) || value['format'] !== vectorFormat || !isObject(value['stored'])) return null
  const vector = new Map<string, StoredThrough>()
  for (const [deviceId, entry] of Object.entries(value['stored'])) {
    const stored = decodeStored(entry)
    if (!isId(deviceId) || stored === null) return null
    vector.set(deviceId, stored)
  }
  return vector
}

function decodeStored(entry: unknown): StoredThrough | null {
  if (!isObject(entry)) return null
  const { newest, holes = [] } = entry
  if (!isSeq(newest) || !Array.isArray(holes) || holes.length > maximumHoles) return null
  const ranges: SeqRange[] = []
  let before = 0
  for (const hole of holes as readonly unknown[]) {
    if (!Array.isArray(hole) || hole.length !== 2) return null
    const [from, to] = hole as readonly unknown[]
    if (!isSeq(from) || !isSeq(to) || from <= before || to < from || to > newest) return null
    ranges.push({ from, to })
    before = to
  }
  return { newest, holes: ranges }
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes))
  } catch {
    return null
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isSeq(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 1 && value <= maximumSeq
}

const vectorFormat = 1

/** Of one stream; a folder that delivers in disorder has few, and they close again. */
const maximumHoles = 64

/** Room for some thousand devices. */
const maximumVectorBytes = 256 * 1024
