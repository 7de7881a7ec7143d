import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { at } from '../at'
import type { Cell, DecisionInput, RobustnessInput } from '../DecisionInput'
import type { RobustnessResult } from '../RobustnessResult'
import { compiledOrThrow, evaluatedOrThrow, testRandom } from '../testing/bruteForce'
import { tables, tableSeed } from '../testing/randomInput'
import { rankWeights } from '../weights/rankWeights'
import { betaAt, triangularFrom } from './distributions'
import { firstKey, secondKey, uniformAt } from './randomStream'
import { finishRobustness, runRobustness } from './runRobustness'
import { startRobustness } from './startRobustness'
import { createValueSampler } from './valueSampler'
import { createWeightSampler } from './weightSampler'

function sampled(input: DecisionInput, settings: RobustnessInput): RobustnessResult {
  const result = runRobustness(compiledOrThrow(input), settings)
  if (!result.ok) throw new Error(result.error.kind)
  return result.value
}

/** Options with values from 0 to 1 on criteria named by letters. */
function valued(cells: readonly (readonly Cell[])[], extra: Partial<DecisionInput> = {}): DecisionInput {
  const criteria = at(cells, 0).map((_, index) => ({ name: 'abcdefgh'.charAt(index), direction: 'max' as const, lo: 0, hi: 1 }))
  return { options: cells.map((_, index) => `Option ${index}`), criteria, cells, ...extra }
}

/** Standard errors a sampled share may be off: once in 60,000 comparisons. */
const errors = 4.2
const within = (share: number, draws: number): number => errors * Math.sqrt(Math.max(share * (1 - share), 1 / draws) / draws) + 1e-12

describe('the shares of the draws', () => {
  it('add up, stay between 0 and 1, and say nothing about options that were not sampled', () => {
    fc.assert(
      fc.property(tables({ hasMustHaves: true, hasKinds: true }), fc.constantFrom('given', 'uniform'), fc.nat(), (input, weights, seed) => {
        const { groups } = evaluatedOrThrow(input)
        const result = sampled(input, { weights, draws: 40, seed })
        input.options.forEach((_, option) => {
          const row = result.acceptability[option] ?? null
          const isSampled = groups.ranked.includes(option) || groups.ifConfirmed.includes(option)
          expect(row !== null).toBe(isSampled)
          if (row === null) return
          expect(row.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12)
          const central = result.centralWeights[option] ?? null
          expect(central === null).toBe(row[0] === 0)
          expect((result.confidence[option] ?? null) === null).toBe(central === null)
          if (central !== null) expect(central.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 9)
          input.options.forEach((__, other) => {
            const wins = result.pairwise[option]?.[other] ?? null
            const losses = result.pairwise[other]?.[option] ?? null
            expect(wins === null).toBe(losses === null)
            if (wins !== null && losses !== null) expect(wins + losses).toBeLessThanOrEqual(1 + 1e-12)
          })
          const [lo, hi] = result.ranges[option] ?? [1, 0]
          expect(lo).toBeLessThanOrEqual(hi)
        })
      }),
      { numRuns: 1_000, seed: tableSeed },
    )
  })

  it('a dominated option never beats the one that dominates it', () => {
    fc.assert(
      fc.property(tables({ leastOptions: 2 }), fc.nat(), (input, seed) => {
        const { dominance } = evaluatedOrThrow(input)
        const { pairwise } = sampled(input, { weights: 'uniform', draws: 30, seed })
        dominance.dominatedBy.forEach((by, option) => by.forEach((dominator) => expect(pairwise[option]?.[dominator] ?? 0).toBe(0)))
      }),
      { numRuns: 500, seed: tableSeed },
    )
  })

  it('two options under any weights: exactly the volume of the weightings that put one first', () => {
    const random = testRandom(tableSeed)
    const draws = 20_000
    for (let trial = 0; trial < 40; trial++) {
      const count = 2 + (trial % 5)
      const rows = [0, 1].map(() => Array.from({ length: count }, () => random()))
      const differences = at(rows, 0).map((value, index) => value - at(at(rows, 1), index))
      // P(Σw·d > 0) on the simplex = Σ_{d_i>0} d_i^(n−1) / Π_{j≠i}(d_i − d_j).
      const exact = differences.reduce((sum, d, i) => (d <= 0 ? sum : sum + differences.reduce((product, other, j) => (i === j ? product : (product * d) / (d - other)), 1)), 0)
      const { acceptability } = sampled(valued(rows), { weights: 'uniform', draws, seed: trial })
      expect(Math.abs((acceptability[0]?.[0] ?? -1) - exact)).toBeLessThan(within(exact, draws))
    }
  })

  it('weights in an order: always in that order, their mean the rank-order centroid', () => {
    const order = ['c', 'a', 'd', 'b']
    const model = compiledOrThrow(valued([[0.2, 0.4, 0.6, 0.8]], { order }))
    const sampler = createWeightSampler(model, model.points, 'order')
    if (!sampler.ok) throw new Error(sampler.error.kind)
    const draws = 40_000
    const sums = [0, 0, 0, 0]
    for (let draw = 0; draw < draws; draw++) {
      sampler.value.draw(firstKey(3, draw), secondKey(3, draw))
      const { weights } = sampler.value
      const inOrder = [2, 0, 3, 1].map((criterion) => at(weights, criterion))
      expect(inOrder.every((weight, place) => place === 0 || weight <= at(inOrder, place - 1))).toBe(true)
      weights.forEach((weight, criterion) => (sums[criterion] = at(sums, criterion) + weight))
    }
    const centroid = rankWeights([1, 2, 3, 4], 'roc')
    ;[2, 0, 3, 1].forEach((criterion, place) => expect(at(sums, criterion) / draws).toBeCloseTo(at(centroid, place), 2))
  })

  it('weights within intervals: the share of the interval on the right side of the crossing', () => {
    // V_a − V_b = (100·0.3 − s·0.5)/(100 + s) changes sign at s = 60; s is even between 20 and 80.
    const input = valued([[0.8, 0.2], [0.5, 0.7]], { intervals: { a: [100, 100], b: [20, 80] } })
    const draws = 40_000
    const { acceptability, centralWeights } = sampled(input, { weights: 'intervals', draws, seed: 11 })
    expect(Math.abs((acceptability[0]?.[0] ?? -1) - 40 / 60)).toBeLessThan(within(2 / 3, draws))
    // Mean of 100/(100 + s) for s from 20 to 60.
    expect(centralWeights[0]?.[0]).toBeCloseTo((100 / 40) * Math.log(160 / 120), 2)
  })

  it('values around evidence: a triangle whose ends are clipped to the scale first', () => {
    const kinds = [['vendorClaim' as const], ['measured' as const]]
    const draws = 40_000
    // 0.95 ± 0.15 becomes the triangle 0.80, 0.95, 1.00.
    const result = sampled(valued([[0.95], [0.9]], { kinds }), { weights: 'given', draws, seed: 2 })
    expect(result.means[0]).toBeCloseTo((0.8 + 0.95 + 1) / 3, 2)
    const exact = 1 - 0.1 ** 2 / (0.2 * 0.15)
    expect(Math.abs((result.acceptability[0]?.[0] ?? -1) - exact)).toBeLessThan(within(exact, draws))
  })

  it('an unknown cell is anywhere on the scale, a stated range inside the range', () => {
    const draws = 40_000
    const open = sampled(valued([[null, 0.5], [0.7, 0.5]], { criteria: [{ name: 'a', direction: 'max', lo: 0, hi: 1, weight: 1 }, { name: 'b', direction: 'max', lo: 0, hi: 1, weight: 1 }] }), { weights: 'given', draws, seed: 4 })
    expect(Math.abs((open.acceptability[0]?.[0] ?? -1) - 0.3)).toBeLessThan(within(0.3, draws))
    const [lo, hi] = open.ranges[0] ?? [0, 0]
    expect(lo).toBeCloseTo(0.25 + 0.025, 2)
    expect(hi).toBeCloseTo(0.75 - 0.025, 2)
  })

  it('10,000 draws are within one percent of the exact shares for 19 seeds of 20', () => {
    const input = valued([[1, 0], [0.2, 0.6]])
    const misses = Array.from({ length: 100 }, (_, seed) => Math.abs((sampled(input, { weights: 'uniform', draws: 10_000, seed }).acceptability[0]?.[0] ?? -1) - 4 / 7)).filter((miss) => miss > 0.01)
    // 4.3 % are expected; more than 12 of 100 would be no chance.
    expect(misses.length).toBeLessThanOrEqual(12)
  })

  it('nothing uncertain: the shares are exact and say so', () => {
    const result = sampled(valued([[0.4, 0.9], [0.6, 0.2], [0.6, 0.2]]), { weights: 'given', draws: 10_000, seed: 1 })
    expect(result.isExact).toBe(true)
    expect(result.acceptability).toEqual([[1, 0, 0], [0, 1, 0], [0, 1, 0]])
    expect(result.confidence).toEqual([1, null, null])
  })

  it('an option with an open must-have gets the rank it would take, and does not push the others down', () => {
    const input = valued([[0.9], [0.5], [0.1]], {
      criteria: [{ name: 'a', direction: 'max', lo: 0, hi: 1, weight: 1 }, { name: 'EU', direction: 'max', mustHave: { equals: true } }],
      cells: [[0.9, null], [0.5, true], [0.1, true]],
    })
    const { acceptability } = sampled(input, { weights: 'given', draws: 10, seed: 1 })
    expect(acceptability).toEqual([[1, 0, 0], [1, 0, 0], [0, 1, 0]])
  })
})

describe('the seed', () => {
  const uncertain = valued([[{ lo: 0.2, hi: 0.8 }, null, 0.5], [0.5, { lo: 0, mode: 0.2, hi: 0.9 }, { alpha: 2, beta: 3 }], [0.4, 0.6, 0.5]])

  it('makes a run repeatable, and another seed another run', () => {
    const settings = { weights: 'uniform' as const, draws: 2_000, seed: 42 }
    expect(sampled(uncertain, settings)).toEqual(sampled(uncertain, settings))
    expect(sampled(uncertain, settings).acceptability).not.toEqual(sampled(uncertain, { ...settings, seed: 43 }).acceptability)
  })

  it('gives the same result in steps of any size, and a stopped run gives none', async () => {
    const settings = { weights: 'uniform' as const, draws: 1_234, seed: 9 }
    const run = startRobustness(compiledOrThrow(uncertain), settings)
    if (!run.ok) throw new Error(run.error.kind)
    let progress = 0
    const stepped = await finishRobustness(run.value, async (now) => {
      expect(now).toBeGreaterThan(progress)
      progress = now
      return true
    })
    expect(stepped).toEqual(sampled(uncertain, settings))
    const stopped = startRobustness(compiledOrThrow(uncertain), settings)
    expect(stopped.ok && (await finishRobustness(stopped.value, async () => false))).toBe(null)
  })

  it('keeps every other number when one more cell becomes uncertain', () => {
    const before = createValueSampler(compiledOrThrow(uncertain), [0, 1, 2])
    const after = createValueSampler(compiledOrThrow({ ...uncertain, cells: [[null, null, 0.5], ...uncertain.cells.slice(1)] }), [0, 1, 2])
    for (let draw = 0; draw < 100; draw++) {
      before.draw(firstKey(1, draw), secondKey(1, draw))
      after.draw(firstKey(1, draw), secondKey(1, draw))
      expect(Array.from(after.values.slice(1))).toEqual(Array.from(before.values.slice(1)))
    }
  })

  it('spreads numbers evenly, without a pattern from slot to slot or from draw to draw', () => {
    const count = 200_000
    const bins = new Array<number>(64).fill(0)
    let slotProduct = 0
    let drawProduct = 0
    for (let index = 0; index < count; index++) {
      const draw = Math.floor(index / 50)
      const slot = index % 50
      const [keyA, keyB] = [firstKey(7, draw), secondKey(7, draw)]
      const uniform = uniformAt(keyA, keyB, slot)
      bins[Math.floor(uniform * 64)] = (bins[Math.floor(uniform * 64)] ?? 0) + 1
      slotProduct += (uniform - 0.5) * (uniformAt(keyA, keyB, slot + 1) - 0.5)
      drawProduct += (uniform - 0.5) * (uniformAt(firstKey(7, draw + 1), secondKey(7, draw + 1), slot) - 0.5)
    }
    expect(bins.reduce((sum, seen) => sum + seen, 0)).toBe(count)
    const chiSquare = bins.reduce((sum, seen) => sum + (seen - count / 64) ** 2 / (count / 64), 0)
    // 63 degrees of freedom: 99.9 % lie below 103.
    expect(chiSquare).toBeLessThan(103)
    // The sum of products of independent numbers has standard deviation √count/12.
    expect(Math.abs(slotProduct)).toBeLessThan((errors * Math.sqrt(count)) / 12)
    expect(Math.abs(drawProduct)).toBeLessThan((errors * Math.sqrt(count)) / 12)
  })

  it.each([
    [0.5, 0.5],
    [1, 1],
    [2, 5],
    [40, 96],
    [0.2, 3],
  ])('draws beta(%d, %d) with the right mean and spread', (alpha, beta) => {
    const count = 60_000
    let sum = 0
    let squares = 0
    for (let draw = 0; draw < count; draw++) {
      const value = betaAt(firstKey(5, draw), secondKey(5, draw), 70_000, alpha, beta)
      sum += value
      squares += value * value
    }
    const mean = alpha / (alpha + beta)
    const variance = (mean * (1 - mean)) / (alpha + beta + 1)
    expect(Math.abs(sum / count - mean)).toBeLessThan(errors * Math.sqrt(variance / count))
    expect(Math.abs(squares / count - (sum / count) ** 2 - variance)).toBeLessThan(0.002)
  })

  it('inverts the triangle exactly', () => {
    expect(triangularFrom(0, 1, 2, 4)).toBe(1)
    expect(triangularFrom(1, 1, 2, 4)).toBe(4)
    expect(triangularFrom(1 / 3, 1, 2, 4)).toBeCloseTo(2, 12)
    expect(triangularFrom(0.25, 0, 0, 1)).toBeCloseTo(1 - Math.sqrt(0.75), 12)
    expect(triangularFrom(0.25, 0, 1, 1)).toBeCloseTo(0.5, 12)
  })
})
