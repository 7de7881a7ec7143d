import { at } from '../at'
import type { NearestFlip } from '../Evaluation'
import { rankEpsilon, weightedTotals, type ValueTable } from '../totals'
import { nearestWeights } from './nearestWeights'

/** For every rival the nearest weights at which it draws level with the leader, and whether it is then first. */
export function nearestFlips(values: ValueTable, weights: readonly number[], leader: number, rivals: readonly number[]): readonly NearestFlip[] {
  const leaderRow = at(values, leader)
  return rivals.map((option): NearestFlip => {
    const row = at(values, option)
    const nearest = nearestWeights(weights, row.map((value, index) => value - (leaderRow[index] as number)))
    if (nearest === null) return { option, weights: null, shift: null, isFirst: false }
    const totals = weightedTotals(values, nearest.weights)
    const isFirst = rivals.every((other) => at(totals, other) <= at(totals, option) + rankEpsilon)
    return { option, weights: nearest.weights, shift: nearest.shift, isFirst }
  })
}
