import { at } from '../at'
import type { ValueTable } from '../totals'

export interface OrderOnlyDifference {
  readonly a: number
  readonly b: number
  /** Least and largest V_a − V_b over all weightings in the order. */
  readonly min: number
  readonly max: number
  /** True if a is at least as good as b for every one of them. */
  readonly surely: boolean
}

/** A minimum this little below zero is zero. */
const noise = 1e-12

/**
 * What follows when only the order of the criteria is known, exactly: the weightings w_1 ≥ … ≥ w_n have the corners
 * (1/k, …, 1/k, 0, …), so Σw·d lies between the least and the largest mean of its first k terms (Paelinck 1976).
 * `order` lists the criteria from most to least important; those left out have no weight.
 */
export function orderOnlyDifferences(values: ValueTable, order: readonly number[], options: readonly number[]): readonly OrderOnlyDifference[] {
  const means = options.map((option) => runningMeans(at(values, option), order))
  return options.flatMap((a, indexA) =>
    options.flatMap((b, indexB) => {
      if (a === b) return []
      const differences = order.map((_, place) => at(at(means, indexA), place) - at(at(means, indexB), place))
      const min = Math.min(...differences)
      return [{ a, b, min, max: Math.max(...differences), surely: min >= -noise }]
    }),
  )
}

/** For each of `options` the largest loss against the best of them over all weightings in the order. */
export function orderOnlyRegret(values: ValueTable, order: readonly number[], options: readonly number[]): readonly number[] {
  const means = options.map((option) => runningMeans(at(values, option), order))
  const best = order.map((_, place) => Math.max(...means.map((row) => at(row, place))))
  return means.map((row) => Math.max(0, ...row.map((mean, place) => at(best, place) - mean)))
}

/** Mean of the first k values in the order, for each k: the total at each corner. */
function runningMeans(row: readonly number[], order: readonly number[]): readonly number[] {
  let sum = 0
  return order.map((criterion, place) => {
    sum += at(row, criterion)
    return sum / (place + 1)
  })
}
