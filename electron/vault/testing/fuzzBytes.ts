import { canonicalJson, type Json } from '#shared/base/canonicalJson'
import { decodeAccountFile, encodeAccountFile } from '../accountFileBytes'
import { encodeLogBatch, encodeLogHeader, readLogSegment } from '../logSegment'
import { accountIdsInDamagedPack, decodePack, encodePack, recordsOfPack } from '../Pack'
import { sha256Hex } from '../sha256'
import { recordKindCodes, type RecordKind, type VaultRecord } from '../VaultRecord'
import { decodeVector, encodeVector } from '../vectors/DeviceVector'
import { damaged } from './damage'
import { seededRandom } from './seededRandom'
import { testId } from './vaultWorld'

/**
 * `pack`: a pack with damage, under the name it had. `namedPack`: damage under the name that fits it, so that the form
 * alone must hold. `craftedPack`: a well-formed envelope with a header nobody writes. The others as their names say.
 */
export const fuzzKinds = ['pack', 'namedPack', 'craftedPack', 'log', 'accountFile', 'vector'] as const
export type FuzzKind = (typeof fuzzKinds)[number]

export interface FuzzOrder {
  readonly count: number
  readonly seed: number
  readonly kinds?: readonly FuzzKind[]
}

export interface FuzzReport {
  readonly seed: number
  readonly count: number
  /** How often each reason was given, as `kind: reason`. */
  readonly reasons: Readonly<Record<string, number>>
  /** What may not happen: an exception, damage taken for what it was, something invented, a minute for one file. */
  readonly faults: readonly string[]
  readonly slowestMs: number
  /** How much larger than at the start the process ever was. */
  readonly memoryGrowthBytes: number
}

/** Damages files of every sort, each in a way that the seed and the number decide, and reads them. */
export async function fuzzBytes({ count, seed, kinds = fuzzKinds }: FuzzOrder): Promise<FuzzReport> {
  const reasons: Record<string, number> = {}
  const faults: string[] = []
  const memoryBefore = process.memoryUsage().rss
  let [slowestMs, largest] = [0, memoryBefore]
  for (let number = 0; number < count; number++) {
    const kind = kinds[number % kinds.length] ?? 'pack'
    const random = seededRandom((seed + number * 2_654_435_761) >>> 0)
    const startedAt = performance.now()
    const outcome = attempt(() => readers[kind](random))
    const ms = performance.now() - startedAt
    slowestMs = Math.max(slowestMs, ms)
    const key = `${kind}: ${outcome.reason}`
    reasons[key] = (reasons[key] ?? 0) + 1
    if (outcome.isFault || ms > hangMs) faults.push(`seed ${seed}, number ${number}, ${key}${ms > hangMs ? `, ${Math.round(ms)} ms` : ''}`)
    if (number % 500 === 0) {
      largest = Math.max(largest, process.memoryUsage().rss)
      await new Promise<void>((resolve) => setImmediate(resolve))
    }
  }
  return { seed, count, reasons, faults, slowestMs, memoryGrowthBytes: largest - memoryBefore }
}

interface Outcome {
  readonly reason: string
  readonly isFault: boolean
}

type Random = () => number

const fine = (reason: string): Outcome => ({ reason, isFault: false })
const fault = (reason: string): Outcome => ({ reason, isFault: true })

function attempt(read: () => Outcome): Outcome {
  try {
    return read()
  } catch (error) {
    return fault(`threw ${error instanceof Error ? error.message : 'something'}`)
  }
}

const readers: Readonly<Record<FuzzKind, (random: Random) => Outcome>> = {
  pack: (random) => {
    const { bytes, sha } = anyPack(random)
    const bad = damagedOften(bytes, random)
    if (sha256Hex(bad) === sha) return fault('keeps its hash')
    accountIdsInDamagedPack(bad)
    return fine('wrongName')
  },
  namedPack: (random) => readPack(damagedOften(anyPack(random).bytes, random)),
  craftedPack: (random) => readPack(craftedPack(random)),
  log: (random) => {
    const { bytes, texts } = anyLog(random)
    const reading = readLogSegment(damagedOften(bytes, random), random() < 0.5)
    if (reading.kind === 'newerFormat') return fault('damage looks like a later format')
    const positions = reading.records.map((record) => texts.indexOf(new TextDecoder().decode(record.bytes)))
    const isInOrder = positions.every((position, index) => position >= 0 && position > (positions[index - 1] ?? -1))
    return isInOrder ? fine(reading.gaps.length > 0 ? 'gap' : reading.tail) : fault('records that were not written')
  },
  accountFile: (random) => {
    const header = { format: 1, accountId: testAccount, workspaceId: testSpace, name: 'Acme', savedAt: moment, attachments: [] } as const
    const bad = damagedOften(encodeAccountFile({ header, document: anyBytes(random, 400) }), random)
    const decoded = decodeAccountFile(bad)
    return decoded.ok ? fault('taken') : fine(decoded.error.kind)
  },
  vector: (random) => {
    const newest = 1 + Math.floor(random() * 1000)
    const bad = damagedOften(encodeVector(new Map([[testAccount, { newest, holes: [{ from: 1, to: 1 }] }]])), random)
    const vector = decodeVector(bad)
    const isSound = vector === null || [...vector.values()].every((stored) => stored.newest >= 1 && stored.holes.every(({ from, to }) => from <= to && to <= stored.newest))
    return isSound ? fine(vector === null ? 'refused' : 'another vector') : fault('a vector that cannot be')
  },
}

function readPack(bytes: Uint8Array): Outcome {
  const decoded = decodePack(bytes)
  if (!decoded.ok) return fine(decoded.error.kind)
  const records = recordsOfPack(bytes, decoded.value)
  const { seq, recordCount, retiredThrough = 0, baseThrough = 0 } = decoded.value.header
  const isSound = records.length === recordCount && retiredThrough < seq && baseThrough < seq
  return isSound ? fine('another pack') : fault('a pack that cannot be')
}

function anyPack(random: Random): { readonly bytes: Uint8Array; readonly sha: string } {
  const seq = 1 + Math.floor(random() * 300)
  const compaction = seq > 2 && random() < 0.3 ? { retiredThrough: 1, baseThrough: seq - 1, baseParts: 1 } : {}
  return encodePack(
    { spaceId: testSpace, deviceId: testAccount, incarnation: 1, seq, prevSha: seq === 1 ? null : 'ab'.repeat(32), createdAt: moment, logThrough: Math.floor(random() * 1e6), ...compaction },
    anyRecords(random),
  )
}

/** Right in everything that can be checked without looking into it. */
function craftedPack(random: Random): Uint8Array {
  const header: Record<string, Json> = {
    format: 1,
    spaceId: testSpace,
    deviceId: testAccount,
    incarnation: 1,
    seq: 3,
    prevSha: 'ab'.repeat(32),
    protection: 'none',
    recordCount: Math.floor(random() * 4),
    createdAt: moment,
    logThrough: 1,
  }
  const fields = [...Object.keys(header), 'retiredThrough', 'baseThrough', 'baseParts', 'later']
  for (let changes = 0; changes < 1 + random() * 2; changes++) header[fields[Math.floor(random() * fields.length)] ?? 'later'] = anyJson(random)
  const headerBytes = new TextEncoder().encode(canonicalJson(header))
  const body = anyBytes(random, 200)
  const bytes = new Uint8Array(14 + headerBytes.length + body.length + 2)
  const view = new DataView(bytes.buffer)
  bytes.set(new TextEncoder().encode('PLUMPACK'))
  view.setUint16(8, 1)
  view.setUint32(10, headerBytes.length)
  bytes.set(headerBytes, 14)
  bytes.set(body, 14 + headerBytes.length)
  return bytes
}

function anyJson(random: Random): Json {
  const depth = Math.floor(random() * 1200)
  const values: readonly (() => Json)[] = [
    () => null,
    () => -1,
    () => 0,
    () => 3,
    () => 0.5,
    () => 2 ** 53,
    () => 1e308,
    () => '',
    () => 'x'.repeat(Math.floor(random() * 5000)),
    () => ['constructor', { __proto__: null }],
    () => {
      let nested: Json = 1
      for (let level = 0; level < depth; level++) nested = [nested]
      return nested
    },
  ]
  return values[Math.floor(random() * values.length)]?.() ?? null
}

function anyLog(random: Random): { readonly bytes: Uint8Array; readonly texts: readonly string[] } {
  const parts: Uint8Array[] = [encodeLogHeader({ number: 2, previous: 1, previousLength: 68, firstSequence: 1 })]
  const texts: string[] = []
  for (let batch = 0; batch < 1 + random() * 5; batch++) {
    const written = Array.from({ length: 1 + Math.floor(random() * 4) }, (_, index) => `${batch}.${index} ${'x'.repeat(Math.floor(random() * 80))}`)
    parts.push(encodeLogBatch(written.map((text) => ({ kind: 'change', accountId: testAccount, bytes: new TextEncoder().encode(text) })), texts.length + 1))
    texts.push(...written)
  }
  return { bytes: new Uint8Array(Buffer.concat(parts)), texts }
}

function anyRecords(random: Random): readonly VaultRecord[] {
  const kinds = Object.keys(recordKindCodes) as readonly RecordKind[]
  return Array.from({ length: Math.floor(random() * 8) }, () => ({ kind: kinds[Math.floor(random() * kinds.length)] ?? 'change', accountId: testAccount, bytes: anyBytes(random, 200) }))
}

function anyBytes(random: Random, most: number): Uint8Array {
  return new Uint8Array(Math.floor(random() * most)).map(() => Math.floor(random() * 256))
}

/** Damage upon damage, and never what it was. */
function damagedOften(bytes: Uint8Array, random: Random): Uint8Array {
  let bad = damaged(bytes, random).bytes
  while (random() < 0.3 && bad.length > 0) bad = damaged(bad, random).bytes
  return Buffer.compare(bad, bytes) === 0 ? damaged(bytes, random).bytes : bad
}

const testAccount = testId()
const testSpace = testId()
const moment = '2026-11-21T09:00:00.000Z'

/** No file here is larger than a few kilobytes; whatever takes so long would never end with a large one. */
const hangMs = 60_000
