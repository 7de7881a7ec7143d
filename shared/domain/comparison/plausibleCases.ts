import type { RobustnessInput } from '../decision/DecisionInput'
import { runRobustness } from '../decision/robustness/runRobustness'
import type { RobustnessResult } from '../decision/RobustnessResult'
import type { PreparedComparison } from './analyseComparison'

/**
 * How "ahead in 78 of 100 plausible cases" is worked out everywhere, so that screen and brief agree: the
 * buyer's own weights, each value as uncertain as its proof, always the same draws.
 */
export const plausibleCasesSettings: RobustnessInput = { weights: 'given', draws: 10_000, seed: 20_261 }

/** All the draws at once, some tens of milliseconds; a screen works them out in steps instead. */
export function plausibleCases(prepared: PreparedComparison, points?: readonly number[]): RobustnessResult {
  const result = runRobustness(prepared.model, plausibleCasesSettings, points)
  if (!result.ok) throw new Error(`The engine refused to draw: ${result.error.kind} at ${result.error.place}`)
  return result.value
}
