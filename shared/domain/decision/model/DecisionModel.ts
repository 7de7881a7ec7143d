import type { MustHaveState } from '../Evaluation'
import type { OptionKind } from '../DecisionInput'
import type { CountedTwice } from './countedTwice'
import type { ValueFunction } from './valueFunction'

/**
 * A checked input turned into numbers once, so that a slider only repeats the arithmetic. Tables are flat,
 * option × criterion: the place of a cell is `option * criterionCount + criterion`.
 */
export interface DecisionModel {
  readonly options: readonly string[]
  readonly criteria: readonly ModelCriterion[]
  readonly optionCount: number
  readonly criterionCount: number
  readonly optionKinds: readonly OptionKind[]
  readonly setAside: readonly boolean[]
  readonly examinedShare: number
  /** Raw swing points or starting weights, not normalised. */
  readonly points: readonly number[]
  readonly pointsSource: 'given' | 'order' | 'intervals' | 'equal'
  /** Criteria without a weight although others have one. */
  readonly weightMissing: readonly number[]
  /** Places of the criteria from most to least important; null without an order. */
  readonly order: readonly number[] | null
  /** Swing points from–to by criterion; null without intervals. */
  readonly intervals: readonly (readonly [number, number])[] | null
  /** Best estimate of the value of each cell. */
  readonly base: Float64Array
  /** What the cell can be by stated range or because it is unknown. */
  readonly low: Float64Array
  readonly high: Float64Array
  /** What the cell can be when its kind of evidence is taken into account as well. Contains low and high. */
  readonly likelyLow: Float64Array
  readonly likelyHigh: Float64Array
  /** The same tables as rows, since they do not change with the weights. */
  readonly rows: Readonly<Record<'base' | 'low' | 'high' | 'likelyLow' | 'likelyHigh', readonly (readonly number[])[]>>
  readonly unknownRows: readonly (readonly boolean[])[]
  /** 1 where nothing is known. */
  readonly unknown: Uint8Array
  /** Best estimate in raw units; NaN where there is none. Categories and yes/no count with their value. */
  readonly raw: Float64Array
  readonly draws: readonly CellDraw[]
  /** Must-have state per cell; null where the criterion is no must-have. */
  readonly mustHave: readonly (MustHaveState | null)[]
  readonly clipped: readonly { readonly option: number; readonly criterion: number; readonly raw: number }[]
  readonly withoutEvidence: number
  readonly countedTwice: readonly CountedTwice[]
}

export interface ModelCriterion {
  readonly name: string
  readonly group: string | null
  readonly unit: string | null
  readonly isMustHave: boolean
  readonly scale: ModelScale
}

export type ModelScale =
  | { readonly kind: 'number'; readonly direction: 'max' | 'min'; readonly value: ValueFunction }
  | { readonly kind: 'category'; readonly values: ReadonlyMap<string, number>; readonly discriminates: boolean }
  | { readonly kind: 'yesNo'; readonly yes: 0 | 1 }
  /** A must-have number without anchors: it only lets pass, it has no value. */
  | { readonly kind: 'gate'; readonly direction: 'max' | 'min' }

/** How one cell varies from draw to draw. */
export type CellDraw =
  | { readonly kind: 'exact' }
  /** Evenly between two values. */
  | { readonly kind: 'uniformValue'; readonly lo: number; readonly hi: number }
  | { readonly kind: 'triangularValue'; readonly lo: number; readonly mode: number; readonly hi: number }
  /** In raw units, then through the value function. */
  | { readonly kind: 'uniformRaw'; readonly lo: number; readonly hi: number }
  | { readonly kind: 'triangularRaw'; readonly lo: number; readonly mode: number; readonly hi: number }
  | { readonly kind: 'betaRaw'; readonly alpha: number; readonly beta: number }
