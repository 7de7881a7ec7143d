import { at } from '../at'
import type { BreakEven } from '../Evaluation'
import type { DecisionModel } from '../model/DecisionModel'
import { cellWorthAtLeast, cellWorthAtMost } from '../model/scaleLimits'

/**
 * For every rival and criterion: the gain in value dv = (V_leader − V_rival)/w that makes it level with the leader, and
 * the cell that gives it; likewise the loss of the leader. Feasible if the scale reaches that far. O(rivals × criteria).
 */
export function breakEvens(
  model: DecisionModel,
  weights: readonly number[],
  totals: readonly number[],
  leader: number,
  rivals: readonly number[],
): readonly BreakEven[] {
  return rivals.flatMap((option) => {
    const gap = at(totals, leader) - at(totals, option)
    return model.criteria.map(({ scale }, criterion): BreakEven => {
      const weight = weights[criterion] as number
      const value = gap / weight
      // No weight, or one so small that no number says what it would take.
      if (weight <= 0 || !Number.isFinite(value)) {
        return { option, criterion, value: null, target: null, raw: null, feasible: false, leaderRaw: null, leaderFeasible: false }
      }
      const target = (model.base[option * model.criterionCount + criterion] as number) + value
      const raw = cellWorthAtLeast(scale, target)
      const leaderRaw = cellWorthAtMost(scale, (model.base[leader * model.criterionCount + criterion] as number) - value)
      return { option, criterion, value, target, raw, feasible: raw !== null, leaderRaw, leaderFeasible: leaderRaw !== null }
    })
  })
}
