import { expect, test } from 'vitest'
import { ciSeed, tellReport } from './lib/inTests'
import { model } from './model'

test('replicas that edit, remove, migrate, merge packs and merge account files in any order end equal, and every value is there, collides or is history', async () => {
  const report = await model({ seed: ciSeed(), seconds: 10 })
  tellReport(report)
  expect(report.failures).toEqual([])
  expect(report.counts.acknowledged).toBeGreaterThan(50)
  expect(report.counts.found).toBe(report.counts.acknowledged)
})
