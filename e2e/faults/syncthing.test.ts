import { expect, test } from 'vitest'
import { builtWorker, ciSeed, tellReport } from './lib/inTests'
import { noSyncthingReason } from './lib/Syncthing'
import { syncthing } from './syncthing'

const reason = noSyncthingReason()

test.skipIf(reason !== null)(`three real Syncthing daemons and three laptops, all killed now and then, lose nothing${reason ? ` (${reason})` : ''}`, async () => {
  const report = await syncthing({ worker: await builtWorker(), seed: ciSeed(), seconds: 10 })
  tellReport(report)
  expect(report.failures).toEqual([])
  expect(report.counts.acknowledged).toBeGreaterThan(40)
  expect(report.counts.found).toBe(report.counts.acknowledged)
})
