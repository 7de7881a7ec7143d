import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalJson } from '#shared/base/canonicalJson'
import { accountIdsInDamagedPack, decodePack, encodePack, maximumPackBytes, packRecordOverhead, recordsOfPack } from './Pack'
import { sha256Hex } from './sha256'
import { damaged } from './testing/damage'
import { seededRandom } from './testing/seededRandom'
import { record, testId } from './testing/vaultWorld'
import { recordKindCodes, type RecordKind, type VaultRecord } from './VaultRecord'

const spaceId = testId()
const deviceId = testId()
const accounts = [testId(), testId(), testId()]
const fields = { spaceId, deviceId, incarnation: 1, seq: 1, prevSha: null, createdAt: '2026-11-21T09:00:00.000Z', logThrough: 3 }

const anyRecord: fc.Arbitrary<VaultRecord> = fc.record({
  kind: fc.constantFrom(...(Object.keys(recordKindCodes) as RecordKind[])),
  accountId: fc.constantFrom(...accounts),
  bytes: fc.uint8Array({ maxLength: 300 }),
})

test('what is packed comes out the same, whatever the records are', () => {
  fc.assert(
    fc.property(fc.array(anyRecord, { maxLength: 20 }), fc.integer({ min: 2, max: 25_599_999 }), fc.integer({ min: 1, max: 99 }), (records, seq, incarnation) => {
      const prevSha = sha256Hex(new Uint8Array([seq & 255]))
      const packed = encodePack({ ...fields, seq, incarnation, prevSha }, records)
      const decoded = decodePack(packed.bytes)
      if (!decoded.ok) throw new Error(decoded.error.kind)
      expect(recordsOfPack(packed.bytes, decoded.value)).toEqual(records)
      expect(decoded.value.header).toEqual(packed.header)
      expect(packed.name).toBe(`${String(seq).padStart(8, '0')}-${sha256Hex(packed.bytes)}.pack`)
    }),
  )
})

test('the bytes of a pack are what the format page says', () => {
  const packed = encodePack(fields, [record(accounts[0] ?? '', 'hi', 'row')])
  const header = canonicalJson({
    createdAt: fields.createdAt,
    deviceId,
    format: 1,
    incarnation: 1,
    logThrough: 3,
    prevSha: null,
    protection: 'none',
    recordCount: 1,
    seq: 1,
    spaceId,
  })
  const expected = Buffer.concat([
    Buffer.from('PLUMPACK'),
    Buffer.from([0, 1]),
    Buffer.from([0, 0, header.length >> 8, header.length & 255]),
    Buffer.from(header),
    Buffer.from([0, 0, 0, 2, 3]),
    Buffer.from(accounts[0] ?? ''),
    Buffer.from('hi'),
    Buffer.from([0, 0]),
  ])
  expect(Buffer.from(packed.bytes).toString('hex')).toBe(expected.toString('hex'))
})

test('2,000 damaged packs: each is refused with a reason or keeps its hash, and none stops the program', () => {
  const seed = Number(process.env['PLUMBLINE_SEED'] ?? 1)
  const random = seededRandom(seed)
  const accepted: string[] = []
  for (let round = 0; round < 2000; round++) {
    const records = Array.from({ length: Math.floor(random() * 12) }, () => record(accounts[round % 3] ?? '', new Uint8Array(Math.floor(random() * 200)).map(() => random() * 256)))
    const packed = encodePack(fields, records)
    const bad = damaged(packed.bytes, random)
    const decoded = decodePack(bad.bytes)
    // The form alone cannot show a changed letter in a note; the hash in the name does, so both must hold.
    if (decoded.ok && sha256Hex(bad.bytes) === packed.sha) accepted.push(`seed ${seed}, round ${round}, ${bad.how}`)
    if (!decoded.ok) expect(decoded.error.kind).not.toBe('')
    expect(Array.isArray(accountIdsInDamagedPack(bad.bytes))).toBe(true)
  }
  expect(accepted).toEqual([])
})

test('bytes that have nothing to do with a pack are refused', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 2000 }), (bytes) => !decodePack(bytes).ok))
  expect(decodePack(new Uint8Array(maximumPackBytes + 1))).toMatchObject({ error: { kind: 'tooLarge' } })
})

test.each([
  ['a later format', (bytes: Uint8Array) => bytes.fill(2, 9, 10), { kind: 'newerFormat', found: 2, known: 1 }],
  ['a header longer than the file', (bytes: Uint8Array) => bytes.fill(255, 10, 14), { kind: 'damagedHeader', field: 'length' }],
  ['a kind of record that a later version may have', (bytes: Uint8Array) => bytes.fill(77, bytes.length - 2 - 2 - 27, bytes.length - 2 - 2 - 26), { kind: 'unknownRecordKind', found: 77 }],
  ['a signature where there can be none', (bytes: Uint8Array) => bytes.fill(1, -1), { kind: 'unexpectedSignature' }],
  ['a record that says it is larger than the file', (bytes: Uint8Array) => bytes.fill(1, bytes.length - 2 - 2 - 31, bytes.length - 2 - 2 - 30), { kind: 'damagedBody', record: 0 }],
])('%s is refused with that reason', (_name, change, reason) => {
  const { bytes } = encodePack(fields, [record(accounts[0] ?? '', 'hi')])
  change(bytes)
  expect(decodePack(bytes)).toMatchObject({ ok: false, error: reason })
})

test.each([
  ['a claimed count of records that cannot be', { recordCount: 4_000_000_000 }, { kind: 'damagedHeader', field: 'recordCount' }],
  ['another way of protection', { protection: 'sealed-1' }, { kind: 'unknownProtection', found: 'sealed-1' }],
  ['no predecessor for a later pack', { seq: 2 }, { kind: 'damagedHeader', field: 'prevSha' }],
  ['a number without a bucket', { seq: 25_600_000, prevSha: 'a'.repeat(64) }, { kind: 'damagedHeader', field: 'seq' }],
  ['a device id that leads out of the folder', { deviceId: '../../../../etc/passwd' }, { kind: 'damagedHeader', field: 'deviceId' }],
])('a header with %s is refused', (_name, change, reason) => {
  const header = Buffer.from(canonicalJson({ ...fields, format: 1, protection: 'none', recordCount: 0, ...change }))
  const length = Buffer.alloc(4)
  length.writeUInt32BE(header.length)
  const bytes = Buffer.concat([Buffer.from('PLUMPACK'), Buffer.from([0, 1]), length, header, Buffer.alloc(2)])
  expect(decodePack(bytes)).toMatchObject({ ok: false, error: reason })
})

test('a header written in another way is refused, so that one content has one name', () => {
  const packed = encodePack(fields, [])
  const text = Buffer.from(packed.bytes).toString('latin1').replace('"incarnation":1', '"incarnation":1.0')
  const bytes = Buffer.from(text, 'latin1')
  bytes.writeUInt32BE(bytes.readUInt32BE(10) + 2, 10)
  expect(decodePack(bytes)).toMatchObject({ ok: false, error: { kind: 'damagedHeader', field: 'json' } })
})

test('records come with memory of their own', () => {
  const packed = encodePack(fields, [record(accounts[0] ?? '', 'hi')])
  const decoded = decodePack(packed.bytes)
  if (!decoded.ok) throw new Error('Not decoded')
  expect(recordsOfPack(packed.bytes, decoded.value)[0]?.bytes.buffer.byteLength).toBe(2)
  expect(packRecordOverhead).toBe(31)
})
