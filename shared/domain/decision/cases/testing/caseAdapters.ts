import * as z from 'zod'
import { at } from '../../at'
import { tieWeightChange } from '../../sensitivity/stabilityIntervals'
import { benefitCostFrontier, choiceForPointWorth } from '../../sensitivity/benefitCost'
import { evenSwap } from '../../sensitivity/evenSwap'
import { nearestWeights } from '../../sensitivity/nearestWeights'
import { orderOnlyDifferences, orderOnlyRegret } from '../../sensitivity/orderOnly'
import { regretOf } from '../../sensitivity/regret'
import { tornado } from '../../sensitivity/tornado'
import { linearValue, midValue, piecewiseValue } from '../../model/valueFunction'
import { createRankTally } from '../../robustness/rankTally'
import { preferenceDegree, promethee } from '../../second/promethee'
import { topsis } from '../../second/topsis'
import { vikor } from '../../second/vikor'
import { gapByCriterion, rankTotals, totalGap, weightedContributions, weightedTotals } from '../../totals'
import { pairwiseWeights } from '../../weights/pairwiseWeights'
import { rangeAdjustedWeights } from '../../weights/rangeAdjustedWeights'
import { rankWeights, type RankWeightMethod } from '../../weights/rankWeights'
import { shareWeights } from '../../weights/shareWeights'
import { wholePercents } from '../../wholePoints'
import { caseInput, evaluated, plainScores, plainWeights, sampledCase } from './adapterInput'
import type { ReferenceCase } from './ReferenceCase'

/** What the engine says about a case, under the names the case uses. Adapters set up and rename; they calculate nothing. */
export interface CaseFigures {
  readonly expected: Readonly<Record<string, unknown>>
  readonly published?: Readonly<Record<string, unknown>>
}

type Adapter = (reference: ReferenceCase) => CaseFigures

const names = (reference: ReferenceCase, places: readonly number[]): readonly string[] => places.map((place) => at(reference.input.options, place))
const directions = (reference: ReferenceCase): readonly ('max' | 'min')[] => reference.input.criteria.map((criterion) => criterion.direction)
const firstName = (reference: ReferenceCase, ranks: readonly number[]): string => at(reference.input.options, ranks.indexOf(1))
const matrix = z.array(z.array(z.number()))

/** Scores that already are values on the scale of the book, so that its totals come out as printed. */
const additive: Adapter = (reference) => {
  const values = plainScores(reference)
  const { weights } = shareWeights(plainWeights(reference))
  const totals = weightedTotals(values, weights)
  return {
    expected: { totals, ranks: rankTotals(totals), contributions_option0: at(weightedContributions(values, weights), 0) },
    published: { ...Object.fromEntries(reference.input.options.map((name, option) => [name, at(totals, option)])), totals },
  }
}

const additiveWithAnchors: Adapter = (reference) => {
  const { values, totals, ranks } = evaluated(caseInput(reference))
  // The book prints distances from the ideal, 1 − total.
  return { expected: { values, totals, ranks }, published: { one_minus_totals: totals.map((total) => 1 - total) } }
}

const localRangeTrap: Adapter = (reference) => {
  const totalsOf = (options: number, anchors: readonly (readonly [number, number])[]): readonly number[] => {
    const input = caseInput(reference)
    const criteria = input.criteria.map((criterion, index) => ({ ...criterion, lo: at(anchors, index)[0], hi: at(anchors, index)[1] }))
    return evaluated({ ...input, criteria, options: input.options.slice(0, options), cells: input.cells.slice(0, options) }).totals
  }
  const localAB = totalsOf(2, [[3, 4], [3, 4]])
  const localABD = totalsOf(3, [[1, 4], [3, 4]])
  return {
    expected: {
      local_AB: localAB,
      local_ABD: localABD,
      fixed_ABD: totalsOf(3, [[0, 10], [0, 10]]),
      winner_local_AB: firstName(reference, rankTotals(localAB)),
      winner_local_ABD: firstName(reference, rankTotals(localABD)),
    },
  }
}

const query = z.object({
  fn: z.enum(['exp', 'midvalue-linear', 'piecewise']),
  x: z.number(),
  lo: z.number().default(0),
  mid: z.number().default(0),
  hi: z.number().default(0),
  direction: z.enum(['max', 'min']).default('max'),
  xs: z.array(z.number()).default([]),
  vs: z.array(z.number()).default([]),
})

const valueQueries: Adapter = ({ input }) => {
  const values = z.array(query).parse(input.params['queries']).map(({ fn, x, lo, mid, hi, direction, xs, vs }) => {
    if (fn === 'exp') return midValue(lo, mid, hi, direction).valueOf(x)
    if (fn === 'piecewise') return piecewiseValue(xs.map((raw, index) => [raw, at(vs, index)] as const)).valueOf(x)
    return piecewiseValue(direction === 'max' ? [[lo, 0], [mid, 0.5], [hi, 1]] : [[lo, 1], [mid, 0.5], [hi, 0]]).valueOf(x)
  })
  return { expected: { values }, published: { values } }
}

const valueTable: Adapter = (reference) => {
  const { values } = evaluated(caseInput(reference))
  const rowSums = weightedTotals(values, reference.input.criteria.map(() => 1))
  return { expected: { values, row_sums: rowSums, ranks: rankTotals(rowSums) }, published: { values } }
}

const byCount = (method: RankWeightMethod): Adapter => ({ input }) => {
  const weightsFor = (count: number): readonly number[] => rankWeights(Array.from({ length: count }, (_, index) => index + 1), method)
  const counts = z.array(z.number()).parse(input.params['n'])
  return { expected: { weights_by_n: Object.fromEntries(counts.map((count) => [count, weightsFor(count)])) }, published: { n4: weightsFor(4) } }
}

const swing: Adapter = ({ input }) => {
  const { weights } = shareWeights(z.array(z.number()).parse(input.params['swing_points']))
  const figures = { weights, rounded_percent: wholePercents(weights) }
  return { expected: figures, published: figures }
}

const rangeAdjustment: Adapter = ({ input }) => {
  const scales = z.record(z.string(), z.object({ lo: z.number(), hi: z.number() })).parse(input.params['new_scale'])
  const range = (scale: { readonly lo?: number | undefined; readonly hi?: number | undefined }): number => (scale.hi ?? 0) - (scale.lo ?? 0)
  const before = input.criteria.map((criterion) => range(criterion.scale ?? {}))
  const after = input.criteria.map((criterion) => range(scales[criterion.name] ?? criterion.scale ?? {}))
  return { expected: { weights: rangeAdjustedWeights(input.criteria.map((criterion) => criterion.weight ?? 0), before, after) } }
}

const pairwise: Adapter = ({ input }) => {
  const found = pairwiseWeights(matrix.parse(input.params['pairwise']))
  if (!found.ok) throw new Error(found.error.place)
  const { eigenvector, lambdaMax, consistencyIndex, consistencyRatio, weights } = found.value
  const figures = { eigenvector, lambda_max: lambdaMax, CI: consistencyIndex, CR: consistencyRatio, geometric_mean: weights }
  return { expected: figures, published: figures }
}

const frontier: Adapter = (reference) => {
  const options = plainScores(reference).map(([benefit = 0, cost = 0]) => ({ benefit, cost }))
  const { pricePerPoint } = benefitCostFrontier(options)
  const choices = [300, 800, 1500].map((worth) => [worth, names(reference, [choiceForPointWorth(options, worth) ?? -1])[0]])
  return { expected: { price_per_point: pricePerPoint, choice_if_point_worth: Object.fromEntries(choices) }, published: { price_per_point: pricePerPoint } }
}

const topsisOf: Adapter = (reference) => {
  const { closeness, distanceToIdeal, distanceToWorst } = topsis(plainScores(reference), shareWeights(plainWeights(reference)).weights, directions(reference))
  return { expected: { closeness, d_plus: distanceToIdeal, d_minus: distanceToWorst, ranks: rankTotals(closeness) }, published: { closeness } }
}

const topsisTrap: Adapter = (reference) => {
  const closenessOf = (scores: readonly (readonly number[])[], normalisation: 'vector' | 'minmax'): readonly number[] =>
    topsis(scores, plainWeights(reference), directions(reference), normalisation).closeness
  const variants = z.array(z.object({ scores: matrix.optional() })).parse(reference.input.params['variants'])
  const vector = closenessOf(plainScores(reference), 'vector')
  const minmax = closenessOf(plainScores(reference), 'minmax')
  const shifted = closenessOf(at(variants, 2).scores ?? [], 'vector')
  return {
    expected: {
      vector,
      minmax,
      vector_shifted_units: shifted,
      winner_vector: firstName(reference, rankTotals(vector)),
      winner_minmax: firstName(reference, rankTotals(minmax)),
      winner_vector_shifted: firstName(reference, rankTotals(shifted)),
    },
    published: { minmax },
  }
}

const vikorOf: Adapter = (reference) => {
  const found = vikor(plainScores(reference), shareWeights(plainWeights(reference)).weights, directions(reference), z.number().parse(reference.input.params['v']))
  if (found === null) throw new Error('VIKOR needs two options')
  const { S, R, Q } = found
  return {
    expected: { S, R, Q, acceptable_advantage: found.hasAdvantage, acceptable_stability: found.isStable, compromise_set: names(reference, found.compromise) },
    published: { S, R, Q },
  }
}

const prometheeOf: Adapter = (reference) => {
  const preferences = reference.input.criteria.map(({ preference }) => ({ shape: preference?.type ?? ('usual' as const), q: preference?.q, p: preference?.p, s: preference?.s }))
  const found = promethee(plainScores(reference), plainWeights(reference), directions(reference), preferences)
  if (found === null) throw new Error('PROMETHEE needs two options')
  const { preference, plus, minus, net } = found
  // The library that printed these divides by m = 5 where the flows divide by m − 1.
  const byFive = (flows: readonly number[]): readonly number[] => flows.map((flow) => (flow * 4) / 5)
  return {
    expected: { pi: preference, phi_plus: plus, phi_minus: minus, phi: net, ranks: rankTotals(net) },
    published: { phi: net, phi_plus_times_4_over_5: byFive(plus), phi_minus_times_4_over_5: byFive(minus) },
  }
}

const preferenceShapes: Adapter = ({ input }) => {
  const { q, p, s, d } = z.object({ q: z.number(), p: z.number(), s: z.number(), d: z.array(z.number()) }).parse(input.params)
  const shapes = ['usual', 'ushape', 'vshape', 'level', 'linear', 'gaussian'] as const
  return { expected: Object.fromEntries(shapes.map((shape) => [shape, d.map((lead) => preferenceDegree(lead, { shape, q, p, s }))])) }
}

const dominanceOf: Adapter = (reference) => {
  // Wide anchors only turn "less is better" round.
  const wide = caseInput(reference)
  const { dominance } = evaluated({ ...wide, criteria: wide.criteria.map((criterion) => ({ ...criterion, lo: 0, hi: 100 })) })
  const dominatedBy = dominance.dominatedBy.flatMap((by, option) => (by.length === 0 ? [] : [[at(reference.input.options, option), names(reference, by)] as const]))
  return {
    expected: { non_dominated: names(reference, dominance.nonDominated), dominated_by: Object.fromEntries(dominatedBy) },
    published: { dominated: dominatedBy.map(([name]) => name) },
  }
}

const minimumWeightChange: Adapter = (reference) => {
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

const closestFlip: Adapter = (reference) => {
  const { sensitivity } = evaluated(caseInput(reference))
  const flip = at(sensitivity.nearestFlip, 0)
  const [leader = [], rival = []] = plainScores(reference)
  const shifted = nearestWeights(plainWeights(reference), rival.map((value, index) => value - at(leader, index)))
  return { expected: { l2_weights: flip.weights, l1_total_shift: flip.shift, l1_weights_one_solution: shifted?.shiftedWeights } }
}

const breakEvenScores: Adapter = (reference) => {
  const { totals, gap, sensitivity } = evaluated(caseInput(reference))
  const { breakEven } = sensitivity
  return {
    expected: { totals, gap, needed_value_gain: breakEven.map(({ value }) => value), needed_raw: breakEven.map(({ raw }) => raw), feasible: breakEven.map(({ feasible }) => feasible) },
  }
}

const tornadoBars: Adapter = (reference) => {
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

const missingValues: Adapter = (reference) => {
  const { bounds } = evaluated(caseInput(reference))
  const { lower, upper, midpoint, unknownWeight, bestRank, worstRank } = bounds
  return { expected: { lower, upper, midpoint, unknown_weight: unknownWeight, best_rank: bestRank, worst_rank: worstRank } }
}

const mustHaves: Adapter = (reference) => {
  const evaluation = evaluated(caseInput(reference))
  return {
    expected: {
      status: evaluation.mustHaves.map(({ status }) => status),
      failed_on: evaluation.mustHaves.map(({ failed }) => failed.map((criterion) => at(evaluation.criteria, criterion))),
      values: evaluation.totals,
      ranked: names(reference, evaluation.groups.ranked),
      conditional: names(reference, evaluation.groups.ifConfirmed),
      excluded: names(reference, evaluation.groups.excluded),
    },
  }
}

const ties: Adapter = (reference) => {
  const { totals, ranks } = evaluated(caseInput(reference))
  return { expected: { totals, ranks } }
}

const allEqual: Adapter = (reference) => {
  const scores = plainScores(reference)
  const weights = plainWeights(reference)
  const wide = caseInput(reference)
  return {
    expected: {
      topsis_closeness: topsis(scores, weights, directions(reference)).closeness,
      vikor_Q: vikor(scores, weights, directions(reference))?.Q,
      promethee_phi: promethee(scores, weights, directions(reference), weights.map(() => ({ shape: 'usual' })))?.net,
      ranks: evaluated({ ...wide, criteria: wide.criteria.map((criterion) => ({ ...criterion, lo: 0, hi: 10 })) }).ranks,
    },
  }
}

const explanation: Adapter = (reference) => {
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

const ordinalBounds: Adapter = (reference) => {
  const found = at(orderOnlyDifferences(plainScores(reference), orderOf(reference), [0, 1]), 0)
  const { gap } = evaluated(caseInput(reference, { order: z.array(z.string()).parse(reference.input.params['order']) }))
  return { expected: { min_difference: found.min, max_difference: found.max, A_surely_at_least_as_good: found.surely, roc_difference: gap } }
}

const ordinalRegret: Adapter = (reference) => {
  const max = orderOnlyRegret(plainScores(reference), orderOf(reference), [0, 1, 2])
  const { minimaxRegret } = regretOf(max.map((loss) => [-loss]))
  return { expected: { max_regret: max, minimax_regret: names(reference, [minimaxRegret ?? -1])[0] } }
}

const regretTable: Adapter = (reference) => {
  const { table, max, minimaxRegret, maximax, maximin } = regretOf(plainScores(reference))
  const name = (place: number | null): string | undefined => names(reference, [place ?? -1])[0]
  const figures = { maximax: name(maximax), maximin: name(maximin), regret: table, max_regret: max, minimax_regret: name(minimaxRegret) }
  return { expected: figures, published: figures }
}

const swap: Adapter = ({ input }) => {
  const { criterion, from, to, pay_with } = z.object({ criterion: z.string(), from: z.number(), to: z.number(), pay_with: z.string() }).parse(input.params['swap'])
  const side = (name: string): { readonly value: ReturnType<typeof linearValue>; readonly weight: number } => {
    const found = input.criteria.find((candidate) => candidate.name === name)
    if (found?.scale?.lo === undefined || found.scale.hi === undefined) throw new Error(name)
    return { value: linearValue(found.scale.lo, found.scale.hi, found.direction), weight: found.weight ?? 0 }
  }
  const found = evenSwap({ ...side(criterion), from, to }, { ...side(pay_with), payFrom: 1000 })
  return { expected: { value_gain: found?.totalGain, price_increase: found?.payChange } }
}

const smaa = (weights: 'uniform' | 'given'): Adapter => (reference) => {
  const input = caseInput(reference)
  const found = sampledCase(input, weights)
  const { dominance } = evaluated(input)
  const figures = {
    rank_acceptability: found.acceptability,
    central_weights: found.centralWeights,
    confidence: found.confidence,
    pareto: names(reference, dominance.nonDominated),
    potentially_optimal: reference.input.options.filter((_, option) => found.centralWeights[option] !== null),
    mean_A: found.means[0],
    sd_A: found.deviations[0],
  }
  return { expected: figures, published: figures }
}

const countingRule: Adapter = () => {
  const tally = createRankTally(2, 1)
  for (let sample = 0; sample < 10; sample++) tally.add(Float64Array.from(sample < 9 ? [1, 0] : [0, 1]), Float64Array.of(1))
  return { expected: { rank_acceptability: tally.acceptability(), pairwise_win: tally.pairwise() } }
}

/** By id where a case needs its own set-up, else by method. */
const byId: Readonly<Record<string, Adapter>> = {
  'add-fixed-anchors-spotis-cars': additiveWithAnchors,
  'trap-local-range-reversal': localRangeTrap,
  'vf-piecewise-rmcda-transport': valueTable,
  'trap-topsis-normalisation-opricovic': topsisTrap,
  'sens-closest-weights-flip': closestFlip,
  'regret-over-ordinal-weights': ordinalRegret,
  'smaa-uniform-scores': smaa('given'),
  'smaa-triangular-score': smaa('given'),
  'smaa-dominated-null-central': smaa('given'),
  'smaa-counting-rule': countingRule,
}

const byMethod: Readonly<Record<string, Adapter>> = {
  additive,
  'value-function': valueQueries,
  'weights-swing': swing,
  'weights-roc': byCount('roc'),
  'weights-ranksum': byCount('rankSum'),
  'weights-rankreciprocal': byCount('reciprocal'),
  'weights-range': rangeAdjustment,
  'benefit-cost': frontier,
  ahp: pairwise,
  'sensitivity-weight': minimumWeightChange,
  'sensitivity-score': breakEvenScores,
  'sensitivity-tornado': tornadoBars,
  dominance: dominanceOf,
  missing: missingValues,
  'must-have': mustHaves,
  ranking: ties,
  degenerate: allEqual,
  explanation,
  'incomplete-weights': ordinalBounds,
  regret: regretTable,
  'even-swap': swap,
  smaa2: smaa('uniform'),
  topsis: topsisOf,
  vikor: vikorOf,
  promethee: prometheeOf,
  'promethee-preference': preferenceShapes,
}

/** What the engine says about a case; null if no adapter knows its method. */
export function caseFigures(reference: ReferenceCase): CaseFigures | null {
  return (byId[reference.id] ?? byMethod[reference.method])?.(reference) ?? null
}

/** Figures of the cases that are not compared, with the reason. */
export const notCompared: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'missing-interval-values': {
    renormalised_over_known_DO_NOT_USE_AS_DEFAULT: 'Leaving unknown cells out of the total rewards silence; the engine has no such total.',
  },
  'degenerate-all-equal': { note: 'A remark in words.' },
}
