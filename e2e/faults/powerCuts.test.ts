import { expect, test } from 'vitest'
import { ciSeed, tellReport } from './lib/inTests'
import { powerCuts } from './powerCuts'

test('a laptop whose power goes at any call to the disk, with everything lost that was not flushed, keeps every acknowledged edit', async () => {
  const report = await powerCuts({ seed: ciSeed(), seconds: 8 })
  tellReport(report)
  expect(report.failures).toEqual([])
  expect(report.counts.acknowledged).toBeGreaterThan(20)
  expect(report.counts.found).toBe(report.counts.acknowledged)
  expect(report.counts.powerCuts).toBeGreaterThan(5)
})
