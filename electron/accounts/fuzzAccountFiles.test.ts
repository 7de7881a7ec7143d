import { expect, test } from 'vitest'
import { fuzzAccountFiles } from './testing/fuzzAccountFiles'

const seed = Number(process.env['PLUMBLINE_SEED'] ?? 20_261_121)

test(`thousands of damaged and forged account files are refused with a reason, in no time and without a crash (seed ${seed})`, async () => {
  const report = await fuzzAccountFiles({ count: 3_000, seed })
  const refused = Object.values(report.refused).reduce((sum, count) => sum + count, 0)
  expect(report.crashes).toEqual([])
  expect(refused + report.accepted).toBe(report.files)
  expect(Object.keys(report.refused)).toEqual(expect.arrayContaining(['damagedFile', 'newerFile', 'notAnAccountFile']))
  // What a forger with the right hashes gets through is at most a document like any other.
  expect(report.accepted).toBeLessThan(report.files / 4)
  expect(report.memoryGrowthBytes).toBeLessThan(600 * 1024 * 1024)
})
