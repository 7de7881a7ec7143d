import { at } from '../at'

export interface Regret {
  /** Loss against the best option in each column, row × column. */
  readonly table: readonly (readonly number[])[]
  /** The largest loss of each row. */
  readonly max: readonly number[]
  /** Row with the smallest largest loss (Savage), the largest best (maximax), the largest worst (maximin, Wald). */
  readonly minimaxRegret: number | null
  readonly maximax: number | null
  readonly maximin: number | null
}

/**
 * Regret of a table in which more is better. With criteria as columns each column is a corner of "any weighting", so the
 * largest loss is exact for all of them. Equal rows: the first. No rows or no columns: nothing is picked.
 */
export function regretOf(payoffs: readonly (readonly number[])[]): Regret {
  const columns = payoffs[0]?.length ?? 0
  const best = Array.from({ length: columns }, (_, column) => Math.max(...payoffs.map((row) => at(row, column))))
  const table = payoffs.map((row) => row.map((payoff, column) => at(best, column) - payoff))
  const max = table.map((row) => Math.max(0, ...row))
  const isEmpty = columns === 0
  return {
    table,
    max,
    minimaxRegret: isEmpty ? null : largest(max.map((loss) => -loss)),
    maximax: isEmpty ? null : largest(payoffs.map((row) => Math.max(...row))),
    maximin: isEmpty ? null : largest(payoffs.map((row) => Math.min(...row))),
  }
}

/**
 * The largest loss of each option over swing points anywhere in their intervals, exactly: for a pair the difference
 * Σs·d/Σs is largest at a corner where the points are high on all criteria with d above a threshold and low below it.
 */
export function intervalRegret(values: readonly (readonly number[])[], intervals: readonly (readonly [number, number])[]): readonly number[] {
  return values.map((own, option) =>
    values.reduce((worst, other, rival) => {
      if (rival === option) return worst
      return Math.max(worst, largestDifference(other.map((value, index) => value - at(own, index)), intervals))
    }, 0),
  )
}

/** max Σs·d/Σs for lo ≤ s ≤ hi; with all points zero every criterion counts the same. */
export function largestDifference(differences: readonly number[], intervals: readonly (readonly [number, number])[]): number {
  const order = differences.map((_, index) => index).sort((a, b) => at(differences, b) - at(differences, a))
  let points = intervals.reduce((sum, [lo]) => sum + lo, 0)
  let weighted = intervals.reduce((sum, [lo], index) => sum + lo * at(differences, index), 0)
  let best = points > 0 ? weighted / points : Number.NEGATIVE_INFINITY
  for (const index of order) {
    const [lo, hi] = at(intervals, index)
    points += hi - lo
    weighted += (hi - lo) * at(differences, index)
    if (points > 0) best = Math.max(best, weighted / points)
  }
  return Number.isFinite(best) ? best : differences.reduce((sum, difference) => sum + difference, 0) / Math.max(1, differences.length)
}

function largest(values: readonly number[]): number | null {
  let best: number | null = null
  values.forEach((value, index) => {
    if (best === null || value > at(values, best)) best = index
  })
  return best
}
