import type { CellValue } from './DecisionInput'
import type { DecisionWarning } from './DecisionWarning'
import type { NamedOption, NamedCriterion } from './Named'

/** Where an option stands on the screen, in this order. */
export type OptionGroup = 'ranked' | 'ifConfirmed' | 'notEnoughKnown' | 'excluded' | 'setAside'
export type MustHaveState = 'pass' | 'fail' | 'unknown'

/**
 * The exact part of a decision, cheap enough for every frame of a slider. Values, totals and shares run from 0 to 1;
 * show them times 100. Options and criteria are named by their place in the input; every list by option or by
 * criterion is in the order of the input. "Leader" is the first ranked option (equal totals: the earlier one).
 */
export interface Evaluation {
  readonly options: readonly string[]
  readonly criteria: readonly string[]
  /** Shares of the weight by criterion, sum 1. */
  readonly weights: readonly number[]
  readonly weightSource: WeightSource
  /** Best estimate of each value, option × criterion. Unknown counts as the middle here; see `unknown`. */
  readonly values: readonly (readonly number[])[]
  /** The least and the most each value can be, from stated ranges and unknown cells. */
  readonly lowValues: readonly (readonly number[])[]
  readonly highValues: readonly (readonly number[])[]
  /** True where nothing is known. Show these as "not known", never with the middle value. */
  readonly unknown: readonly (readonly boolean[])[]
  /** Weighted sum of the best estimates, by option. */
  readonly totals: readonly number[]
  /** Weight × value, option × criterion. A row adds up to the total. */
  readonly contributions: readonly (readonly number[])[]
  readonly bounds: Bounds
  /** Option places by group, each in the order of the input. */
  readonly groups: Readonly<Record<OptionGroup, readonly number[]>>
  readonly groupOf: readonly OptionGroup[]
  /** 1, 1, 3 … among the ranked options; null for the others. */
  readonly ranks: readonly (number | null)[]
  /** The rank an option would take if its open must-haves were met; null outside "if confirmed". */
  readonly ranksIfConfirmed: readonly (number | null)[]
  /** By option: the must-haves it fails and those that are open. */
  readonly mustHaves: readonly MustHaveReport[]
  readonly mustHaveSummary: MustHaveSummary
  readonly leader: number | null
  readonly runnerUp: number | null
  /** Total of the leader minus total of the runner-up; null without a runner-up. */
  readonly gap: number | null
  /** The gap by criterion, largest effect first (equal: order of the input). */
  readonly gapParts: readonly GapPart[]
  readonly sensitivity: Sensitivity
  readonly dominance: Dominance
  /** Share of the weight on which our best option and the best rival cannot be told apart; null with fewer than two. */
  readonly interchangeable: Interchangeable | null
  /** What an option we have not met would have to offer; null without a ranked option. */
  readonly barToBeat: BarToBeat | null
  /** The share of weight that must be known before an option is ranked. */
  readonly examinedShare: number
  /** For options outside the ranking: true if the upper bound reaches the leader's lower bound. */
  readonly couldStillWin: readonly (boolean | null)[]
  /** Criteria by heading, in order of first appearance. Criteria without a heading are not here. */
  readonly criteriaGroups: readonly CriteriaGroup[]
  /** Values outside their anchors. They were clipped; the anchors are probably wrong. */
  readonly clipped: readonly ClippedValue[]
  readonly warnings: readonly DecisionWarning[]
}

/** Where the weights come from. `equal` means: nothing was said yet, or all points are zero. */
export type WeightSource = 'given' | 'order' | 'intervals' | 'equal'

export interface Bounds {
  readonly lower: readonly number[]
  readonly upper: readonly number[]
  readonly midpoint: readonly number[]
  /** Share of the weight that lies on unknown cells. */
  readonly unknownWeight: readonly number[]
  /** Best and worst possible rank among all options that are not excluded or set aside; null for those. */
  readonly bestRank: readonly (number | null)[]
  readonly worstRank: readonly (number | null)[]
}

export interface MustHaveReport {
  readonly status: MustHaveState
  readonly failed: readonly number[]
  readonly open: readonly number[]
}

export interface MustHaveSummary {
  /** Criteria that are must-haves. */
  readonly criteria: readonly number[]
  /** Must-haves that no option fails and none leaves open. */
  readonly removesNothing: readonly number[]
  /** Only when no option is left: the single must-haves which, dropped, bring options back, most survivors first. */
  readonly relax: readonly { readonly criterion: number; readonly survivors: readonly number[] }[]
}

export interface GapPart {
  readonly criterion: number
  /** Weight × (value of the leader − value of the runner-up). */
  readonly points: number
}

export interface Sensitivity {
  /** By criterion: the shares of weight between which the leader stays first. [0, 1] with fewer than two ranked. */
  readonly intervals: readonly (readonly [number, number])[]
  /** By criterion: who takes over just below and just above the interval; null where nobody does. */
  readonly overtakers: readonly { readonly below: number | null; readonly above: number | null }[]
  readonly breakEven: readonly BreakEven[]
  /** One entry per ranked rival of the leader. */
  readonly nearestFlip: readonly NearestFlip[]
  readonly tornado: readonly TornadoBar[]
}

/** What a rival would need on one criterion to draw level with the leader, all else equal. */
export interface BreakEven {
  readonly option: number
  readonly criterion: number
  /** Gain in value needed; null when the criterion has no weight. */
  readonly value: number | null
  /** The value it would then have; may be above 1 when out of reach. */
  readonly target: number | null
  /** What would have to stand in its cell: a raw number, a label, yes or no; null when out of reach. */
  readonly raw: CellValue | null
  readonly feasible: boolean
  /** What in the leader's cell would have the same effect; null when no loss is enough. */
  readonly leaderRaw: CellValue | null
  readonly leaderFeasible: boolean
}

/** The smallest change of the weights that lets a rival draw level with the leader. */
export interface NearestFlip {
  readonly option: number
  /** Nearest weights by sum of squares; null when no weighting does it. */
  readonly weights: readonly number[] | null
  /** Least sum of absolute changes that does it (moving a share s counts 2s); null when impossible. */
  readonly shift: number | null
  /** True if the rival is really first (or level) at these weights, no third option above it. */
  readonly isFirst: boolean
}

/** The leader's distance to its best rival while one uncertain cell moves from its worst to its best. */
export interface TornadoBar {
  readonly option: number
  readonly criterion: number
  readonly gapLow: number
  readonly gapHigh: number
  readonly swing: number
  /** True if the leader would not be first at one end. */
  readonly flips: boolean
}

export interface Dominance {
  /** Options still in the running that no other one dominates. */
  readonly nonDominated: readonly number[]
  /** By option: who is at least as good everywhere and better somewhere, whatever the unknown cells hold. */
  readonly dominatedBy: readonly (readonly number[])[]
}

export interface Interchangeable {
  readonly ours: number
  readonly rival: number
  readonly share: number
  readonly criteria: readonly number[]
}

export interface BarToBeat {
  /** The newcomer column; null when the comparison has none. */
  readonly option: number | null
  /** A newcomer is taken to be as good as this option on every other criterion. */
  readonly asGoodAs: number
  /** The total to beat. */
  readonly total: number
  /** One per criterion that could do it alone: win with a raw value better than this. */
  readonly bars: readonly { readonly criterion: number; readonly value: number; readonly raw: CellValue }[]
}

export interface CriteriaGroup {
  readonly name: string
  readonly criteria: readonly number[]
  readonly weight: number
  /** Sum of the contributions of the group, by option. */
  readonly contributions: readonly number[]
}

export interface ClippedValue {
  readonly option: NamedOption
  readonly criterion: NamedCriterion
  readonly raw: number
  readonly lo: number
  readonly hi: number
}
