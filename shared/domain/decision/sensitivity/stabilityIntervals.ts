import { at } from '../at'
import type { Sensitivity } from '../Evaluation'
import { totalGap, weightedTotals, type ValueTable } from '../totals'

/** Differences smaller than this are floating-point noise. */
const noise = 1e-12

/**
 * For each criterion k the shares t of weight between which the leader is not beaten by any rival, when the other
 * weights keep their proportions: V_i(t) = t·v_ik + (1 − t)·U_i with U_i = Σ_{j≠k} w_j·v_ij/(1 − w_k). With w_k = 1 the
 * others count equally. Contains w_k as long as the leader leads. O(rivals × criteria).
 */
export function stabilityIntervals(
  values: ValueTable,
  weights: readonly number[],
  leader: number,
  rivals: readonly number[],
): Pick<Sensitivity, 'intervals' | 'overtakers'> {
  const totals = weightedTotals(values, weights)
  const intervals: [number, number][] = []
  const overtakers: { below: number | null; above: number | null }[] = []
  for (let criterion = 0; criterion < weights.length; criterion++) {
    const share = at(weights, criterion)
    let lo = 0
    let hi = 1
    let below: number | null = null
    let above: number | null = null
    for (const rival of rivals) {
      const { without, alone } = gapEnds(at(values, leader), at(values, rival), at(totals, leader) - at(totals, rival), weights, criterion)
      if (without < -noise && alone > -noise) {
        const crossing = without / (without - Math.max(alone, 0))
        if (crossing > lo) [lo, below] = [crossing, rival]
      } else if (alone < -noise && without > -noise) {
        const crossing = Math.max(without, 0) / (Math.max(without, 0) - alone)
        if (crossing < hi) [hi, above] = [crossing, rival]
      }
    }
    intervals.push([Math.min(lo, share), Math.max(hi, share)])
    overtakers.push({ below, above })
  }
  return { intervals, overtakers }
}

/**
 * The share t of criterion k at which two options are level, the other weights keeping their proportions:
 * t = −(U_a − U_b)/((v_ak − v_bk) − (U_a − U_b)). Null if they are parallel. It can really be set only from 0 to 1.
 */
export function weightCrossing(values: ValueTable, weights: readonly number[], a: number, b: number, criterion: number): number | null {
  const rowA = at(values, a)
  const rowB = at(values, b)
  const { without, alone } = gapEnds(rowA, rowB, totalGap(values, weights, a, b), weights, criterion)
  return Math.abs(without - alone) < noise ? null : without / (without - alone)
}

/**
 * What to take off the weight of criterion k, the others left as they are and not normalised, to make two options
 * level: δ = (V_b − V_a)/(v_bk − v_ak). Null if no change does; it can be set only if δ ≤ w_k.
 * (Triantaphyllou & Sánchez 1997; their renormalisation afterwards does not change the order.)
 */
export function tieWeightChange(values: ValueTable, weights: readonly number[], a: number, b: number, criterion: number): number | null {
  const slope = at(at(values, b), criterion) - at(at(values, a), criterion)
  return Math.abs(slope) < noise ? null : totalGap(values, weights, b, a) / slope
}

/** The lead of one row over another when criterion k has no weight, and when it has all the weight. */
function gapEnds(
  rowA: readonly number[],
  rowB: readonly number[],
  gap: number,
  weights: readonly number[],
  criterion: number,
): { readonly without: number; readonly alone: number } {
  const share = weights[criterion] as number
  const alone = (rowA[criterion] as number) - (rowB[criterion] as number)
  if (share < 1 - noise) return { without: (gap - share * alone) / (1 - share), alone }
  const others = weights.length - 1
  if (others === 0) return { without: 0, alone }
  const sum = rowA.reduce((total, value, index) => (index === criterion ? total : total + value - at(rowB, index)), 0)
  return { without: sum / others, alone }
}
