import { expect, test } from 'vitest'
import { builtWorker, ciSeed, tellReport } from './lib/inTests'
import { sharedFolder } from './sharedFolder'

test('four laptops that are killed again and again on one folder lose no acknowledged edit and end equal', async () => {
  const report = await sharedFolder({ worker: await builtWorker(), seed: ciSeed(), seconds: 18 })
  tellReport(report)
  expect(report.failures).toEqual([])
  expect(report.counts.acknowledged).toBeGreaterThan(100)
  expect(report.counts.found).toBe(report.counts.acknowledged)
  expect(report.counts.compacted).toBeGreaterThan(0)
  expect(report.counts.kills).toBeGreaterThan(4)
})
