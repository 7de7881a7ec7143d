import { at } from '../at'
import type { Direction } from '../DecisionInput'

export interface Topsis {
  /** 0 to 1, more is better. */
  readonly closeness: readonly number[]
  readonly distanceToIdeal: readonly number[]
  readonly distanceToWorst: readonly number[]
}

/**
 * TOPSIS (Hwang & Yoon 1981) on raw numbers, weights as shares. `vector`: r = x/√Σx², a column of zeros stays zero.
 * `minmax`: r from 0 (worst present) to 1 (best present), a constant column is 0. Then y = w·r, Euclidean distances to the
 * best and the worst y present, closeness = D−/(D+ + D−), 0.5 when both are zero.
 * A second opinion only: the winner can change with the normalisation, and with the zero point of a unit.
 */
export function topsis(raw: readonly (readonly number[])[], weights: readonly number[], directions: readonly Direction[], normalisation: 'vector' | 'minmax' = 'vector'): Topsis {
  const scaled = weights.map((weight, criterion) => {
    const column = raw.map((row) => at(row, criterion))
    const isMore = normalisation === 'minmax' || at(directions, criterion) === 'max'
    const normalised = normalisation === 'minmax' ? minMax(column, at(directions, criterion)) : vector(column)
    const y = normalised.map((value) => value * weight)
    return { y, best: isMore ? Math.max(...y) : Math.min(...y), worst: isMore ? Math.min(...y) : Math.max(...y) }
  })
  const distance = (option: number, end: 'best' | 'worst'): number => Math.sqrt(scaled.reduce((sum, column) => sum + (at(column.y, option) - column[end]) ** 2, 0))
  const distanceToIdeal = raw.map((_, option) => distance(option, 'best'))
  const distanceToWorst = raw.map((_, option) => distance(option, 'worst'))
  const closeness = distanceToIdeal.map((toIdeal, option) => {
    const sum = toIdeal + at(distanceToWorst, option)
    return sum > 0 ? at(distanceToWorst, option) / sum : 0.5
  })
  return { closeness, distanceToIdeal, distanceToWorst }
}

function vector(column: readonly number[]): readonly number[] {
  const norm = Math.sqrt(column.reduce((sum, value) => sum + value * value, 0))
  return norm > 0 ? column.map((value) => value / norm) : column.map(() => 0)
}

function minMax(column: readonly number[], direction: Direction): readonly number[] {
  const lo = Math.min(...column)
  const range = Math.max(...column) - lo
  return column.map((value) => (range > 0 ? (direction === 'max' ? (value - lo) / range : 1 - (value - lo) / range) : 0))
}
