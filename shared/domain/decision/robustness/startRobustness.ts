import { err, ok, type Result } from '../../../base/Result'
import { at } from '../at'
import type { RobustnessInput } from '../DecisionInput'
import type { DecisionRefused } from '../DecisionRefused'
import { groupOptions } from '../groupOptions'
import type { DecisionModel } from '../model/DecisionModel'
import type { RobustnessResult } from '../RobustnessResult'
import { weightedTotals } from '../totals'
import { shareWeights } from '../weights/shareWeights'
import { createRankTally } from './rankTally'
import { firstKey, secondKey } from './randomStream'
import { createValueSampler } from './valueSampler'
import { createWeightSampler } from './weightSampler'

/** More draws than this add nothing and would only block. */
export const mostDraws = 10_000_000
/** The part of the drawn totals that a range shows. */
const shownShare = 0.9
/** Totals of two options nearer than this are equal within a draw. */
const sameTotal = 1e-12

/** A computation in small steps, so that a worker can look for messages in between and stop. */
export interface RobustnessRun {
  /** Does up to `draws` more draws. True when everything is done. */
  advance(draws: number): boolean
  /** From 0 to 1. */
  readonly progress: number
  /** The figures of the draws so far; `confidence` only when done. */
  result(): RobustnessResult
}

/**
 * Starts SMAA-2 (Lahdelma & Salminen 2001): draws weights and values again and again and counts the ranks. Sampled are
 * the ranked options and those "if confirmed"; each of the latter gets the rank it would take among the ranked ones.
 * A first pass counts; a second one repeats the same draws of the values under each option's central weights. Refuses a
 * number of draws that is not whole or above zero, and weights without the order or the intervals they need.
 */
export function startRobustness(model: DecisionModel, settings: RobustnessInput, points: readonly number[] = model.points): Result<RobustnessRun, DecisionRefused> {
  const { draws, seed } = settings
  if (!Number.isInteger(draws)) return err({ kind: 'notWhole', place: 'robustness.draws', found: String(draws) })
  if (draws > mostDraws) return err({ kind: 'tooMany', place: 'robustness.draws', found: String(draws) })
  if (draws < 1) return err({ kind: 'notPositive', place: 'robustness.draws', found: String(draws) })
  if (!Number.isSafeInteger(seed)) return err({ kind: 'notWhole', place: 'robustness.seed', found: String(seed) })
  const weightSampler = createWeightSampler(model, points, settings.weights)
  if (!weightSampler.ok) return weightSampler
  const shares = shareWeights(points).weights
  const { groups } = groupOptions(model, shares, weightedTotals(tableOf(model), shares))
  const sampled = [...groups.ranked, ...groups.ifConfirmed].sort((a, b) => a - b)
  const field = groups.ranked.length > 0 ? groups.ranked : groups.ifConfirmed
  return ok(createRun(model, settings, sampled, sampled.map((option) => field.includes(option)), weightSampler.value))
}

function createRun(
  model: DecisionModel,
  settings: RobustnessInput,
  sampled: readonly number[],
  isInField: readonly boolean[],
  weightSampler: { readonly weights: Float64Array; readonly isConstant: boolean; draw(keyA: number, keyB: number): void },
): RobustnessRun {
  const { seed } = settings
  const rows = sampled.length
  const criteria = model.criterionCount
  const valueSampler = createValueSampler(model, sampled)
  const { values } = valueSampler
  const { weights } = weightSampler
  const totals = new Float64Array(rows)
  const tally = createRankTally(rows, criteria, isInField)
  const field = Uint8Array.from(isInField, (isIn) => (isIn ? 1 : 0))
  const areValuesExact = valueSampler.uncertainCells === 0
  const isExact = areValuesExact && weightSampler.isConstant
  const counted = isExact ? 1 : settings.draws
  const confirmed = areValuesExact ? 1 : settings.draws
  const firsts = new Uint32Array(rows)
  let central: readonly (Float64Array | null)[] = []
  let countDone = 0
  let confirmDone = 0

  const countOne = (draw: number): void => {
    const keyA = firstKey(seed, draw)
    const keyB = secondKey(seed, draw)
    if (!weightSampler.isConstant) weightSampler.draw(keyA, keyB)
    valueSampler.draw(keyA, keyB)
    for (let row = 0; row < rows; row++) totals[row] = totalOf(values, weights, row * criteria, criteria)
    tally.add(totals, weights)
  }

  const confirmOne = (draw: number): void => {
    valueSampler.draw(firstKey(seed, draw), secondKey(seed, draw))
    for (let row = 0; row < rows; row++) {
      const own = central[row]
      if (!own) continue
      const total = totalOf(values, own, row * criteria, criteria) + sameTotal
      let isFirst = 1
      // Nearly always one of the first rivals settles it, so the rest need not be added up.
      for (let other = 0; other < rows; other++) {
        if (other === row || field[other] === 0) continue
        if (totalOf(values, own, other * criteria, criteria) > total) {
          isFirst = 0
          break
        }
      }
      firsts[row] = (firsts[row] as number) + isFirst
    }
  }

  return {
    advance(draws) {
      let left = draws
      for (; left > 0 && countDone < counted; left--) countOne(countDone++)
      if (countDone === counted && central.length === 0) {
        central = tally.centralWeights().map((found) => (found === null ? null : Float64Array.from(found)))
      }
      for (; left > 0 && confirmDone < confirmed; left--) confirmOne(confirmDone++)
      return countDone === counted && confirmDone === confirmed
    },
    get progress() {
      return (countDone + confirmDone) / (counted + confirmed)
    },
    result() {
      const isDone = confirmDone === confirmed
      const byOption = <T>(pick: (row: number) => T): readonly (T | null)[] =>
        model.options.map((_, option) => (sampled.includes(option) ? pick(sampled.indexOf(option)) : null))
      const acceptability = tally.acceptability()
      const pairwise = tally.pairwise()
      const centralWeights = tally.centralWeights()
      const ranges = tally.middle(shownShare)
      const [means, deviations] = [tally.means(), tally.deviations()]
      return {
        acceptability: byOption((row) => at(acceptability, row)),
        centralWeights: byOption((row) => centralWeights[row] ?? null),
        confidence: byOption((row) => (isDone && central[row] ? at(firsts, row) / confirmed : null)),
        pairwise: byOption((row) => byOption((other) => at(at(pairwise, row), other))),
        ranges: byOption((row) => at(ranges, row)),
        means: byOption((row) => at(means, row)),
        deviations: byOption((row) => at(deviations, row)),
        weights: settings.weights,
        draws: settings.draws,
        seed,
        isExact,
      }
    },
  }
}

function totalOf(values: Float64Array, weights: Float64Array, start: number, count: number): number {
  let total = 0
  for (let index = 0; index < count; index++) total += (values[start + index] as number) * (weights[index] as number)
  return total
}

function tableOf(model: DecisionModel): readonly (readonly number[])[] {
  return model.options.map((_, option) => Array.from(model.base.subarray(option * model.criterionCount, (option + 1) * model.criterionCount)))
}
