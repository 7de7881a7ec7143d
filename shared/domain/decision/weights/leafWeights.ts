import { at } from '../at'
import { shareWeights } from './shareWeights'

/** A heading with its own swing points and those of what stands under it. */
export interface WeightBranch {
  readonly points: number
  readonly leaves: readonly number[]
}

/**
 * Weights of a two-level tree, headings in order: the product of the shares down the path, sum 1. A heading without
 * leaves gives its share to nobody, so the rest is shared out again.
 */
export function leafWeights(branches: readonly WeightBranch[]): readonly number[] {
  const filled = branches.filter((branch) => branch.leaves.length > 0)
  const shares = shareWeights(filled.map((branch) => branch.points)).weights
  return filled.flatMap((branch, index) => shareWeights(branch.leaves).weights.map((weight) => weight * at(shares, index)))
}
