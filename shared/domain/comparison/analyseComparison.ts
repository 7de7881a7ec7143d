import type { Evaluation } from '../decision/Evaluation'
import { evaluateModel } from '../decision/evaluate'
import { compileModel } from '../decision/model/compileModel'
import type { DecisionModel } from '../decision/model/DecisionModel'
import { cellDisplays, type CellDisplay } from './cellDisplay'
import type { ComparisonFacts } from './ComparisonFacts'
import { toDecisionInput, type ComparisonInput } from './toDecisionInput'
import { wholeShares } from './wholeShares'

/** A comparison made ready once; `analyseWeights` then answers each step of a slider. */
export interface PreparedComparison extends ComparisonInput {
  readonly model: DecisionModel
  /** What each cell shows, by `cellKey`. */
  readonly cells: ReadonlyMap<string, CellDisplay>
}

/** What follows from a comparison. Places in the evaluation are those of `options` and `criteria`. */
export interface ComparisonAnalysis extends PreparedComparison {
  readonly evaluation: Evaluation
  /** Shares of the weight by criterion as whole percent, sum 100. */
  readonly shares: readonly number[]
}

/** Evaluates a comparison as it stands. */
export function analyseComparison(facts: ComparisonFacts, today: string): ComparisonAnalysis {
  return analyseWeights(prepareComparison(facts, today))
}

/** Reads the cells and compiles the engine's model; costs one pass over the table. */
export function prepareComparison(facts: ComparisonFacts, today: string): PreparedComparison {
  const cells = cellDisplays(facts, today)
  const read = toDecisionInput(facts, today, cells)
  const model = compileModel(read.input)
  if (!model.ok) throw new Error(`The engine refused a comparison: ${model.error.kind} at ${model.error.place}`)
  return { ...read, cells, model: model.value }
}

/** Evaluates with other swing points than those of the comparison, by criterion of `prepared`; cheap enough for every frame. */
export function analyseWeights(prepared: PreparedComparison, points?: readonly number[]): ComparisonAnalysis {
  const evaluation = evaluateModel(prepared.model, points)
  return { ...prepared, evaluation, shares: wholeShares(evaluation.weights) }
}
