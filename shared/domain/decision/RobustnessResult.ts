/**
 * How often each option comes out where, over many plausible weightings and values (SMAA-2). Lists are by option in the
 * order of the input; options that were not sampled (excluded, set aside, not enough known) have null.
 */
export interface RobustnessResult {
  /** Share of draws by rank, 1 first. Ties share the better rank, so a row adds up to 1 and a column need not. */
  readonly acceptability: readonly (readonly number[] | null)[]
  /** Mean weights of the draws in which the option was first; null if it never was. */
  readonly centralWeights: readonly (readonly number[] | null)[]
  /** Share of draws of the values in which the option is first under its central weights; null without them. */
  readonly confidence: readonly (number | null)[]
  /** `pairwise[a][b]`: share of draws in which a's total is larger than b's. */
  readonly pairwise: readonly (readonly (number | null)[] | null)[]
  /** The middle 90 % of the drawn totals. */
  readonly ranges: readonly (readonly [number, number] | null)[]
  /** Mean and standard deviation of the drawn totals. */
  readonly means: readonly (number | null)[]
  readonly deviations: readonly (number | null)[]
  readonly weights: 'given' | 'uniform' | 'order' | 'intervals'
  readonly draws: number
  readonly seed: number
  /** True when neither weights nor values vary: every share is then exact, not sampled. */
  readonly isExact: boolean
}
