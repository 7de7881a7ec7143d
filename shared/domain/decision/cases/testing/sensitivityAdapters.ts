import * as z from 'zod'
import { at } from '../../at'
import { linearValue } from '../../model/valueFunction'
import { evenSwap } from '../../sensitivity/evenSwap'
import { nearestWeights } from '../../sensitivity/nearestWeights'
import { orderOnlyDifferences, orderOnlyRegret } from '../../sensitivity/orderOnly'
import { regretOf } from '../../sensitivity/regret'
import { tieWeightChange } from '../../sensitivity/stabilityIntervals'
import { tornado } from '../../sensitivity/tornado'
import { gapByCriterion, totalGap, weightedTotals } from '../../totals'
import { shareWeights } from '../../weights/shareWeights'
import { caseInput, evaluated, plainScores, plainWeights } from './adapterInput'
import { names, matrix, type CaseAdapter } from './CaseAdapter'
import type { ReferenceCase } from './ReferenceCase'

export const minimumWeightChange: CaseAdapter = (reference) => {
  const values = plainScores(reference)
  const weights = plainWeights(reference)
  const pairs = values.flatMap((_, a) => values.flatMap((__, b) => (a < b ? [[a, b] as const] : [])))
  const byPair = (pick: (delta: number | null, weight: number) => number | null): Readonly<Record<string, unknown>> =>
    Object.fromEntries(pairs.map(([a, b]) => [names(reference, [a, b]).join('-'), weights.map((weight, criterion) => pick(tieWeightChange(values, weights, a, b, criterion), weight))]))
  return {
    expected: {
      totals: weightedTotals(values, weights),
      delta_by_pair: byPair((delta) => delta),
      feasible_delta_by_pair: byPair((delta, weight) => (delta !== null && delta <= weight ? delta : null)),
    },
    published: { totals: weightedTotals(values, weights) },
  }
}

export const closestFlip: CaseAdapter = (reference) => {
  const { sensitivity } = evaluated(caseInput(reference))
  const flip = at(sensitivity.nearestFlip, 0)
  const [leader = [], rival = []] = plainScores(reference)
  const shifted = nearestWeights(plainWeights(reference), rival.map((value, index) => value - at(leader, index)))
  return { expected: { l2_weights: flip.weights, l1_total_shift: flip.shift, l1_weights_one_solution: shifted?.shiftedWeights } }
}

export const breakEvenScores: CaseAdapter = (reference) => {
  const { totals, gap, sensitivity } = evaluated(caseInput(reference))
  const { breakEven } = sensitivity
  return {
    expected: { totals, gap, needed_value_gain: breakEven.map(({ value }) => value), needed_raw: breakEven.map(({ raw }) => raw), feasible: breakEven.map(({ feasible }) => feasible) },
  }
}

export const tornadoBars: CaseAdapter = (reference) => {
  const params = z.object({ low: matrix, high: matrix }).parse(reference.input.params)
  const bars = tornado(plainScores(reference), params.low, params.high, plainWeights(reference), 0, [1])
  const name = (criterion: number): string => at(reference.input.criteria, criterion).name
  return {
    expected: {
      base_gap_A_minus_B: evaluated(caseInput(reference)).gap,
      bars_for_A: bars.map(({ criterion, gapLow, gapHigh, swing: width }) => ({ criterion: name(criterion), gap_low: gapLow, gap_high: gapHigh, swing: width })),
      flips_leader: bars.flatMap(({ criterion, flips }) => (flips ? [name(criterion)] : [])),
    },
  }
}

export const explanation: CaseAdapter = (reference) => {
  const pair = z.array(z.string()).parse(reference.input.params['pair']).map((name) => reference.input.options.indexOf(name))
  const values = plainScores(reference)
  const { weights } = shareWeights(plainWeights(reference))
  const parts = gapByCriterion(values, weights, at(pair, 0), at(pair, 1))
  const name = (criterion: number): string => at(reference.input.criteria, criterion).name
  return {
    expected: {
      gap: totalGap(values, weights, at(pair, 0), at(pair, 1)),
      contributions: Object.fromEntries(parts.map(({ criterion, points }) => [name(criterion), points])),
      sorted: parts.map(({ criterion }) => name(criterion)),
    },
  }
}

const orderOf = ({ input }: ReferenceCase): readonly number[] =>
  z.array(z.string()).parse(input.params['order']).map((name) => input.criteria.findIndex((criterion) => criterion.name === name))

export const ordinalBounds: CaseAdapter = (reference) => {
  const found = at(orderOnlyDifferences(plainScores(reference), orderOf(reference), [0, 1]), 0)
  const { gap } = evaluated(caseInput(reference, { order: z.array(z.string()).parse(reference.input.params['order']) }))
  return { expected: { min_difference: found.min, max_difference: found.max, A_surely_at_least_as_good: found.surely, roc_difference: gap } }
}

export const ordinalRegret: CaseAdapter = (reference) => {
  const max = orderOnlyRegret(plainScores(reference), orderOf(reference), [0, 1, 2])
  const { minimaxRegret } = regretOf(max.map((loss) => [-loss]))
  return { expected: { max_regret: max, minimax_regret: names(reference, [minimaxRegret ?? -1])[0] } }
}

export const regretTable: CaseAdapter = (reference) => {
  const { table, max, minimaxRegret, maximax, maximin } = regretOf(plainScores(reference))
  const name = (place: number | null): string | undefined => names(reference, [place ?? -1])[0]
  const figures = { maximax: name(maximax), maximin: name(maximin), regret: table, max_regret: max, minimax_regret: name(minimaxRegret) }
  return { expected: figures, published: figures }
}

export const swap: CaseAdapter = ({ input }) => {
  const { criterion, from, to, pay_with } = z.object({ criterion: z.string(), from: z.number(), to: z.number(), pay_with: z.string() }).parse(input.params['swap'])
  const side = (name: string): { readonly value: ReturnType<typeof linearValue>; readonly weight: number } => {
    const found = input.criteria.find((candidate) => candidate.name === name)
    if (found?.scale?.lo === undefined || found.scale.hi === undefined) throw new Error(name)
    return { value: linearValue(found.scale.lo, found.scale.hi, found.direction), weight: found.weight ?? 0 }
  }
  const found = evenSwap({ ...side(criterion), from, to }, { ...side(pay_with), payFrom: 1000 })
  return { expected: { value_gain: found?.totalGain, price_increase: found?.payChange } }
}
