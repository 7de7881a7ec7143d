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
  const { groups } = groupOptions(model, shares, weightedTotals(model.rows.base, shares))
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
  const areValuesExact = valueSampler.uncertainCells === 0
  const isExact = areValuesExact && weightSampler.isConstant
  const counted = isExact ? 1 : settings.draws
  const confirmed = areValuesExact ? 1 : settings.draws
  const firsts = new Uint32Array(rows)
  let central: readonly (Float64Array | null)[] = []
  let rivalOrders: readonly Int32Array[] = []
  let countDone = 0
  let confirmDone = 0

  const countOne = (draw: number): void => {
    const keyA = firstKey(seed, draw)
    const keyB = secondKey(seed, draw)
    if (!weightSampler.isConstant) weightSampler.draw(keyA, keyB)
    valueSampler.draw(keyA, keyB)
    fillTotals(totals, values, weights)
    tally.add(totals, weights)
  }

  /** Who else is in the field, by the best estimates under these weights. */
  const strongestRivals = (own: Float64Array | null, row: number): Int32Array => {
    if (own === null) return new Int32Array(0)
    const estimates = sampled.map((option) => totalOf(model.base, own, option * criteria, criteria))
    const rivals = sampled.flatMap((_, other) => (other !== row && at(isInField, other) ? [other] : []))
    return Int32Array.from(rivals.sort((a, b) => at(estimates, b) - at(estimates, a)))
  }

  const confirmOne = (draw: number): void => {
    valueSampler.draw(firstKey(seed, draw), secondKey(seed, draw))
    for (let row = 0; row < rows; row++) {
      const own = central[row]
      if (!own) continue
      firsts[row] = (firsts[row] as number) + isFirst(values, own, row, rivalOrders[row] as Int32Array)
    }
  }

  return {
    advance(draws) {
      let left = draws
      for (; left > 0 && countDone < counted; left--) countOne(countDone++)
      if (countDone === counted && central.length === 0) {
        central = tally.centralWeights().map((found) => (found === null ? null : Float64Array.from(found)))
        rivalOrders = central.map((own, row) => strongestRivals(own, row))
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

/** V = Σ w·v for every row. Apart from the run, so that the runtime knows its lists by their kinds. */
function fillTotals(totals: Float64Array, values: Float64Array, weights: Float64Array): void {
  const criteria = weights.length
  for (let row = 0; row < totals.length; row++) totals[row] = totalOf(values, weights, row * criteria, criteria)
}

/** 1 if no rival has a larger total. When the row loses, mostly the strongest rival shows it at once. */
function isFirst(values: Float64Array, weights: Float64Array, row: number, rivals: Int32Array): 0 | 1 {
  const criteria = weights.length
  const total = totalOf(values, weights, row * criteria, criteria) + sameTotal
  for (let place = 0; place < rivals.length; place++) {
    if (totalOf(values, weights, (rivals[place] as number) * criteria, criteria) > total) return 0
  }
  return 1
}

/** Σ v·w from `start` on. Four sums side by side: one alone would wait for itself at every step. */
function totalOf(values: Float64Array, weights: Float64Array, start: number, count: number): number {
  let first = 0
  let second = 0
  let third = 0
  let fourth = 0
  let index = 0
  for (; index + 3 < count; index += 4) {
    const place = start + index
    first += (values[place] as number) * (weights[index] as number)
    second += (values[place + 1] as number) * (weights[index + 1] as number)
    third += (values[place + 2] as number) * (weights[index + 2] as number)
    fourth += (values[place + 3] as number) * (weights[index + 3] as number)
  }
  for (; index < count; index++) first += (values[start + index] as number) * (weights[index] as number)
  return first + second + (third + fourth)
}
