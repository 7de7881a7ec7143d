import type { CellValue } from './DecisionInput'
import type { MustHaveState } from './Evaluation'

/**
 * The answer of `decide`: everything about a decision by name, as plain data. Lists are in the order of the input
 * (options; option × criterion; option × rank; option × option); objects are keyed by option or criterion name. Totals,
 * values and shares run from 0 to 1 with full precision. Entries of options that are not ranked are null where a figure
 * makes sense only inside the ranking.
 */
export interface DecisionResult {
  /** Shares of the weight by criterion. */
  readonly weights: readonly number[]
  readonly values: readonly (readonly number[])[]
  readonly totals: readonly number[]
  readonly ranks: readonly (number | null)[]
  readonly ranksIfConfirmed: readonly (number | null)[]
  readonly groups: Readonly<Record<'ranked' | 'ifConfirmed' | 'notEnoughKnown' | 'excluded' | 'setAside', readonly string[]>>
  readonly mustHaves: { readonly status: readonly MustHaveState[]; readonly failedOn: readonly (readonly string[])[] }
  readonly contributions: readonly (readonly number[])[]
  readonly bounds: {
    readonly lower: readonly number[]
    readonly upper: readonly number[]
    readonly midpoint: readonly number[]
    readonly unknownWeight: readonly number[]
    readonly bestRank: readonly (number | null)[]
    readonly worstRank: readonly (number | null)[]
  }
  readonly dominance: { readonly nonDominated: readonly string[]; readonly dominatedBy: Readonly<Record<string, readonly string[]>> }
  readonly sensitivity: {
    readonly intervals: Readonly<Record<string, readonly [number, number]>>
    /** The shares of weight from 0 to 1 at which two ranked options are level. */
    readonly crossings: readonly { readonly a: string; readonly b: string; readonly criterion: string; readonly at: number }[]
    /** `value` is the gain in value the option needs there; `target` the value it would then have. */
    readonly breakEven: readonly {
      readonly option: string
      readonly criterion: string
      readonly value: number | null
      readonly target: number | null
      readonly raw: CellValue | null
      readonly feasible: boolean
      readonly leaderRaw: CellValue | null
      readonly leaderFeasible: boolean
    }[]
    /** `shift` is the least sum of absolute changes of the weights; `isFirst`: nobody else is above at `weights`. */
    readonly nearestFlip: readonly {
      readonly option: string
      readonly weights: readonly number[] | null
      readonly shift: number | null
      readonly isFirst: boolean
    }[]
    readonly tornado: readonly {
      readonly option: string
      readonly criterion: string
      readonly gapLow: number
      readonly gapHigh: number
      readonly swing: number
      readonly flips: boolean
    }[]
  }
  readonly orderOnly?: {
    readonly difference: readonly { readonly a: string; readonly b: string; readonly min: number; readonly max: number; readonly surely: boolean }[]
    readonly maxRegret: readonly (number | null)[]
  }
  /** Loss in value against the best ranked option on each criterion alone, option × criterion. */
  readonly regret: readonly (readonly number[] | null)[]
  /** The largest loss over the weights still allowed, and who keeps it smallest. */
  readonly regretSummary: {
    readonly weights: 'given' | 'uniform' | 'order' | 'intervals'
    readonly max: readonly (number | null)[]
    readonly minimax: string | null
  }
  readonly interchangeable: number | null
  readonly barToBeat: {
    readonly asGoodAs: string
    readonly total: number
    readonly bars: readonly { readonly criterion: string; readonly value: number; readonly raw: CellValue }[]
  } | null
  readonly robustness?: {
    readonly acceptability: readonly (readonly number[] | null)[]
    readonly centralWeights: readonly (readonly number[] | null)[]
    readonly confidence: readonly (number | null)[]
    readonly pairwise: readonly (readonly (number | null)[] | null)[]
    readonly ranges: readonly (readonly [number, number] | null)[]
    readonly means: readonly (number | null)[]
    readonly deviations: readonly (number | null)[]
    readonly draws: number
    readonly seed: number
    readonly isExact: boolean
  }
  readonly second?: {
    readonly topsis: readonly (number | null)[]
    readonly vikor: {
      readonly S: readonly (number | null)[]
      readonly R: readonly (number | null)[]
      readonly Q: readonly (number | null)[]
      readonly compromise: readonly string[]
      readonly hasAdvantage: boolean | null
      readonly isStable: boolean | null
    }
    readonly promethee: { readonly plus: readonly (number | null)[]; readonly minus: readonly (number | null)[]; readonly net: readonly (number | null)[] }
    readonly agree: number
    readonly methods: number
  }
  readonly sentences: readonly Said[]
  readonly warnings: readonly Said[]
}

export interface Said {
  readonly kind: string
  readonly text: string
  readonly numbers: Readonly<Record<string, number>>
}
