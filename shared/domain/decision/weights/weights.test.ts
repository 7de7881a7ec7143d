import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { at } from '../at'
import { wholePercents, wholePoints } from '../wholePoints'
import { leafWeights } from './leafWeights'
import { pairwiseWeights, reciprocalAnswers } from './pairwiseWeights'
import { rangeAdjustedWeights } from './rangeAdjustedWeights'
import { rankWeights } from './rankWeights'
import { shareWeights } from './shareWeights'

const points = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 8 })
const sum = (list: readonly number[]): number => list.reduce((total, item) => total + item, 0)

describe('weights', () => {
  it('from swing points are shares; all zero means equal, and says so', () => {
    expect(shareWeights([100, 60, 40])).toEqual({ weights: [0.5, 0.3, 0.2], isEqualised: false })
    expect(shareWeights([0, 0])).toEqual({ weights: [0.5, 0.5], isEqualised: true })
    expect(shareWeights([])).toEqual({ weights: [], isEqualised: false })
  })

  it('of tied ranks share the mean of their places', () => {
    expect(rankWeights([1, 2, 2, 4], 'rankSum')).toEqual([0.4, 0.25, 0.25, 0.1])
    // 1, 2, 2, 4 or 1, 2, 2, 3: how the rank after a tie is written makes no difference.
    expect(rankWeights([1, 2, 2, 3], 'roc')).toEqual(rankWeights([1, 2, 2, 4], 'roc'))
    expect(rankWeights([1, 1, 1], 'reciprocal').every((weight) => Math.abs(weight - 1 / 3) < 1e-12)).toBe(true)
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 8 }), fc.constantFrom('roc', 'rankSum', 'reciprocal'), (ranks, method) => {
        const weights = rankWeights(ranks, method)
        expect(sum(weights)).toBeCloseTo(1, 12)
        ranks.forEach((rank, index) => ranks.forEach((other, place) => expect(rank < other ? at(weights, index) > at(weights, place) : true).toBe(true)))
      }),
    )
  })

  it('after an anchor moved: one raw unit of anything is worth as much of anything else as before', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: 1, max: 100 }), fc.integer({ min: 1, max: 50 }), fc.integer({ min: 1, max: 50 })), { minLength: 2, maxLength: 6 }), (criteria) => {
        const { weights } = shareWeights(criteria.map(([weight]) => weight))
        const [before, after] = [criteria.map(([, range]) => range), criteria.map(([, , range]) => range)]
        const adjusted = rangeAdjustedWeights(weights, before, after)
        expect(sum(adjusted)).toBeCloseTo(1, 12)
        const worth = (shares: readonly number[], ranges: readonly number[], index: number): number => at(shares, index) / at(ranges, index)
        const rate = (shares: readonly number[], ranges: readonly number[]): number => worth(shares, ranges, 0) / worth(shares, ranges, 1)
        expect(rate(adjusted, after)).toBeCloseTo(rate(weights, before), 9)
      }),
    )
  })

  it('of a tree are the products down the path; an empty heading takes nothing', () => {
    const weights = leafWeights([{ points: 60, leaves: [1, 3] }, { points: 40, leaves: [5] }, { points: 100, leaves: [] }])
    expect(weights.map((weight) => weight.toFixed(12))).toEqual(['0.150000000000', '0.450000000000', '0.400000000000'])
  })

  it('shown as whole percent add up to 100, each within one of the exact share', () => {
    fc.assert(
      fc.property(points, (list) => {
        const { weights } = shareWeights(list)
        const shown = wholePercents(weights)
        expect(sum(shown)).toBe(100)
        shown.forEach((percent, index) => expect(Math.abs(percent - at(weights, index) * 100)).toBeLessThan(1))
      }),
    )
    expect(wholePercents([1 / 3, 1 / 3, 1 / 3])).toEqual([34, 33, 33])
    expect(wholePercents([])).toEqual([])
  })

  it('and points shown as whole numbers add up to the rounded total, negative parts included', () => {
    expect(wholePoints([10.4, 20.4, 30.4])).toEqual([11, 20, 30])
    expect(wholePoints([19.2, 0, 2.3, -2.5, -3.6, 0.6])).toEqual([19, 0, 2, -2, -4, 1])
    fc.assert(
      fc.property(fc.array(fc.double({ min: -50, max: 50, noNaN: true }), { minLength: 1 }), (parts) => {
        expect(sum(wholePoints(parts))).toBeCloseTo(Math.round(sum(parts) + 1e-9), 12)
      }),
    )
  })
})

describe('pairwise answers', () => {
  it('that fit together give back the weights behind them', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 7 }), (importance) => {
        const { weights } = shareWeights(importance)
        const found = pairwiseWeights(importance.map((row) => importance.map((column) => row / column)))
        if (!found.ok) throw new Error(found.error.kind)
        found.value.weights.forEach((weight, index) => expect(weight).toBeCloseTo(at(weights, index), 10))
        expect(found.value.consistencyRatio).toBeCloseTo(0, 9)
      }),
    )
  })

  it('that contradict each other name the three criteria that fit worst', () => {
    const answers = reciprocalAnswers(4, (row, column) => (row === 0 && column === 3 ? 1 / 9 : column - row + 1))
    const found = pairwiseWeights(answers)
    if (!found.ok) throw new Error(found.error.kind)
    expect(found.value.consistencyRatio).toBeGreaterThan(0.1)
    expect(found.value.worstTriad?.criteria).toContain(0)
    expect(found.value.worstTriad?.criteria).toContain(3)
    expect(found.value.weights.some((weight) => Math.abs(weight - 0.25) > 0.01)).toBe(true)
  })

  it('that are missing, zero or not finite are refused with their place', () => {
    expect(pairwiseWeights([[1, 2], [0.5]])).toMatchObject({ ok: false, error: { kind: 'columnCount', place: 'pairwise[1]' } })
    expect(pairwiseWeights([[1, 0], [1, 1]])).toMatchObject({ ok: false, error: { kind: 'notPositive', place: 'pairwise[0][1]' } })
    expect(pairwiseWeights([[Number.NaN]])).toMatchObject({ ok: false, error: { kind: 'notFinite', place: 'pairwise[0][0]' } })
  })
})
