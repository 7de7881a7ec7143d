import { at } from '../at'
import type { RobustnessInput } from '../DecisionInput'
import type { Evaluation } from '../Evaluation'
import type { DecisionModel } from '../model/DecisionModel'
import { orderOnlyRegret } from './orderOnly'
import { intervalRegret, regretOf } from './regret'

export interface RegretSummary {
  /** Loss against the best ranked option on each criterion alone; null for options that are not ranked. */
  readonly table: readonly (readonly number[] | null)[]
  readonly weights: RobustnessInput['weights']
  /** The largest loss over all weights of that kind, exact. */
  readonly max: readonly (number | null)[]
  /** The ranked option whose largest loss is smallest; equal ones: the earlier. */
  readonly minimax: number | null
}

/**
 * The largest loss of each ranked option over the weights still allowed: any (corners are single criteria), in an order,
 * within intervals, or exactly the given ones. Without a wish it follows what is known: intervals, else order, else any.
 */
export function summariseRegret(model: DecisionModel, evaluation: Evaluation, wish: RobustnessInput['weights'] | undefined): RegretSummary {
  const { ranked } = evaluation.groups
  const weights = wish ?? (model.intervals !== null ? 'intervals' : model.order !== null ? 'order' : 'uniform')
  // A must-have without weight is no matter of taste: no allowed weighting rests on it.
  const counting = model.criteria.flatMap((criterion, index) => (criterion.isMustHave && at(evaluation.weights, index) === 0 ? [] : [index]))
  const rows = ranked.map((option) => at(evaluation.values, option))
  const all = regretOf(rows)
  const largest = (): readonly number[] => {
    if (weights === 'order' && model.order !== null) return orderOnlyRegret(evaluation.values, model.order, ranked)
    if (weights === 'intervals' && model.intervals !== null) return intervalRegret(rows, model.intervals)
    if (weights === 'given') return ranked.map((option) => Math.max(...ranked.map((other) => at(evaluation.totals, other))) - at(evaluation.totals, option))
    return regretOf(rows.map((row) => counting.map((criterion) => at(row, criterion)))).max
  }
  const max = ranked.length === 0 ? [] : largest()
  const byOption = <T>(list: readonly T[]): readonly (T | null)[] => model.options.map((_, option) => (ranked.includes(option) ? at(list, ranked.indexOf(option)) : null))
  const best = max.indexOf(Math.min(...max))
  return { table: byOption(all.table), weights, max: byOption(max), minimax: best < 0 ? null : at(ranked, best) }
}
