import type { Evaluation } from '../decision/Evaluation'
import { evaluateModel } from '../decision/evaluate'
import { compileModel } from '../decision/model/compileModel'
import type { DecisionModel } from '../decision/model/DecisionModel'
import type { RobustnessResult } from '../decision/RobustnessResult'
import { describeDecision, type DecisionDescription } from '../decision/sentences/describeDecision'
import { wholePercents } from '../decision/wholePoints'
import { cellDisplays, type CellDisplay } from './cellDisplay'
import type { ComparisonFacts } from './ComparisonFacts'
import { toDecisionInput, type ComparisonInput } from './toDecisionInput'

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
  /** The facts of every sentence; `sayDecision` puts them into words. */
  readonly description: DecisionDescription
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

export interface Trial {
  /** Other swing points than those of the comparison, by criterion of the prepared comparison. */
  readonly points?: readonly number[]
  /** How often each option comes first; worked out elsewhere, since it takes many frames. */
  readonly robustness?: RobustnessResult | null
}

/** Evaluates what was prepared; cheap enough for every frame of a slider. */
export function analyseWeights(prepared: PreparedComparison, { points, robustness = null }: Trial = {}): ComparisonAnalysis {
  const evaluation = evaluateModel(prepared.model, points)
  return { ...prepared, evaluation, shares: wholePercents(evaluation.weights), description: describeDecision(prepared.input, evaluation, robustness) }
}
