import { at } from '../at'

/** Totals of two options nearer than this are equal within a draw. */
const sameTotal = 1e-12
/** Bins of the histogram of totals: a twentieth of a point each. */
const bins = 2000

/**
 * Counts what happens in draw after draw. Options are rows; `isInField` says whom the others are measured against. A row
 * outside the field gets the rank it would take in it. Ties share the better rank.
 */
export interface RankTally {
  /** Counts one draw: the totals by row, from 0 to 1, and the weights they come from. */
  add(totals: Float64Array, weights: Float64Array): void
  readonly draws: number
  /** Rows × ranks: share of draws. */
  acceptability(): readonly (readonly number[])[]
  /** Rows × rows: share of draws in which the first has the larger total. */
  pairwise(): readonly (readonly number[])[]
  /** Mean weights of the draws in which the row was first; null if it never was. */
  centralWeights(): readonly (readonly number[] | null)[]
  means(): readonly number[]
  deviations(): readonly number[]
  /** The totals between which the middle `share` of the draws lies. */
  middle(share: number): readonly (readonly [number, number])[]
}

/** An empty tally. Memory is taken here once; `add` takes none. */
export function createRankTally(rows: number, criteria: number, isInField: readonly boolean[] = new Array<boolean>(rows).fill(true)): RankTally {
  const field = Float64Array.from(isInField, (isIn) => (isIn ? 1 : 0))
  const fieldSize = isInField.filter(Boolean).length
  const ranks = isInField.every(Boolean) ? fieldSize : fieldSize + 1
  const rankCounts = new Uint32Array(rows * ranks)
  const winCounts = new Float64Array(rows * rows)
  const above = new Float64Array(rows)
  const weightSums = new Float64Array(rows * criteria)
  const sums = new Float64Array(rows)
  const squares = new Float64Array(rows)
  const histogram = new Uint32Array(rows * bins)
  let draws = 0
  const table = (source: ArrayLike<number>, columns: number): readonly (readonly number[])[] =>
    Array.from({ length: rows }, (_, row) => Array.from({ length: columns }, (__, column) => at(source, row * columns + column) / Math.max(1, draws)))
  return {
    get draws() {
      return draws
    },
    add(totals, weights) {
      draws += 1
      countPairs(totals, field, above, winCounts)
      countRanks(totals, weights, above, rankCounts, weightSums)
      for (let row = 0; row < rows; row++) {
        const total = totals[row] as number
        sums[row] = (sums[row] as number) + total
        squares[row] = (squares[row] as number) + total * total
        const bin = row * bins + Math.max(0, Math.min(bins - 1, Math.floor(total * bins)))
        histogram[bin] = (histogram[bin] as number) + 1
      }
    },
    acceptability: () => table(rankCounts, ranks),
    pairwise: () => table(winCounts, rows),
    centralWeights: () =>
      Array.from({ length: rows }, (_, row) => {
        const firsts = at(rankCounts, row * ranks)
        return firsts === 0 ? null : Array.from(weightSums.subarray(row * criteria, (row + 1) * criteria), (sum) => sum / firsts)
      }),
    means: () => Array.from(sums, (sum) => sum / Math.max(1, draws)),
    deviations: () =>
      Array.from(sums, (sum, row) => {
        const mean = sum / Math.max(1, draws)
        return Math.sqrt(Math.max(0, at(squares, row) / Math.max(1, draws) - mean * mean))
      }),
    middle: (share) =>
      Array.from({ length: rows }, (_, row) => {
        const counts = histogram.subarray(row * bins, (row + 1) * bins)
        return [quantile(counts, draws, (1 - share) / 2), quantile(counts, draws, (1 + share) / 2)] as const
      }),
  }
}

/** Counts who beats whom, and for every row how many of the field are above it. */
function countPairs(totals: Float64Array, field: Float64Array, above: Float64Array, winCounts: Float64Array): void {
  const rows = totals.length
  above.fill(0)
  for (let row = 1; row < rows; row++) {
    const total = totals[row] as number
    const isInField = field[row] as number
    let aboveRow = 0
    for (let other = 0; other < row; other++) {
      // 1 if the difference is above the tolerance, else 0. Which option is ahead is as good as random here, so this
      // is kept free of branches: the processor would guess half of them wrong.
      const lead = total - (totals[other] as number)
      const wins = Math.max(0, Math.ceil(lead - sameTotal))
      const losses = Math.max(0, Math.ceil(-lead - sameTotal))
      above[other] = (above[other] as number) + wins * isInField
      aboveRow += losses * (field[other] as number)
      const own = row * rows + other
      const theirs = other * rows + row
      winCounts[own] = (winCounts[own] as number) + wins
      winCounts[theirs] = (winCounts[theirs] as number) + losses
    }
    above[row] = (above[row] as number) + aboveRow
  }
}

/** Counts the ranks, and adds up the weights for those that are first. */
function countRanks(totals: Float64Array, weights: Float64Array, above: Float64Array, rankCounts: Uint32Array, weightSums: Float64Array): void {
  const rows = totals.length
  const ranks = rankCounts.length / rows
  const criteria = weights.length
  for (let row = 0; row < rows; row++) {
    const rank = above[row] as number
    const place = row * ranks + rank
    rankCounts[place] = (rankCounts[place] as number) + 1
    if (rank > 0) continue
    const start = row * criteria
    for (let index = 0; index < criteria; index++) weightSums[start + index] = (weightSums[start + index] as number) + (weights[index] as number)
  }
}

/** Within a bin the draws are taken as evenly spread. */
function quantile(counts: Uint32Array, draws: number, share: number): number {
  const wanted = share * draws
  let seen = 0
  for (let bin = 0; bin < bins; bin++) {
    const count = at(counts, bin)
    if (count > 0 && seen + count >= wanted) return (bin + (wanted - seen) / count) / bins
    seen += count
  }
  return 1
}
