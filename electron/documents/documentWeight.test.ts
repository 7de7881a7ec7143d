import fc from 'fast-check'
import { deflateRawSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { randomHistory } from '#shared/testing/randomEdits'
import { AccountDocument } from './AccountDocument'
import { isLightEnough } from './documentWeight'
import { skeletonChanges } from './skeletonChain'
import { Replica, testAccountId } from './testing/Replica'

test('what an account really is passes, saved whole and change by change', () => {
  fc.assert(
    fc.property(randomHistory(30), ({ edits }) => {
      const kim = new Replica('Kim')
      for (const edit of edits) kim.edit(edit)
      const saved = kim.document.save()
      expect(isLightEnough(saved)).toBe(true)
      for (const change of [...skeletonChanges(), ...kim.changes]) expect(isLightEnough(change)).toBe(true)
      expect(isLightEnough(Buffer.concat([...skeletonChanges(), ...kim.changes]))).toBe(true)
      kim.document.free()
    }),
    { numRuns: 40 },
  )
})

test('a long text, which is packed, passes; the same under a smaller limit does not', () => {
  const kim = new Replica('Kim')
  for (let step = 0; step < 3; step++) kim.edit({ kind: 'writeText', at: 'profile', field: 'notes', splice: { index: 0, remove: 0, insert: `${step} Ask about the yard. `.repeat(250) } })
  for (const bytes of [kim.document.save(), kim.changes[1] ?? new Uint8Array()]) {
    expect(isLightEnough(bytes)).toBe(true)
    expect(isLightEnough(bytes, { rows: 1_000, bytes: 10_000_000 })).toBe(false)
    expect(isLightEnough(bytes, { rows: 10_000_000, bytes: 1_000 })).toBe(false)
  }
})

/** A chunk with a column that claims so many rows, as the library would write it but for its checksum. */
function claiming(rows: number, type: 0 | 1): Uint8Array {
  const leb = (value: number): number[] => (value < 0x80 ? [value] : [(value % 128) | 0x80, ...leb(Math.floor(value / 128))])
  const signedLeb = (value: number): number[] => (value < 0x40 ? [value] : [(value % 128) | 0x80, ...signedLeb(Math.floor(value / 128))])
  const column = [...signedLeb(rows), 1]
  const head = type === 0 ? [0, 0, 0, 1, 0x42, column.length] : [0, 16, ...Array<number>(16).fill(7), 1, 1, 0, 0, 0, 1, 0x42, column.length]
  const contents = [...head, ...column]
  return new Uint8Array([0x85, 0x6f, 0x4a, 0x83, 0, 0, 0, 0, type, ...leb(contents.length), ...contents])
}

test('a few bytes that claim a thousand million operations are too heavy, before anybody unpacks them', () => {
  for (const type of [0, 1] as const) {
    expect(isLightEnough(claiming(1_000, type))).toBe(true)
    expect(isLightEnough(claiming(1e9, type))).toBe(false)
    expect(isLightEnough(claiming(2 ** 52, type))).toBe(false)
  }
  const bomb = deflateRawSync(Buffer.alloc(200 * 1024 * 1024), { level: 9 })
  const chunk = Buffer.concat([Buffer.from([0x85, 0x6f, 0x4a, 0x83, 0, 0, 0, 0, 2]), Buffer.from([(bomb.length & 0x7f) | 0x80, ((bomb.length >> 7) & 0x7f) | 0x80, bomb.length >> 14]), bomb])
  expect(isLightEnough(chunk)).toBe(false)
})

test('whatever the bytes are, the answer comes and nothing is thrown', () => {
  const saved = AccountDocument.open(testAccountId, []).save()
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), fc.nat(), fc.nat(255), (noise, at, value) => {
      expect(typeof isLightEnough(noise)).toBe('boolean')
      const flipped = saved.slice()
      flipped[at % flipped.length] = value
      expect(typeof isLightEnough(flipped)).toBe('boolean')
    }),
    { numRuns: 2_000 },
  )
})
