/** Weights that add up to 1. `isEqualised`: all points were zero, so every criterion got the same. */
export interface WeightShares {
  readonly weights: readonly number[]
  readonly isEqualised: boolean
}

/** Swing weights: w = s/Σs, only proportions count. All zero gives equal weights. (von Winterfeldt & Edwards 1986) */
export function shareWeights(points: readonly number[]): WeightShares {
  const sum = points.reduce((total, point) => total + point, 0)
  if (sum > 0) return { weights: points.map((point) => point / sum), isEqualised: false }
  return { weights: points.map(() => 1 / points.length), isEqualised: points.length > 0 }
}
