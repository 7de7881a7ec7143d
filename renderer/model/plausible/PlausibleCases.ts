import type { ComparisonFacts } from '#shared/domain/comparison/ComparisonFacts'
import type { RobustnessResult } from '#shared/domain/decision/RobustnessResult'

/** What the draws are made from. `points`: swing points on the screen, by criterion of the prepared comparison. */
export interface CasesWanted {
  readonly facts: ComparisonFacts
  readonly today: string
  readonly points: readonly number[] | null
}

/**
 * Works out in how many plausible cases each option comes first: ten thousand draws, too many for a
 * frame. Null where something newer was asked for meanwhile.
 */
export type PlausibleCases = (wanted: CasesWanted) => Promise<RobustnessResult | null>
