import { expect, test } from 'vitest'
import { builtWorker, ciSeed, tellReport } from './lib/inTests'
import { badDisks } from './badDisks'

test('a laptop on a full disk whose team folder is full, read-only, unmounted or renamed away keeps what it acknowledged', async ({ skip }) => {
  const report = await badDisks({ worker: await builtWorker(), seed: ciSeed(), seconds: 8 })
  tellReport(report)
  if (report.skipped !== null) skip(report.skipped)
  expect(report.failures).toEqual([])
  expect(report.counts.acknowledged).toBeGreaterThan(20)
  expect(report.counts.found).toBe(report.counts.acknowledged)
})
