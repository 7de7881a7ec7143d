import * as z from 'zod'
import { at } from '../../at'
import { createRankTally } from '../../robustness/rankTally'
import { preferenceDegree, promethee } from '../../second/promethee'
import { topsis } from '../../second/topsis'
import { vikor } from '../../second/vikor'
import { rankTotals } from '../../totals'
import { shareWeights } from '../../weights/shareWeights'
import { caseInput, evaluated, plainScores, plainWeights, sampledCase } from './adapterInput'
import { names, directions, firstName, matrix, type CaseAdapter } from './CaseAdapter'

export const topsisOf: CaseAdapter = (reference) => {
  const { closeness, distanceToIdeal, distanceToWorst } = topsis(plainScores(reference), shareWeights(plainWeights(reference)).weights, directions(reference))
  return { expected: { closeness, d_plus: distanceToIdeal, d_minus: distanceToWorst, ranks: rankTotals(closeness) }, published: { closeness } }
}

export const topsisTrap: CaseAdapter = (reference) => {
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

export const vikorOf: CaseAdapter = (reference) => {
  const found = vikor(plainScores(reference), shareWeights(plainWeights(reference)).weights, directions(reference), z.number().parse(reference.input.params['v']))
  if (found === null) throw new Error('VIKOR needs two options')
  const { S, R, Q } = found
  return {
    expected: { S, R, Q, acceptable_advantage: found.hasAdvantage, acceptable_stability: found.isStable, compromise_set: names(reference, found.compromise) },
    published: { S, R, Q },
  }
}

export const prometheeOf: CaseAdapter = (reference) => {
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

export const preferenceShapes: CaseAdapter = ({ input }) => {
  const { q, p, s, d } = z.object({ q: z.number(), p: z.number(), s: z.number(), d: z.array(z.number()) }).parse(input.params)
  const shapes = ['usual', 'ushape', 'vshape', 'level', 'linear', 'gaussian'] as const
  return { expected: Object.fromEntries(shapes.map((shape) => [shape, d.map((lead) => preferenceDegree(lead, { shape, q, p, s }))])) }
}

export const smaa = (weights: 'uniform' | 'given'): CaseAdapter => (reference) => {
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

export const countingRule: CaseAdapter = () => {
  const tally = createRankTally(2, 1)
  for (let sample = 0; sample < 10; sample++) tally.add(Float64Array.from(sample < 9 ? [1, 0] : [0, 1]), Float64Array.of(1))
  return { expected: { rank_acceptability: tally.acceptability(), pairwise_win: tally.pairwise() } }
}
