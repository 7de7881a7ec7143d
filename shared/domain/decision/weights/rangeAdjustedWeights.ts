import { at } from '../at'

/**
 * Weights after the anchors of some criteria moved: w' proportional to w·(new range / old range), the others as they
 * are, then shares again. So what one raw unit is worth stays the same (linear values; von Nitzsch & Weber 1993).
 * A range that was zero had no worth per unit: its weight is kept. Offer it; never apply it silently.
 */
export function rangeAdjustedWeights(
  weights: readonly number[],
  oldRanges: readonly number[],
  newRanges: readonly number[],
): readonly number[] {
  const scaled = weights.map((weight, index) => {
    const before = at(oldRanges, index)
    return before > 0 ? (weight * at(newRanges, index)) / before : weight
  })
  const sum = scaled.reduce((total, weight) => total + weight, 0)
  return sum > 0 ? scaled.map((weight) => weight / sum) : weights
}
