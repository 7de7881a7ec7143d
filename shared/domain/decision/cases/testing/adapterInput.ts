import type { Cell, CriterionInput, DecisionInput, RobustnessInput } from '../../DecisionInput'
import { compileModel } from '../../model/compileModel'
import type { DecisionModel } from '../../model/DecisionModel'
import { evaluateModel } from '../../evaluate'
import type { Evaluation } from '../../Evaluation'
import { runRobustness } from '../../robustness/runRobustness'
import type { RobustnessResult } from '../../RobustnessResult'
import type { ReferenceCase, ReferenceCriterion, ReferenceScore } from './ReferenceCase'

/** Enough for four standard errors to stay inside the tolerance of .01, central weights included. */
const draws = 400_000
const seed = 20_260_101

/** The case in the engine's own words. A criterion without a scale holds values between 0 and 1. */
export function caseInput({ input }: ReferenceCase, extra: Partial<DecisionInput> = {}): DecisionInput {
  return {
    options: input.options,
    criteria: input.criteria.map(criterionInput),
    cells: (input.scores ?? []).map((row) => row.map(cellInput)),
    // The cases know no threshold; everything with a score is ranked.
    examinedShare: 0,
    ...extra,
  }
}

function criterionInput({ name, weight, direction, scale, must }: ReferenceCriterion): CriterionInput {
  const base = { name, weight, direction, mustHave: must === undefined ? undefined : must.op === '<=' ? { atMost: Number(must.value) } : { equals: must.value } }
  if (scale?.kind === 'piecewise') return { ...base, shape: { points: (scale.xs ?? []).map((x, index) => [x, scale.vs?.[index] ?? 0] as const) } }
  if (scale !== undefined) return { ...base, lo: scale.lo ?? scale.min, hi: scale.hi ?? scale.max }
  return typeof must?.value === 'boolean' ? base : { ...base, lo: 0, hi: 1 }
}

function cellInput(score: ReferenceScore): Cell {
  if (typeof score !== 'object' || score === null) return score
  if (score.dist === 'beta') return { alpha: score.a, beta: score.b }
  return score.dist === 'uniform' ? { lo: score.lo, hi: score.hi } : { lo: score.lo, mode: score.mode, hi: score.hi }
}

export function compiled(input: DecisionInput): DecisionModel {
  const model = compileModel(input)
  if (!model.ok) throw new Error(`${model.error.place}: ${model.error.kind}`)
  return model.value
}

export function evaluated(input: DecisionInput): Evaluation {
  return evaluateModel(compiled(input))
}

export function sampledCase(input: DecisionInput, weights: RobustnessInput['weights']): RobustnessResult {
  const result = runRobustness(compiled(input), { weights, draws, seed })
  if (!result.ok) throw new Error(`${result.error.place}: ${result.error.kind}`)
  return result.value
}

/** The numbers of a case whose scores are plain numbers. */
export function plainScores({ input }: ReferenceCase): readonly (readonly number[])[] {
  return (input.scores ?? []).map((row) =>
    row.map((score) => {
      if (typeof score !== 'number') throw new Error('This case has scores that are no numbers')
      return score
    }),
  )
}

export function plainWeights({ input }: ReferenceCase): readonly number[] {
  return input.criteria.map((criterion) => criterion.weight ?? 0)
}
