import { at } from './at'
import type { Dominance } from './Evaluation'
import type { ValueTable } from './totals'

/** Values nearer than this are equal. */
const sameValue = 1e-12

/**
 * a dominates b if the least a can be is at least the most b can be on every criterion, and more on one. Equal rows do
 * not dominate each other. Only `options` are compared, only on `criteria`; the answer has a list for every row.
 */
export function findDominance(low: ValueTable, high: ValueTable, options: readonly number[], criteria: readonly number[]): Dominance {
  const dominatedBy = low.map((_, b) => (options.includes(b) ? options.filter((a) => a !== b && dominates(at(low, a), at(high, b), criteria)) : []))
  return { nonDominated: options.filter((option) => at(dominatedBy, option).length === 0), dominatedBy }
}

function dominates(low: readonly number[], high: readonly number[], criteria: readonly number[]): boolean {
  let isBetterSomewhere = false
  for (const criterion of criteria) {
    const difference = (low[criterion] as number) - (high[criterion] as number)
    if (difference < -sameValue) return false
    if (difference > sameValue) isBetterSomewhere = true
  }
  return isBetterSomewhere
}
