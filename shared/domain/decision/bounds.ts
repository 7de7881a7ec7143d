import { at } from './at'
import type { Bounds } from './Evaluation'
import { rankEpsilon, weightedTotals, type ValueTable } from './totals'

/**
 * What each total can be when every uncertain cell is anywhere in its range, independently. An unknown cell counts
 * from 0 to 1, never as 0, as the average, or left out (leaving it out would reward silence). Best rank: own upper
 * bound against the lower bounds of the others; worst rank the other way round. Options not `inRunning` get no rank.
 */
export function totalBounds(
  low: ValueTable,
  high: ValueTable,
  unknown: readonly (readonly boolean[])[],
  weights: readonly number[],
  inRunning: readonly boolean[],
): Bounds {
  const lower = weightedTotals(low, weights)
  const upper = weightedTotals(high, weights)
  const countAbove = (totals: readonly number[], limit: number, self: number): number =>
    totals.filter((total, other) => other !== self && at(inRunning, other) && total > limit + rankEpsilon).length
  return {
    lower,
    upper,
    midpoint: lower.map((bound, option) => (bound + at(upper, option)) / 2),
    unknownWeight: unknown.map((row) => row.reduce((sum, isUnknown, index) => (isUnknown ? sum + (weights[index] as number) : sum), 0)),
    bestRank: upper.map((bound, option) => (at(inRunning, option) ? 1 + countAbove(lower, bound, option) : null)),
    worstRank: lower.map((bound, option) => (at(inRunning, option) ? 1 + countAbove(upper, bound, option) : null)),
  }
}
