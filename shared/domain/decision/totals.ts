import { at } from './at'

/** Totals nearer than this are equal: floating-point noise must not make a rank. */
export const rankEpsilon = 1e-9

/** Values of options, option × criterion, from 0 to 1. */
export type ValueTable = readonly (readonly number[])[]

/** V_i = Σ_j w_j·v_ij. The weights are used as they are; give shares to get totals from 0 to 1. */
export function weightedTotals(values: ValueTable, weights: readonly number[]): readonly number[] {
  return values.map((row) => weightedSum(row, weights))
}

/** Σ_j w_j·v_j of one row: its total when the weights are shares. */
export function weightedSum(row: readonly number[], weights: readonly number[]): number {
  let sum = 0
  for (let index = 0; index < weights.length; index++) sum += (weights[index] as number) * (row[index] as number)
  return sum
}

/** c_ij = w_j·v_ij; each row adds up to the total of its option. */
export function weightedContributions(values: ValueTable, weights: readonly number[]): ValueTable {
  return values.map((row) => row.map((value, index) => (weights[index] as number) * value))
}

/** r_i = 1 + number of totals that are larger by more than the tolerance: 1, 1, 3. */
export function rankTotals(totals: readonly number[], epsilon: number = rankEpsilon): readonly number[] {
  return totals.map((total) => 1 + totals.filter((other) => other > total + epsilon).length)
}

/** V_a − V_b. */
export function totalGap(values: ValueTable, weights: readonly number[], a: number, b: number): number {
  return weightedSum(at(values, a), weights) - weightedSum(at(values, b), weights)
}

/** Shares of a gap by criterion: w_j·(v_aj − v_bj), largest absolute effect first, equal ones in the order given. */
export function gapByCriterion(
  values: ValueTable,
  weights: readonly number[],
  a: number,
  b: number,
): readonly { readonly criterion: number; readonly points: number }[] {
  const rowA = at(values, a)
  const rowB = at(values, b)
  return weights
    .map((weight, criterion) => ({ criterion, points: weight * ((rowA[criterion] as number) - (rowB[criterion] as number)) }))
    .sort((left, right) => Math.abs(right.points) - Math.abs(left.points) || left.criterion - right.criterion)
}
