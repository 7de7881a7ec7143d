import * as z from 'zod'
import { at } from '../../at'
import { midValue, piecewiseValue } from '../../model/valueFunction'
import { promethee } from '../../second/promethee'
import { topsis } from '../../second/topsis'
import { vikor } from '../../second/vikor'
import { rankTotals, weightedContributions, weightedTotals } from '../../totals'
import { shareWeights } from '../../weights/shareWeights'
import { caseInput, evaluated, plainScores, plainWeights } from './adapterInput'
import { names, directions, firstName, type CaseAdapter } from './CaseAdapter'

/** Scores that already are values on the scale of the book, so that its totals come out as printed. */
export const additive: CaseAdapter = (reference) => {
  const values = plainScores(reference)
  const { weights } = shareWeights(plainWeights(reference))
  const totals = weightedTotals(values, weights)
  return {
    expected: { totals, ranks: rankTotals(totals), contributions_option0: at(weightedContributions(values, weights), 0) },
    published: { ...Object.fromEntries(reference.input.options.map((name, option) => [name, at(totals, option)])), totals },
  }
}

export const additiveWithAnchors: CaseAdapter = (reference) => {
  const { values, totals, ranks } = evaluated(caseInput(reference))
  // The book prints distances from the ideal, 1 − total.
  return { expected: { values, totals, ranks }, published: { one_minus_totals: totals.map((total) => 1 - total) } }
}

export const localRangeTrap: CaseAdapter = (reference) => {
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

export const valueQueries: CaseAdapter = ({ input }) => {
  const values = z.array(query).parse(input.params['queries']).map(({ fn, x, lo, mid, hi, direction, xs, vs }) => {
    if (fn === 'exp') return midValue(lo, mid, hi, direction).valueOf(x)
    if (fn === 'piecewise') return piecewiseValue(xs.map((raw, index) => [raw, at(vs, index)] as const)).valueOf(x)
    return piecewiseValue(direction === 'max' ? [[lo, 0], [mid, 0.5], [hi, 1]] : [[lo, 1], [mid, 0.5], [hi, 0]]).valueOf(x)
  })
  return { expected: { values }, published: { values } }
}

export const valueTable: CaseAdapter = (reference) => {
  const { values } = evaluated(caseInput(reference))
  const rowSums = weightedTotals(values, reference.input.criteria.map(() => 1))
  return { expected: { values, row_sums: rowSums, ranks: rankTotals(rowSums) }, published: { values } }
}

export const missingValues: CaseAdapter = (reference) => {
  const { bounds } = evaluated(caseInput(reference))
  const { lower, upper, midpoint, unknownWeight, bestRank, worstRank } = bounds
  return { expected: { lower, upper, midpoint, unknown_weight: unknownWeight, best_rank: bestRank, worst_rank: worstRank } }
}

export const mustHaves: CaseAdapter = (reference) => {
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

export const ties: CaseAdapter = (reference) => {
  const { totals, ranks } = evaluated(caseInput(reference))
  return { expected: { totals, ranks } }
}

export const allEqual: CaseAdapter = (reference) => {
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

export const dominanceOf: CaseAdapter = (reference) => {
  // Wide anchors only turn "less is better" round.
  const wide = caseInput(reference)
  const { dominance } = evaluated({ ...wide, criteria: wide.criteria.map((criterion) => ({ ...criterion, lo: 0, hi: 100 })) })
  const dominatedBy = dominance.dominatedBy.flatMap((by, option) => (by.length === 0 ? [] : [[at(reference.input.options, option), names(reference, by)] as const]))
  return {
    expected: { non_dominated: names(reference, dominance.nonDominated), dominated_by: Object.fromEntries(dominatedBy) },
    published: { dominated: dominatedBy.map(([name]) => name) },
  }
}
