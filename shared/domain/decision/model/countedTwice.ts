import { at } from '../at'

/** From here on two criteria probably measure the same thing. */
const sameThing = 0.9
/** With fewer options a high correlation is chance. */
const leastOptions = 5

export interface CountedTwice {
  readonly first: number
  readonly second: number
  /** Spearman rank correlation of the values, 0.9 to 1. */
  readonly correlation: number
}

/**
 * Pairs of criteria that rise and fall together over at least five options known on both. On values, not raw units, so
 * that two costs count as alike and a cost against a benefit does not. `values` and `unknown` are flat tables.
 */
export function findCountedTwice(values: Float64Array, unknown: Uint8Array, criteria: number): readonly CountedTwice[] {
  const options = criteria === 0 ? 0 : values.length / criteria
  if (options < leastOptions) return []
  const columns = Array.from({ length: criteria }, (_, criterion) => columnOf(values, unknown, criterion, criteria, options))
  const found: CountedTwice[] = []
  for (let first = 0; first < criteria; first++) {
    for (let second = first + 1; second < criteria; second++) {
      const correlation = columnCorrelation(at(columns, first), at(columns, second))
      if (correlation !== null && correlation >= sameThing) found.push({ first, second, correlation })
    }
  }
  return found
}

/** Spearman: Pearson on ranks, ties sharing the mean place. Null when one side is constant. */
export function rankCorrelation(pairs: readonly (readonly [number, number])[]): number | null {
  return correlate(meanRanks(pairs.map((pair) => pair[0])), meanRanks(pairs.map((pair) => pair[1])))
}

interface Column {
  /** null where nothing is known. */
  readonly values: readonly (number | null)[]
  /** Ranks of a column without gaps, so that they are worked out once; null with gaps. */
  readonly ranks: readonly number[] | null
}

function columnOf(values: Float64Array, unknown: Uint8Array, criterion: number, criteria: number, options: number): Column {
  const column = Array.from({ length: options }, (_, option) => {
    const place = option * criteria + criterion
    return unknown[place] === 1 ? null : at(values, place)
  })
  const known = column.filter((value) => value !== null)
  return { values: column, ranks: known.length === options ? meanRanks(known) : null }
}

function columnCorrelation(a: Column, b: Column): number | null {
  if (a.ranks !== null && b.ranks !== null) return correlate(a.ranks, b.ranks)
  const known = a.values.flatMap((value, option) => {
    const other = b.values[option] ?? null
    return value === null || other === null ? [] : [[value, other] as const]
  })
  return known.length < leastOptions ? null : rankCorrelation(known)
}

function correlate(a: readonly number[], b: readonly number[]): number | null {
  const middle = (a.length + 1) / 2
  let both = 0
  let spreadA = 0
  let spreadB = 0
  for (let index = 0; index < a.length; index++) {
    const x = at(a, index) - middle
    const y = at(b, index) - middle
    both += x * y
    spreadA += x * x
    spreadB += y * y
  }
  return spreadA === 0 || spreadB === 0 ? null : both / Math.sqrt(spreadA * spreadB)
}

function meanRanks(values: readonly number[]): readonly number[] {
  return values.map((value) => {
    const below = values.filter((other) => other < value).length
    const same = values.filter((other) => other === value).length
    return below + (same + 1) / 2
  })
}
