import { at } from './at'
import type { BarToBeat } from './Evaluation'
import type { DecisionModel } from './model/DecisionModel'
import { cellWorthAtLeast } from './model/scaleLimits'

/**
 * What an option nobody has looked at would have to offer to draw level with the leader. It is taken to be as good as
 * the runner-up on everything else (as the leader itself, when there is no runner-up); each bar is the break-even on
 * one criterion. Criteria that cannot do it alone, or on which nothing is known, have no bar.
 */
export function barToBeat(
  model: DecisionModel,
  weights: readonly number[],
  totals: readonly number[],
  leader: number | null,
  runnerUp: number | null,
): BarToBeat | null {
  if (leader === null) return null
  const asGoodAs = runnerUp ?? leader
  const gap = at(totals, leader) - at(totals, asGoodAs)
  const bars = model.criteria.flatMap(({ scale }, criterion) => {
    const place = asGoodAs * model.criterionCount + criterion
    const weight = at(weights, criterion)
    if (weight <= 0 || model.unknown[place] === 1) return []
    const value = at(model.base, place) + gap / weight
    const raw = cellWorthAtLeast(scale, value)
    return raw === null ? [] : [{ criterion, value, raw }]
  })
  const newcomer = model.optionKinds.indexOf('newcomer')
  return { option: newcomer < 0 ? null : newcomer, asGoodAs, total: at(totals, leader), bars }
}
