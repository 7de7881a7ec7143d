import * as z from 'zod'
import { benefitCostFrontier, choiceForPointWorth } from '../../sensitivity/benefitCost'
import { pairwiseWeights } from '../../weights/pairwiseWeights'
import { rangeAdjustedWeights } from '../../weights/rangeAdjustedWeights'
import { type RankWeightMethod, rankWeights } from '../../weights/rankWeights'
import { shareWeights } from '../../weights/shareWeights'
import { wholePercents } from '../../wholePoints'
import { plainScores } from './adapterInput'
import { names, matrix, type CaseAdapter } from './CaseAdapter'

export const byCount = (method: RankWeightMethod): CaseAdapter => ({ input }) => {
  const weightsFor = (count: number): readonly number[] => rankWeights(Array.from({ length: count }, (_, index) => index + 1), method)
  const counts = z.array(z.number()).parse(input.params['n'])
  return { expected: { weights_by_n: Object.fromEntries(counts.map((count) => [count, weightsFor(count)])) }, published: { n4: weightsFor(4) } }
}

export const swing: CaseAdapter = ({ input }) => {
  const { weights } = shareWeights(z.array(z.number()).parse(input.params['swing_points']))
  const figures = { weights, rounded_percent: wholePercents(weights) }
  return { expected: figures, published: figures }
}

export const rangeAdjustment: CaseAdapter = ({ input }) => {
  const scales = z.record(z.string(), z.object({ lo: z.number(), hi: z.number() })).parse(input.params['new_scale'])
  const range = (scale: { readonly lo?: number | undefined; readonly hi?: number | undefined }): number => (scale.hi ?? 0) - (scale.lo ?? 0)
  const before = input.criteria.map((criterion) => range(criterion.scale ?? {}))
  const after = input.criteria.map((criterion) => range(scales[criterion.name] ?? criterion.scale ?? {}))
  return { expected: { weights: rangeAdjustedWeights(input.criteria.map((criterion) => criterion.weight ?? 0), before, after) } }
}

export const pairwise: CaseAdapter = ({ input }) => {
  const found = pairwiseWeights(matrix.parse(input.params['pairwise']))
  if (!found.ok) throw new Error(found.error.place)
  const { eigenvector, lambdaMax, consistencyIndex, consistencyRatio, weights } = found.value
  const figures = { eigenvector, lambda_max: lambdaMax, CI: consistencyIndex, CR: consistencyRatio, geometric_mean: weights }
  return { expected: figures, published: figures }
}

export const frontier: CaseAdapter = (reference) => {
  const options = plainScores(reference).map(([benefit = 0, cost = 0]) => ({ benefit, cost }))
  const { pricePerPoint } = benefitCostFrontier(options)
  const choices = [300, 800, 1500].map((worth) => [worth, names(reference, [choiceForPointWorth(options, worth) ?? -1])[0]])
  return { expected: { price_per_point: pricePerPoint, choice_if_point_worth: Object.fromEntries(choices) }, published: { price_per_point: pricePerPoint } }
}
