import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { at } from '../at'
import type { Evaluation } from '../Evaluation'
import { compiledOrThrow, evaluatedOrThrow, leadOverLeader, plainTotal, simplexFrom, testRandom, weightsWith, withCell } from '../testing/bruteForce'
import { tables, tableSeed } from '../testing/randomInput'
import { nearestWeights } from './nearestWeights'
import { orderOnlyDifferences, orderOnlyRegret } from './orderOnly'
import { intervalRegret } from './regret'
import { tieWeightChange, weightCrossing } from './stabilityIntervals'
import { summariseRegret } from './summariseRegret'

const runs = { numRuns: 1_000, seed: tableSeed }
const tight = 1e-9

interface Ranked {
  readonly evaluation: Evaluation
  readonly leader: number
  readonly rivals: readonly number[]
}

/** The leader and its rivals; null when nothing is ranked. */
function ranked(evaluation: Evaluation): Ranked | null {
  const { leader } = evaluation
  return leader === null ? null : { evaluation, leader, rivals: evaluation.groups.ranked.filter((option) => option !== leader) }
}

describe(`sensitivity against brute force (seed ${tableSeed}, ${runs.numRuns} tables each)`, () => {
  it('a stability interval holds the weight now, the leader leads inside it and is beaten outside', () => {
    fc.assert(
      fc.property(tables({ leastOptions: 2, hasMustHaves: true }), fc.nat(), (input, seed) => {
        const found = ranked(evaluatedOrThrow(input))
        if (found === null || found.rivals.length === 0) return
        const { evaluation, leader, rivals } = found
        const random = testRandom(seed)
        evaluation.sensitivity.intervals.forEach(([lo, hi], criterion) => {
          const now = at(evaluation.weights, criterion)
          expect(lo).toBeLessThanOrEqual(now)
          expect(hi).toBeGreaterThanOrEqual(now)
          const leadAt = (share: number): number => leadOverLeader(evaluation, weightsWith(evaluation.weights, criterion, share), leader, rivals)
          // With one criterion its share is always 1.
          if (evaluation.weights.length === 1) return
          for (const share of [lo, hi, lo + random() * (hi - lo)]) expect(leadAt(share)).toBeLessThanOrEqual(tight)
          const { below, above } = at(evaluation.sensitivity.overtakers, criterion)
          for (const [rival, end, outside] of [[below, lo, lo - 1e-4], [above, hi, hi + 1e-4]] as const) {
            if (rival === null || outside < 0 || outside > 1) continue
            expect(leadAt(outside)).toBeGreaterThan(0)
            // The one named is level with the leader at the end of the interval.
            expect(leadOverLeader(evaluation, weightsWith(evaluation.weights, criterion, end), leader, [rival])).toBeCloseTo(0, 8)
          }
        })
      }),
      runs,
    )
  })

  it('two options are level where their lines cross, and nowhere else', () => {
    fc.assert(
      fc.property(tables({ leastOptions: 2 }), fc.nat(), (input, seed) => {
        const { values, weights } = evaluatedOrThrow(input)
        if (weights.length < 2) return
        const random = testRandom(seed)
        for (let criterion = 0; criterion < weights.length; criterion++) {
          const gapAt = (share: number): number => {
            const changed = weightsWith(weights, criterion, share)
            return plainTotal(at(values, 0), changed) - plainTotal(at(values, 1), changed)
          }
          const crossing = weightCrossing(values, weights, 0, 1, criterion)
          const [start, end] = [gapAt(0), gapAt(1)]
          if (crossing === null) expect(start).toBeCloseTo(end, 9)
          else {
            if (Math.abs(crossing) < 10) expect(gapAt(crossing)).toBeCloseTo(0, 8)
            expect(crossing >= -tight && crossing <= 1 + tight).toBe(start * end <= 1e-12)
          }
          const change = tieWeightChange(values, weights, 0, 1, criterion)
          const other = random() + 0.5
          if (change === null || Math.abs(change) > 10) continue
          const moved = (amount: number): readonly number[] => weights.map((weight, index) => (index === criterion ? weight - amount : weight))
          expect(plainTotal(at(values, 0), moved(change))).toBeCloseTo(plainTotal(at(values, 1), moved(change)), 8)
          expect(Math.abs(plainTotal(at(values, 0), moved(change + other)) - plainTotal(at(values, 1), moved(change + other)))).toBeGreaterThan(0)
        }
      }),
      runs,
    )
  })

  it('a break-even cell makes the rival level, a little less does not, and what is out of reach cannot', () => {
    fc.assert(
      fc.property(tables({ leastOptions: 2, mostOptions: 4 }), (input) => {
        const found = ranked(evaluatedOrThrow(input))
        if (found === null) return
        const { evaluation, leader } = found
        const lead = (option: number, criterion: number, cell: Parameters<typeof withCell>[3]): number => {
          const { totals } = evaluatedOrThrow(withCell(input, option, criterion, cell))
          return at(totals, leader) - at(totals, option)
        }
        for (const { option, criterion, raw, feasible, value, leaderRaw } of evaluation.sensitivity.breakEven) {
          const asked = at(input.criteria, criterion)
          if (value === null) {
            expect(at(evaluation.weights, criterion)).toBe(0)
            continue
          }
          expect(value).toBeCloseTo((at(evaluation.totals, leader) - at(evaluation.totals, option)) / at(evaluation.weights, criterion), 9)
          expect(feasible).toBe(raw !== null)
          if (raw === null) expect(lead(option, criterion, { countsAs: 'best' })).toBeGreaterThan(0)
          else if (typeof raw === 'number') {
            expect(lead(option, criterion, raw)).toBeCloseTo(0, 8)
            // A little worse is not enough, unless the scale is flat there.
            const worse = asked.direction === 'max' ? raw - 1e-3 : raw + 1e-3
            expect(lead(option, criterion, worse)).toBeGreaterThanOrEqual(-tight)
          } else expect(lead(option, criterion, raw)).toBeLessThanOrEqual(tight)
          if (typeof leaderRaw === 'number') {
            const { totals } = evaluatedOrThrow(withCell(input, leader, criterion, leaderRaw))
            expect(at(totals, leader) - at(totals, option)).toBeCloseTo(0, 8)
          } else if (leaderRaw !== null) {
            const { totals } = evaluatedOrThrow(withCell(input, leader, criterion, leaderRaw))
            expect(at(totals, leader) - at(totals, option)).toBeLessThanOrEqual(tight)
          }
        }
      }),
      runs,
    )
  })

  it('the nearest flip is level, allowed, and no random weighting that flips is nearer', () => {
    fc.assert(
      fc.property(tables({ leastOptions: 2 }), fc.nat(), (input, seed) => {
        const found = ranked(evaluatedOrThrow(input))
        if (found === null) return
        const { evaluation, leader } = found
        const { weights, values } = evaluation
        const random = testRandom(seed)
        const away = (other: readonly number[]): number => Math.sqrt(other.reduce((sum, weight, index) => sum + (weight - at(weights, index)) ** 2, 0))
        const moved = (other: readonly number[]): number => other.reduce((sum, weight, index) => sum + Math.abs(weight - at(weights, index)), 0)
        for (const flip of evaluation.sensitivity.nearestFlip) {
          const differences = at(values, flip.option).map((value, index) => value - at(at(values, leader), index))
          const trials = Array.from({ length: 60 }, () => {
            const anywhere = simplexFrom(weights.map(() => random()))
            const near = random() ** 2
            return weights.map((weight, index) => weight + near * (at(anywhere, index) - weight))
          }).filter((trial) => plainTotal(differences, trial) >= 0)
          if (flip.weights === null || flip.shift === null) {
            expect(Math.max(...differences)).toBeLessThanOrEqual(0)
            continue
          }
          expect(flip.weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 9)
          expect(Math.min(...flip.weights)).toBeGreaterThanOrEqual(0)
          expect(plainTotal(differences, flip.weights)).toBeCloseTo(0, 9)
          for (const trial of trials) {
            expect(away(flip.weights)).toBeLessThanOrEqual(away(trial) + 1e-7)
            expect(flip.shift).toBeLessThanOrEqual(moved(trial) + 1e-9)
          }
          const least = nearestWeights(weights, differences)
          expect(plainTotal(differences, least?.shiftedWeights ?? [])).toBeCloseTo(0, 9)
          expect(Math.min(...(least?.shiftedWeights ?? []))).toBeGreaterThanOrEqual(-tight)
          expect(moved(least?.shiftedWeights ?? [])).toBeCloseTo(flip.shift, 9)
          const first = leadOverLeader(evaluation, flip.weights, flip.option, evaluation.groups.ranked.filter((option) => option !== flip.option))
          expect(flip.isFirst).toBe(first <= 1e-9)
        }
      }),
      runs,
    )
  })

  it('a tornado bar is what recalculating with the moved cell gives', () => {
    fc.assert(
      fc.property(tables({ leastOptions: 2, hasKinds: true }), (input) => {
        const model = compiledOrThrow(input)
        const found = ranked(evaluatedOrThrow(input))
        if (found === null || found.rivals.length === 0) return
        const { evaluation, leader, rivals } = found
        const gapWith = (option: number, criterion: number, value: number): number => {
          const totals = evaluation.values.map((row, index) =>
            plainTotal(index === option ? row.map((kept, column) => (column === criterion ? value : kept)) : row, evaluation.weights),
          )
          return at(totals, leader) - Math.max(...rivals.map((rival) => at(totals, rival)))
        }
        const bars = evaluation.sensitivity.tornado
        for (const { option, criterion, gapLow, gapHigh, swing, flips } of bars) {
          const place = option * model.criterionCount + criterion
          expect(gapLow).toBeCloseTo(gapWith(option, criterion, at(model.likelyLow, place)), 10)
          expect(gapHigh).toBeCloseTo(gapWith(option, criterion, at(model.likelyHigh, place)), 10)
          expect(swing).toBeCloseTo(Math.abs(gapHigh - gapLow), 12)
          expect(flips).toBe(Math.min(gapLow, gapHigh) < -1e-9)
        }
        expect(bars.map(({ swing }) => swing)).toEqual([...bars].map(({ swing }) => swing).sort((a, b) => b - a))
        expect(bars.filter(({ option }) => option === leader)).toHaveLength(evaluation.weights.length)
      }),
      runs,
    )
  })

  it('order-only bounds and regret hold for every weighting in the order, and a corner reaches them', () => {
    fc.assert(
      fc.property(tables({ leastOptions: 2 }), fc.nat(), (input, seed) => {
        const { values } = evaluatedOrThrow(input)
        const random = testRandom(seed)
        const order = at(values, 0).map((_, index) => index).sort(() => random() - 0.5)
        const options = values.map((_, option) => option)
        const ordered = (weights: readonly number[]): readonly number[] => {
          const descending = [...weights].sort((a, b) => b - a)
          return order.map((_, criterion) => at(descending, order.indexOf(criterion)))
        }
        const corners = order.map((_, k) => ordered(order.map((__, place) => (place <= k ? 1 / (k + 1) : 0))))
        const trials = [...corners, ...Array.from({ length: 20 }, () => ordered(simplexFrom(order.map(() => random()))))]
        for (const { a, b, min, max, surely } of orderOnlyDifferences(values, order, options)) {
          const differences = trials.map((weights) => plainTotal(at(values, a), weights) - plainTotal(at(values, b), weights))
          expect(Math.min(...differences)).toBeCloseTo(min, 10)
          expect(Math.max(...differences)).toBeCloseTo(max, 10)
          expect(surely).toBe(min >= -1e-12)
        }
        orderOnlyRegret(values, order, options).forEach((loss, option) => {
          const losses = trials.map((weights) => Math.max(...values.map((row) => plainTotal(row, weights))) - plainTotal(at(values, option), weights))
          expect(Math.max(...losses)).toBeCloseTo(loss, 10)
        })
      }),
      runs,
    )
  })

  it('regret within intervals is the largest of all corners of the intervals', () => {
    fc.assert(
      fc.property(tables({ leastOptions: 2, mostCriteria: 4 }), fc.nat(), (input, seed) => {
        const { values } = evaluatedOrThrow(input)
        const random = testRandom(seed)
        const intervals = at(values, 0).map((): readonly [number, number] => {
          const lo = Math.round(random() * 5) * 10
          return [lo, lo + Math.round(random() * 5) * 10]
        })
        const corners = Array.from({ length: 2 ** intervals.length }, (_, bits) => intervals.map(([lo, hi], index) => ((bits >> index) & 1 ? hi : lo))).filter((points) => points.some((point) => point > 0))
        const shares = corners.map((points) => points.map((point) => point / points.reduce((sum, other) => sum + other, 0)))
        if (shares.length === 0) return
        intervalRegret(values, intervals).forEach((loss, option) => {
          const losses = shares.map((weights) => Math.max(...values.map((row) => plainTotal(row, weights))) - plainTotal(at(values, option), weights))
          expect(loss).toBeCloseTo(Math.max(...losses), 10)
        })
      }),
      runs,
    )
  })

  it('the regret of any weighting is no larger than that of the single criteria', () => {
    fc.assert(
      fc.property(tables({ leastOptions: 2, hasMustHaves: true }), fc.nat(), (input, seed) => {
        const model = compiledOrThrow(input)
        const evaluation = evaluatedOrThrow(input)
        const { max, table } = summariseRegret(model, evaluation, 'uniform')
        const random = testRandom(seed)
        const counting = evaluation.weights.map((weight, criterion) => !(at(model.criteria, criterion).isMustHave && weight === 0))
        if (!counting.some(Boolean)) return
        const shares = simplexFrom(counting.map((counts) => (counts ? random() : 1)))
        const sum = shares.reduce((total, share) => total + share, 0)
        const weights = shares.map((share) => share / sum)
        const best = Math.max(...evaluation.groups.ranked.map((option) => plainTotal(at(evaluation.values, option), weights)))
        for (const option of evaluation.groups.ranked) {
          const loss = best - plainTotal(at(evaluation.values, option), weights)
          expect(loss).toBeLessThanOrEqual((max[option] ?? -1) + tight)
          const largest = Math.max(...(table[option] ?? []).filter((_, criterion) => counting[criterion]))
          expect(max[option]).toBeCloseTo(largest, 12)
        }
      }),
      runs,
    )
  })

  it('the gap by criterion adds up to the gap, and the groups of criteria to the totals', () => {
    fc.assert(
      fc.property(tables({ leastOptions: 2, hasMustHaves: true }), (input) => {
        const grouped = { ...input, criteria: input.criteria.map((criterion, index) => ({ ...criterion, group: index % 2 === 0 ? 'Even' : 'Odd' })) }
        const evaluation = evaluatedOrThrow(grouped)
        if (evaluation.gap !== null) expect(evaluation.gapParts.reduce((sum, { points }) => sum + points, 0)).toBeCloseTo(evaluation.gap, 10)
        evaluation.totals.forEach((total, option) => {
          expect(evaluation.criteriaGroups.reduce((sum, group) => sum + at(group.contributions, option), 0)).toBeCloseTo(total, 10)
        })
      }),
      runs,
    )
  })

  it('a newcomer at any of its bars is level with the leader', () => {
    fc.assert(
      fc.property(tables({ leastOptions: 2, mostOptions: 4, isExact: true }), (input) => {
        const { barToBeat } = evaluatedOrThrow(input)
        if (barToBeat === null) return
        for (const { criterion, raw } of barToBeat.bars) {
          const row = at(input.cells, barToBeat.asGoodAs).map((cell, index) => (index === criterion ? raw : cell))
          const { totals } = evaluatedOrThrow({ ...input, options: [...input.options, 'Newcomer'], cells: [...input.cells, row] })
          const lead = at(totals, totals.length - 1) - barToBeat.total
          if (typeof raw === 'number') expect(lead).toBeCloseTo(0, 8)
          else expect(lead).toBeGreaterThanOrEqual(-tight)
        }
      }),
      runs,
    )
  })
})
