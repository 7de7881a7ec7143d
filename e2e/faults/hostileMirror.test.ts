import { expect, test } from 'vitest'
import { hostileMirror } from './hostileMirror'
import { builtWorker, ciSeed, tellReport } from './lib/inTests'

test('a folder that is mirrored torn, in any order, doubled and with files missing for a while loses nothing between three laptops', async () => {
  const report = await hostileMirror({ worker: await builtWorker(), seed: ciSeed(), seconds: 12 })
  tellReport(report)
  expect(report.failures).toEqual([])
  expect(report.counts.acknowledged).toBeGreaterThan(80)
  expect(report.counts.found).toBe(report.counts.acknowledged)
  expect(report.counts.refused).toBeGreaterThan(0)
})
