import { expect, test } from 'vitest'
import { builtWorker, ciSeed, tellReport } from './lib/inTests'
import { clocks } from './clocks'

test('laptops whose clocks are a year off lose nothing, and whoever is behind is told', async ({ skip }) => {
  const report = await clocks({ worker: await builtWorker(), seed: ciSeed(), seconds: 6 })
  tellReport(report)
  if (report.skipped !== null) skip(report.skipped)
  expect(report.failures).toEqual([])
  expect(report.counts.acknowledged).toBeGreaterThan(20)
  expect(report.counts.found).toBe(report.counts.acknowledged)
})
