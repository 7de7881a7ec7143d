import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { encodeLogBatch, encodeLogHeader, logHeaderLength, logRecordOverhead, readLogHeader, readLogSegment } from './logSegment'
import { sha256 } from './sha256'
import { damaged } from './testing/damage'
import { seededRandom } from './testing/seededRandom'
import { record, testId, textOf } from './testing/vaultWorld'

const account = testId()
const header = { number: 3, previous: 2, previousLength: 500, firstSequence: 11 }

function segment(batches: readonly (readonly string[])[]): Uint8Array {
  let sequence = header.firstSequence
  const parts: Uint8Array[] = [encodeLogHeader(header)]
  for (const batch of batches) {
    parts.push(encodeLogBatch(batch.map((text) => record(account, text)), sequence))
    sequence += batch.length
  }
  return new Uint8Array(Buffer.concat(parts))
}

function read(bytes: Uint8Array, acknowledged = false): Extract<ReturnType<typeof readLogSegment>, { kind: 'read' }> {
  const reading = readLogSegment(bytes, acknowledged)
  if (reading.kind !== 'read') throw new Error(reading.kind)
  return reading
}

test('the bytes of a log are what the format page says', () => {
  const number = (value: number, bytes: number): Buffer => Buffer.from(value.toString(16).padStart(bytes * 2, '0'), 'hex')
  const head = Buffer.concat([Buffer.from('PLUMBLOG'), number(1, 2), number(68, 2), number(3, 4), number(2, 4), number(500, 8), number(11, 8)])
  const recordOf = (text: string, sequence: number, following: number): Buffer => {
    const start = Buffer.concat([number(text.length, 4), number(1, 1), Buffer.from(account), number(sequence, 8), number(following, 4), Buffer.from(text)])
    return Buffer.concat([start, sha256(start)])
  }
  const expected = Buffer.concat([head, sha256(head), recordOf('hi', 11, 1), recordOf('you', 12, 0)])
  expect(Buffer.from(segment([['hi', 'you']])).toString('hex')).toBe(expected.toString('hex'))
})

const sizeOf = (text: string): number => logRecordOverhead + text.length

test('what is logged is read back with its numbers', () => {
  fc.assert(
    fc.property(fc.array(fc.array(fc.string(), { minLength: 1, maxLength: 5 }), { maxLength: 8 }), (batches) => {
      const reading = read(segment(batches))
      expect(reading.records.map(textOf)).toEqual(batches.flat())
      expect(reading.records.map((found) => found.sequence)).toEqual(batches.flat().map((_text, index) => 11 + index))
      expect(reading).toMatchObject({ header, gaps: [], tail: 'none' })
    }),
  )
})

test('wherever a crash cuts the file, whole appends stay and half ones go', () => {
  const batches = [['one'], ['two a', 'two b', 'two c'], ['three']]
  const bytes = segment(batches)
  const ends = [logHeaderLength]
  for (const batch of batches) ends.push((ends.at(-1) ?? 0) + batch.reduce((sum, text) => sum + sizeOf(text), 0))
  for (let length = logHeaderLength; length <= bytes.length; length++) {
    const whole = ends.filter((end) => end <= length).length - 1
    const reading = read(bytes.slice(0, length))
    expect(reading.records.map(textOf)).toEqual(batches.slice(0, whole).flat())
    expect(reading.tail).toBe(ends.includes(length) ? 'none' : 'torn')
    expect(reading.length).toBe(ends[whole])
  }
})

test('zeros behind the last record are a torn tail', () => {
  const bytes = segment([['one']])
  const reading = read(new Uint8Array([...bytes, ...new Uint8Array(5000)]))
  expect(reading).toMatchObject({ tail: 'torn', length: bytes.length })
  expect(reading.records.map(textOf)).toEqual(['one'])
})

test('damage in the middle costs the record it hits; the ones behind it are found', () => {
  const bytes = segment([['one'], ['two'], ['three'], ['four']])
  const from = logHeaderLength + sizeOf('one')
  for (let at = from; at < from + sizeOf('two'); at++) {
    const bad = bytes.slice()
    bad[at] = (bad[at] ?? 0) ^ 0x55
    const reading = read(bad)
    expect(reading.records.map(textOf)).toEqual(['one', 'three', 'four'])
    expect(reading.gaps).toEqual([{ from, to: from + sizeOf('two') }])
    expect(reading.recordsAfterDamage).toBe(2)
  }
})

test('damage to the header costs no record', () => {
  const bytes = segment([['one'], ['two']])
  for (let at = 0; at < logHeaderLength; at++) {
    const bad = bytes.slice()
    bad[at] = (bad[at] ?? 0) ^ 0x55
    const reading = read(bad)
    expect(reading.header).toBeNull()
    expect(reading.records.map(textOf)).toEqual(['one', 'two'])
    expect(reading.gaps).toEqual([{ from: 0, to: logHeaderLength }])
  }
})

test('a last record that is whole but wrong is damage, not a torn tail', () => {
  const bytes = segment([['one'], ['two']])
  bytes[bytes.length - 1] = (bytes[bytes.length - 1] ?? 0) ^ 1
  expect(read(bytes)).toMatchObject({ tail: 'damaged', length: logHeaderLength + sizeOf('one') })
})

test('bytes known to have been acknowledged are never taken for half an append', () => {
  const bytes = segment([['a', 'b', 'c']])
  const cut = bytes.slice(0, logHeaderLength + sizeOf('a') + sizeOf('b'))
  expect(read(cut).records).toEqual([])
  expect(read(cut, true).records.map(textOf)).toEqual(['a', 'b'])
})

test('a record inside the text of a damaged record is not taken for one of this log', () => {
  const inner = encodeLogBatch([record(account, 'smuggled')], 2)
  const outer = encodeLogBatch([record(account, inner)], 12)
  const bytes = new Uint8Array(Buffer.concat([encodeLogHeader(header), encodeLogBatch([record(account, 'one')], 11), outer]))
  bytes[bytes.length - 1] = (bytes[bytes.length - 1] ?? 0) ^ 1
  expect(read(bytes).records.map(textOf)).toEqual(['one'])
})

test('a later format is told apart from damage, whatever its header holds', () => {
  const later = encodeLogHeader(header)
  later[9] = 2
  expect(readLogSegment(later, false).kind).toBe('read')
  const withHash = new Uint8Array(Buffer.concat([later.subarray(0, 36), sha256(later.subarray(0, 36))]))
  expect(readLogSegment(withHash, false)).toEqual({ kind: 'newerFormat', found: 2 })
  expect(readLogHeader(withHash)).toBeNull()
})

test('2,000 damaged logs: only records that were written come back, in order, and none stops the program', () => {
  const seed = Number(process.env['PLUMBLINE_SEED'] ?? 1)
  const random = seededRandom(seed)
  for (let round = 0; round < 2000; round++) {
    const batches = Array.from({ length: 1 + Math.floor(random() * 6) }, (_batch, at) =>
      Array.from({ length: 1 + Math.floor(random() * 4) }, (_text, index) => `${at}.${index}${'x'.repeat(Math.floor(random() * 80))}`),
    )
    const texts = batches.flat()
    const bad = damaged(segment(batches), random)
    const reading = readLogSegment(bad.bytes, random() < 0.5)
    if (reading.kind === 'newerFormat') throw new Error(`seed ${seed}, round ${round}, ${bad.how}: damage looks like a later format`)
    const found = reading.records.map(textOf)
    const positions = found.map((text) => texts.indexOf(text))
    expect(positions, `seed ${seed}, round ${round}, ${bad.how}`).toEqual([...positions].sort((a, b) => a - b).filter((position) => position >= 0))
    expect(new Set(found).size).toBe(found.length)
  }
})
