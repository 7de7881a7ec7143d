import { ok, type Result } from '../../../base/Result'
import type { RobustnessInput } from '../DecisionInput'
import type { DecisionRefused } from '../DecisionRefused'
import type { DecisionModel } from '../model/DecisionModel'
import type { RobustnessResult } from '../RobustnessResult'
import { startRobustness, type RobustnessRun } from './startRobustness'

/** All draws at once: for plain Node and for few draws. Blocks until done. */
export function runRobustness(model: DecisionModel, settings: RobustnessInput, points?: readonly number[]): Result<RobustnessResult, DecisionRefused> {
  const run = startRobustness(model, settings, points)
  if (!run.ok) return run
  run.value.advance(Number.POSITIVE_INFINITY)
  return ok(run.value.result())
}

/** Draws between two pauses: a few milliseconds of work. */
export const stepDraws = 500

/**
 * Runs to the end with a pause after every step; `pause` resolves to false to stop. Returns null when it was stopped.
 * In a worker `pause` lets waiting messages in, for example with a `MessageChannel` or `setTimeout`.
 */
export async function finishRobustness(run: RobustnessRun, pause: (progress: number) => Promise<boolean>): Promise<RobustnessResult | null> {
  while (!run.advance(stepDraws)) {
    if (!(await pause(run.progress))) return null
  }
  return run.result()
}
