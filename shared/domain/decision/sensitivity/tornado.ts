import { at } from '../at'
import type { TornadoBar } from '../Evaluation'
import { rankEpsilon, weightedTotals, type ValueTable } from '../totals'

/**
 * Moves one cell from its low to its high value, all others at their best estimate, and reports the leader's distance
 * to its best rival at both ends. Bars for every criterion of the leader, and for the rivals' cells that can move.
 * Widest first; equal ones by criterion, then option.
 */
export function tornado(
  values: ValueTable,
  low: ValueTable,
  high: ValueTable,
  weights: readonly number[],
  leader: number,
  rivals: readonly number[],
): readonly TornadoBar[] {
  const totals = weightedTotals(values, weights)
  const byTotal = [...rivals].sort((a, b) => at(totals, b) - at(totals, a))
  const [best, second] = byTotal
  if (best === undefined) return []
  const leaderTotal = at(totals, leader)
  const bars: TornadoBar[] = []
  for (const option of [leader, ...rivals]) {
    const others = option === leader ? at(totals, best) : option === best ? (second === undefined ? null : at(totals, second)) : at(totals, best)
    const [baseRow, lowRow, highRow] = [at(values, option), at(low, option), at(high, option)]
    for (let criterion = 0; criterion < weights.length; criterion++) {
      const weight = weights[criterion] as number
      const base = baseRow[criterion] as number
      const down = weight * (base - (lowRow[criterion] as number))
      const up = weight * ((highRow[criterion] as number) - base)
      if (option !== leader && down + up === 0) continue
      const gapAt = (change: number): number => {
        if (option === leader) return leaderTotal + change - (others ?? 0)
        const moved = at(totals, option) + change
        return leaderTotal - (others === null ? moved : Math.max(moved, others))
      }
      const gapLow = gapAt(-down)
      const gapHigh = gapAt(up)
      bars.push({ option, criterion, gapLow, gapHigh, swing: Math.abs(gapHigh - gapLow), flips: Math.min(gapLow, gapHigh) < -rankEpsilon })
    }
  }
  return bars.sort((a, b) => b.swing - a.swing || a.criterion - b.criterion || a.option - b.option)
}
