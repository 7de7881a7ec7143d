import type { ComparisonFacts } from '#shared/domain/comparison/ComparisonFacts'
import type { RobustnessResult } from '#shared/domain/decision/RobustnessResult'

/** What the draws are made from. `points`: swing points on the screen, by criterion of the prepared comparison. */
export interface CasesWanted {
  readonly facts: ComparisonFacts
  readonly today: string
  readonly points: readonly number[] | null
}

export interface CasesWatch {
  /** Told now and then how far the draws are, from 0 to 1. */
  readonly onProgress?: (share: number) => void
  /** Ends the draws before they are done. */
  readonly signal?: AbortSignal
}

/**
 * Works out in how many plausible cases each option comes first: ten thousand draws, too many for a
 * frame. Null where it was stopped, or where something newer was asked for meanwhile.
 */
export type PlausibleCases = (wanted: CasesWanted, watch?: CasesWatch) => Promise<RobustnessResult | null>
