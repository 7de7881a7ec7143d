/**
 * What a comparison hands to the engine. It is also the input of `plumbline decide`.
 * Options and criteria are lists; `cells`, `kinds` and `expired` are tables of option × criterion in the same order.
 */
export interface DecisionInput {
  /** Names of the options, in the order in which they stand on the screen. */
  readonly options: readonly string[]
  readonly criteria: readonly CriterionInput[]
  /** One row per option, one cell per criterion. `null` is the only unknown. */
  readonly cells: readonly (readonly Cell[])[]
  /** How well each cell is backed. Without the table every value counts as measured. `null` is the same as `none`. */
  readonly kinds?: readonly (readonly (EvidenceKind | null)[])[] | undefined
  /** True where the best evidence of a cell is past its date: its kind counts one step down. */
  readonly expired?: readonly (readonly boolean[])[] | undefined
  /** What each option is. Without it every option counts as a rival. The newcomer is never scored. */
  readonly optionKinds?: readonly OptionKind[] | undefined
  /** True for options put aside: they keep their figures and leave the ranking. */
  readonly setAside?: readonly boolean[] | undefined
  /** Criteria from most to least important, when only the order is known. */
  readonly order?: readonly string[] | undefined
  /** Swing points from–to per criterion, when the buyer gives ranges instead of numbers. */
  readonly intervals?: Readonly<Record<string, readonly [number, number]>> | undefined
  /** An option is placed when at least this share of the weight is known for it. Default 0.5. */
  readonly examinedShare?: number | undefined
  /** Half-width in value units (0 to 1) for each kind of evidence. Default: `defaultHalfWidths`. */
  readonly halfWidths?: Partial<Record<ScoredKind, number>> | undefined
  readonly robustness?: RobustnessInput | undefined
  readonly second?: SecondOpinionInput | undefined
}

export type OptionKind = 'ours' | 'rival' | 'partner' | 'stayAsIs' | 'inHouse' | 'newcomer'
export type ScoredKind = 'measured' | 'buyerTested' | 'thirdParty' | 'vendorClaim' | 'ourOpinion'
/** `none`: a value without any evidence. It counts as unknown. */
export type EvidenceKind = ScoredKind | 'none'
export type Direction = 'max' | 'min'

export interface CriterionInput {
  readonly name: string
  /** Swing points, 0 or more; only the proportions count. */
  readonly weight?: number | undefined
  /** `max`: more is better. `min`: less is better. */
  readonly direction: Direction
  /** The fixed anchors in raw units, lo < hi. Not needed for categories and yes/no. */
  readonly lo?: number | undefined
  readonly hi?: number | undefined
  readonly shape?: ShapeInput | undefined
  /** The labels a cell may hold, and the value (0 to 1) of each. */
  readonly categories?: Readonly<Record<string, number>> | undefined
  /** A limit that must be met; the limits themselves pass. A label stands for its value: "at least" lets pass what is worth as much or more. */
  readonly mustHave?: MustHaveInput | undefined
  /** The heading this criterion stands under. */
  readonly group?: string | undefined
  /** Unit of the raw values, for sentences only: "weeks", "%", or a currency code such as "EUR". */
  readonly unit?: string | undefined
}

/**
 * How raw units become a value between the anchors. `points`: straight lines through (raw, value), raw rising,
 * values between 0 and 1 that never turn. `mid`: the raw value that is worth exactly half.
 */
export type ShapeInput = 'linear' | { readonly points: readonly (readonly [number, number])[] } | { readonly mid: number }

export interface MustHaveInput {
  readonly atLeast?: number | string | undefined
  readonly atMost?: number | string | undefined
  readonly equals?: number | string | boolean | undefined
}

/** A number in raw units, a category label, or yes/no. */
export type CellValue = number | string | boolean
export type Cell =
  | CellValue
  | null
  | { readonly lo: number | string; readonly hi: number | string }
  | { readonly lo: number; readonly mode: number; readonly hi: number }
  | { readonly alpha: number; readonly beta: number }
  /** "Does not apply", with what it counts as. */
  | { readonly countsAs: 'best' | 'worst' }

export interface RobustnessInput {
  /** Which weightings are plausible: exactly these, any, any in this order, or any inside the intervals. */
  readonly weights: 'given' | 'uniform' | 'order' | 'intervals'
  readonly draws: number
  readonly seed: number
}

export interface SecondOpinionInput {
  readonly promethee?: Readonly<Record<string, PreferenceInput>> | undefined
  /** Share of the majority in VIKOR, 0 to 1. Default 0.5. */
  readonly vikorV?: number | undefined
  readonly topsisNormalisation?: 'vector' | 'minmax' | undefined
}

/** PROMETHEE preference in raw units: q is indifferent, p is a full preference, s is the spread of the Gaussian. */
export interface PreferenceInput {
  readonly shape: 'usual' | 'ushape' | 'vshape' | 'level' | 'linear' | 'gaussian'
  readonly q?: number | undefined
  readonly p?: number | undefined
  readonly s?: number | undefined
}
