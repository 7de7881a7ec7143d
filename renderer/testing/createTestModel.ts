import { prepareComparison } from '#shared/domain/comparison/analyseComparison'
import { plausibleCases } from '#shared/domain/comparison/plausibleCases'
import { createModel, type Model } from '../model/createModel'
import type { FakeDesktop } from './fakeDesktop'
import { memoryAddress } from './memoryWindow'
import { seededIds } from './seededIds'

/** A model on a fake desktop, with time standing still and the draws made at once. */
export function createTestModel(desktop: FakeDesktop, hash = ''): Model {
  return createModel({
    desktop,
    ids: seededIds(),
    clock: { now: () => '2026-11-21T14:02:00.000Z', today: () => '2026-11-21' },
    address: memoryAddress(hash),
    plausibleCases: async ({ facts, today, points }) => plausibleCases(prepareComparison(facts, today), points ?? undefined),
  })
}
