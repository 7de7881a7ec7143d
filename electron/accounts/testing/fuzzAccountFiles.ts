import { createHash } from 'node:crypto'
import { canonicalJson, type Json } from '#shared/base/canonicalJson'
import { seededIds } from '#shared/testing/seededIds'
import { InProcessDocumentClient } from '../../documents/InProcessDocumentClient'
import { encodeAccountFile, type AccountFileHeader } from '../../vault/accountFileBytes'
import { seededRandom } from '../../vault/testing/seededRandom'
import { parseAccountFile } from '../readAccountFile'

export interface FuzzOrder {
  readonly count: number
  readonly seed: number
}

export interface FuzzReport {
  readonly files: number
  /** How many were refused, by reason. */
  readonly refused: { readonly [reason: string]: number }
  /** Files whose content is still a document that fits the account. */
  readonly accepted: number
  /** Files that are byte for byte what was saved. */
  readonly untouched: number
  /** What should never be: thrown errors, and files that stopped the documents. */
  readonly crashes: readonly string[]
  readonly slowestMs: number
  readonly memoryGrowthBytes: number
}

/** A whole number from 0 up to, not including, the limit. */
type Random = (limit: number) => number

/** Looks into so many damaged and forged account files, as the app does before anything is taken from one. */
export async function fuzzAccountFiles({ count, seed }: FuzzOrder): Promise<FuzzReport> {
  const next = seededRandom(seed)
  const random: Random = (limit) => Math.floor(next() * limit)
  const client = new InProcessDocumentClient()
  const { header, document } = await makeAccount(client)
  const whole = encodeAccountFile({ header, document })
  const refused: Record<string, number> = {}
  const crashes: string[] = []
  let [accepted, untouched, slowestMs] = [0, 0, 0]
  const before = process.memoryUsage.rss()
  for (let number = 0; number < count; number++) {
    const bytes = forge(random, header, document, whole)
    const started = performance.now()
    try {
      const outcome = await lookInto(client, header.accountId, bytes)
      if (outcome === null) accepted += 1
      else refused[outcome] = (refused[outcome] ?? 0) + 1
      if (outcome === 'processGone') crashes.push(`file ${number} stopped the documents`)
    } catch (error) {
      crashes.push(`file ${number}: ${error instanceof Error ? error.message : String(error)}`)
    }
    if (Buffer.compare(bytes, whole) === 0) untouched += 1
    slowestMs = Math.max(slowestMs, performance.now() - started)
  }
  await client.close()
  return { files: count, refused, accepted, untouched, crashes, slowestMs, memoryGrowthBytes: process.memoryUsage.rss() - before }
}

/** null where the file could be taken in. */
async function lookInto(client: InProcessDocumentClient, accountId: string, bytes: Uint8Array): Promise<string | null> {
  const file = parseAccountFile('fuzzed.account', bytes)
  if (!file.ok) return file.error.kind
  if (file.value.header.accountId !== accountId) return 'otherId'
  const preview = await client.preview(accountId, file.value.document)
  if (!preview.ok) return preview.error.kind
  return preview.value === null ? 'damagedFile' : null
}

async function makeAccount(client: InProcessDocumentClient): Promise<{ readonly header: AccountFileHeader; readonly document: Uint8Array }> {
  const ids = seededIds(5)
  const accountId = ids.next()
  const author = { memberId: 'member-1', name: 'Kim' }
  await client.open(accountId, [])
  for (let step = 0; step < 30; step++) {
    const editId = ids.next()
    const edit = step % 3 === 0 ? ({ kind: 'writeText', at: 'profile', field: 'notes', splice: { index: 0, remove: 0, insert: `Line ${step}. `.repeat(20) } } as const) : ({ kind: 'add', in: 'people', id: ids.next(), fields: { name: `Person ${step}` }, before: null } as const)
    await client.prepare(accountId, { editId, edits: [edit], author, now: '2026-11-21T09:00:00.000Z' })
    await client.confirm(accountId, editId)
  }
  const saved = await client.save(accountId)
  if (!saved.ok) throw new Error('Not saved')
  return { header: { format: 1, accountId, workspaceId: ids.next(), name: 'Fuzzed', savedAt: '2026-11-21T09:00:00.000Z', attachments: [] }, document: saved.value }
}

/** Damage as disks and networks do it, and forgeries whose hashes are right. */
function forge(random: Random, header: AccountFileHeader, document: Uint8Array, whole: Uint8Array): Uint8Array {
  switch (random(8)) {
    case 0:
      return flip(random, whole, 1 + random(4))
    case 1:
      return whole.slice(0, random(whole.length + 1))
    case 2:
      return noise(random, random(2_000))
    case 3:
      return encodeAccountFile({ header, document: flip(random, document, 1 + random(8)) })
    case 4:
      return encodeAccountFile({ header, document: withChecksum(flip(random, document, 1 + random(8), 9)) })
    case 5:
      return encodeAccountFile({ header, document: splice(random, document) })
    case 6:
      return withHeader(random, header, document)
    default:
      return encodeAccountFile({ header, document: withChecksum(splice(random, document)) })
  }
}

function flip(random: Random, bytes: Uint8Array, times: number, from = 0): Uint8Array {
  const flipped = bytes.slice()
  for (let time = 0; time < times && flipped.length > from; time++) {
    const at = from + random(flipped.length - from)
    flipped[at] = random(256)
  }
  return flipped
}

/** A piece is cut out, doubled, or replaced by noise. */
function splice(random: Random, bytes: Uint8Array): Uint8Array {
  const at = random(bytes.length)
  const length = random(Math.min(400, bytes.length - at))
  const piece = random(3) === 0 ? noise(random, length) : random(2) === 0 ? bytes.slice(at, at + length) : new Uint8Array()
  return Buffer.concat([bytes.subarray(0, at), piece, bytes.subarray(random(2) === 0 ? at : at + length)])
}

function noise(random: Random, length: number): Uint8Array {
  return Uint8Array.from({ length }, () => random(256))
}

/** The document library's own checksum put right, so that what is behind it is read. */
function withChecksum(document: Uint8Array): Uint8Array {
  const fixed = document.slice()
  fixed.set(createHash('sha256').update(fixed.subarray(8)).digest().subarray(0, 4), 4)
  return fixed
}

/** A header that says something else, with the file's hash put right. */
function withHeader(random: Random, header: AccountFileHeader, document: Uint8Array): Uint8Array {
  const odd: readonly Json[] = ['', 'x'.repeat(100_000), -1, 1e300, null, [], {}, [[[[[[[[]]]]]]]], { deep: { deeper: {} } }]
  const fields = Object.keys(header)
  const value = odd[random(odd.length)] ?? null
  const text = random(4) === 0 ? '['.repeat(random(100_000)) : canonicalJson({ ...header, attachments: [...header.attachments], [fields[random(fields.length)] ?? 'name']: value })
  const head = new TextEncoder().encode(text)
  const length = random(5) === 0 ? random(2 ** 31) : head.length
  const prefix = Buffer.alloc(14)
  prefix.write('PLUMBACC', 'latin1')
  prefix.writeUInt16BE(1 + (random(6) === 0 ? random(60_000) : 0), 8)
  prefix.writeUInt32BE(length, 10)
  const body = Buffer.concat([prefix, head, document])
  return Buffer.concat([body, createHash('sha256').update(body).digest()])
}
