import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { PackStream, type StreamEntry } from './PackStream'
import { bucketName, bucketOf, packName, parseBucketName, parsePackName } from './packName'

const sha = (seq: number, branch = 'a'): string => branch.repeat(56) + String(seq).padStart(8, '0')
const entry = (seq: number, branch = 'a'): { seq: number; sha: string; prevSha: string | null } => ({ seq, sha: sha(seq, branch), prevSha: seq === 1 ? null : sha(seq - 1, branch) })

function stream(...entries: readonly StreamEntry[]): PackStream<StreamEntry> {
  const made = new PackStream<StreamEntry>('device')
  entries.forEach((one) => made.add(one))
  return made
}

test('an empty stream has seen nothing and waits for number 1', () => {
  expect(stream().state()).toEqual({ deviceId: 'device', watermark: 0, retiredThrough: 0, newest: 0, newestBucket: 0, holes: [], forks: [], brokenLinks: [] })
})

test('packs that come in any order and more than once give the same watermark and holes', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 40 })), fc.infiniteStream(fc.nat()), (seqs, order) => {
      const shuffled = [...seqs, ...seqs].map((seq) => ({ seq, key: order.next().value ?? 0 })).sort((a, b) => a.key - b.key)
      const { watermark, newest, holes, forks, brokenLinks } = stream(...shuffled.map(({ seq }) => entry(seq))).state()
      const missing = Array.from({ length: Math.max(0, ...seqs) }, (_, index) => index + 1).filter((seq) => !seqs.includes(seq))
      expect(newest).toBe(Math.max(0, ...seqs))
      expect(holes.flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, index) => from + index))).toEqual(missing)
      expect(watermark).toBe((missing[0] ?? newest + 1) - 1)
      expect([...forks, ...brokenLinks]).toEqual([])
    }),
  )
})

test('asked after every pack or only at the end, a stream is in the same state', () => {
  const anyEntry = fc.record({
    seq: fc.integer({ min: 1, max: 25 }),
    branch: fc.constantFrom('a', 'a', 'a', 'b'),
    isReadable: fc.boolean(),
    retires: fc.integer({ min: 0, max: 60 }),
  })
  fc.assert(
    fc.property(fc.array(anyEntry, { maxLength: 30 }), fc.boolean(), (drawn, inOrder) => {
      const order = inOrder ? [...drawn].sort((a, b) => a.seq - b.seq) : drawn
      const asked = new PackStream<StreamEntry>('device')
      const entries: readonly StreamEntry[] = order.map(({ seq, branch, isReadable, retires }) => ({ ...entry(seq, branch), ...(isReadable ? {} : { prevSha: undefined }), ...(isReadable && retires < seq ? { retiredThrough: retires } : {}) }))
      for (const one of entries) {
        asked.add(one)
        asked.state()
      }
      const fresh = new PackStream<StreamEntry>('device')
      for (const one of entries) fresh.add(one)
      expect(asked.state()).toEqual(fresh.state())
      expect(asked.entries()).toEqual(fresh.entries())
    }),
  )
})

test('retired packs are no holes, whether they are held or not', () => {
  const made = stream(entry(2), entry(7), { ...entry(8), retiredThrough: 5 })
  expect(made.state()).toMatchObject({ retiredThrough: 5, watermark: 5, newest: 8, holes: [{ from: 6, to: 6 }], brokenLinks: [] })
  made.add(entry(6))
  expect(made.state()).toMatchObject({ watermark: 8, holes: [] })
})

test('a gap stays visible until it is filled', () => {
  const made = stream(entry(1), entry(2), entry(5))
  expect(made.state()).toMatchObject({ watermark: 2, newest: 5, holes: [{ from: 3, to: 4 }] })
  made.add(entry(4))
  made.add(entry(3))
  expect(made.state()).toMatchObject({ watermark: 5, holes: [] })
})

test('two packs under one number are a fork; each branch links to its own predecessor', () => {
  const branch = { ...entry(3, 'b'), prevSha: sha(2) }
  expect(stream(entry(1), entry(2), entry(3), branch, entry(4, 'b')).state()).toMatchObject({ watermark: 4, forks: [3], brokenLinks: [] })
})

test('a pack that follows another past than the one held is a broken link', () => {
  expect(stream(entry(1), entry(2), entry(3, 'b')).state()).toMatchObject({ brokenLinks: [3], forks: [] })
})

test('a pack that cannot be read counts as not held, and still the next one follows it', () => {
  const made = stream(entry(1), entry(2), { ...entry(3), prevSha: undefined })
  expect(made.state()).toMatchObject({ watermark: 2, newest: 2 })
  expect(made.last()?.seq).toBe(3)
})

test('only the exact name of a pack is one', () => {
  const name = packName({ seq: 12, sha: 'a'.repeat(64) })
  expect(parsePackName(name)).toEqual({ seq: 12, sha: 'a'.repeat(64) })
  const strangers = [
    name.toUpperCase(),
    name.replace('.pack', ' (1).pack'),
    name.replace('.pack', '.sync-conflict-20261121-090000-ABCDEFG.pack'),
    name.replace('.pack', "-Kim's conflicted copy.pack"),
    `${name}.tmp`,
    `~${name}`,
    `../${name}`,
    packName({ seq: 0, sha: 'a'.repeat(64) }),
    packName({ seq: 25_600_000, sha: 'a'.repeat(64) }),
  ]
  expect(strangers.map(parsePackName)).toEqual(strangers.map(() => null))
})

test('256 packs share a folder', () => {
  expect([1, 255, 256, 511, 512].map(bucketOf)).toEqual([0, 0, 1, 1, 2])
  expect(bucketName(bucketOf(25_599_999))).toBe('99999')
  expect(parseBucketName('00012')).toBe(12)
  expect(parseBucketName('12')).toBeNull()
})
