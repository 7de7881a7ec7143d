import type { RobustnessInput } from '../decision/DecisionInput'
import { startRobustness, type RobustnessRun } from '../decision/robustness/startRobustness'
import type { RobustnessResult } from '../decision/RobustnessResult'
import type { PreparedComparison } from './analyseComparison'

/**
 * How "ahead in 78 of 100 plausible cases" is worked out everywhere, so that screen and brief agree: the
 * buyer's own weights, each value as uncertain as its proof, always the same draws.
 */
export const plausibleCasesSettings: RobustnessInput = { weights: 'given', draws: 10_000, seed: 20_261 }

/** All the draws at once, some tens of milliseconds; a screen works them out in steps instead. */
export function plausibleCases(prepared: PreparedComparison, points?: readonly number[]): RobustnessResult {
  const run = startPlausibleCases(prepared, points)
  run.advance(Infinity)
  return run.result()
}

/** The draws in steps, so that whoever works them out can listen in between. */
export function startPlausibleCases(prepared: PreparedComparison, points?: readonly number[]): RobustnessRun {
  const run = startRobustness(prepared.model, plausibleCasesSettings, points)
  if (!run.ok) throw new Error(`The engine refused to draw: ${run.error.kind} at ${run.error.place}`)
  return run.value
}
