import { expect, test } from 'vitest'
import { fuzzBytes, fuzzKinds } from './testing/fuzzBytes'

const seed = Number(process.env['PLUMBLINE_SEED'] ?? 20_261_122)

test(`3,000 damaged packs, logs, account files and vectors are refused with a reason, and nothing is invented (seed ${seed})`, async () => {
  const { faults, reasons, memoryGrowthBytes } = await fuzzBytes({ count: 3000, seed })
  expect(faults).toEqual([])
  expect(Object.values(reasons).reduce((sum, count) => sum + count, 0)).toBe(3000)
  for (const kind of fuzzKinds) expect(Object.keys(reasons).some((reason) => reason.startsWith(`${kind}: `)), kind).toBe(true)
  // Every sort of refusal is met, or the damage is not what it should be.
  for (const reason of ['damagedHeader', 'damagedBody', 'notAPack']) expect(reasons[`namedPack: ${reason}`], reason).toBeGreaterThan(0)
  expect(memoryGrowthBytes).toBeLessThan(400 * 1024 * 1024)
})
