import { ok, type Result } from '../../base/Result'
import { at } from './at'
import { barToBeat } from './barToBeat'
import { totalBounds } from './bounds'
import type { DecisionInput } from './DecisionInput'
import type { DecisionRefused } from './DecisionRefused'
import { findDominance } from './dominance'
import type { CriteriaGroup, Evaluation, Sensitivity } from './Evaluation'
import { findWarnings } from './findWarnings'
import { groupOptions } from './groupOptions'
import { interchangeableShare } from './interchangeable'
import { compileModel } from './model/compileModel'
import type { DecisionModel } from './model/DecisionModel'
import { summariseMustHaves } from './mustHaves'
import { breakEvens } from './sensitivity/breakEvens'
import { nearestFlips } from './sensitivity/nearestFlips'
import { stabilityIntervals } from './sensitivity/stabilityIntervals'
import { tornado } from './sensitivity/tornado'
import { gapByCriterion, rankEpsilon, weightedContributions, weightedTotals } from './totals'
import { shareWeights } from './weights/shareWeights'

/**
 * The exact part of a decision: values, totals, ranks, bounds, groups, sensitivity. No sampling, no clock, no state.
 * Refuses an input that cannot be computed, naming the place. For a slider compile once and call `evaluateModel`.
 */
export function evaluate(input: DecisionInput): Result<Evaluation, DecisionRefused> {
  const model = compileModel(input)
  return model.ok ? ok(evaluateModel(model.value)) : model
}

/** `evaluate` for a compiled input, optionally with other swing points than those of the input. */
export function evaluateModel(model: DecisionModel, points: readonly number[] = model.points): Evaluation {
  const { weights, isEqualised } = shareWeights(points)
  const { base: values, low: lowValues, high: highValues, likelyLow, likelyHigh } = model.rows
  const unknown = model.unknownRows
  const totals = weightedTotals(values, weights)
  const contributions = weightedContributions(values, weights)
  const grouping = groupOptions(model, weights, totals)
  const { groups, groupOf, ranks, mustHaves } = grouping
  const byRank = [...groups.ranked].sort((a, b) => (ranks[a] ?? 0) - (ranks[b] ?? 0) || a - b)
  const leader = byRank[0] ?? null
  const runnerUp = byRank[1] ?? null
  const rivals = leader === null ? [] : groups.ranked.filter((option) => option !== leader)
  const inRunning = groupOf.map((group) => group !== 'excluded' && group !== 'setAside')
  const bounds = totalBounds(lowValues, highValues, unknown, weights, inRunning)
  const running = model.options.flatMap((_, option) => (at(inRunning, option) ? [option] : []))
  const isOnlyGate = model.criteria.map((criterion, index) => criterion.isMustHave && at(weights, index) === 0)
  const compared = model.criteria.flatMap((_, index) => (at(isOnlyGate, index) ? [] : [index]))
  return {
    options: model.options,
    criteria: model.criteria.map((criterion) => criterion.name),
    weights,
    weightSource: isEqualised ? 'equal' : model.pointsSource,
    values,
    lowValues,
    highValues,
    unknown,
    totals,
    contributions,
    bounds,
    groups,
    groupOf,
    ranks,
    ranksIfConfirmed: grouping.ranksIfConfirmed,
    mustHaves,
    mustHaveSummary: summariseMustHaves(model, grouping),
    leader,
    runnerUp,
    gap: leader === null || runnerUp === null ? null : at(totals, leader) - at(totals, runnerUp),
    gapParts: leader === null || runnerUp === null ? [] : gapByCriterion(values, weights, leader, runnerUp),
    sensitivity: leader === null ? noSensitivity(weights) : {
      ...stabilityIntervals(values, weights, leader, rivals),
      breakEven: breakEvens(model, weights, totals, leader, rivals),
      nearestFlip: nearestFlips(values, weights, leader, rivals),
      tornado: tornado(values, likelyLow, likelyHigh, weights, leader, rivals),
    },
    dominance: findDominance(lowValues, highValues, running, compared),
    interchangeable: interchangeableShare(model, weights, byRank),
    barToBeat: barToBeat(model, weights, totals, leader, runnerUp),
    examinedShare: model.examinedShare,
    couldStillWin: groupOf.map((group, option) =>
      leader === null || group === 'ranked' || !at(inRunning, option) || model.optionKinds[option] === 'newcomer'
        ? null
        : at(bounds.upper, option) >= at(bounds.lower, leader) - rankEpsilon,
    ),
    criteriaGroups: criteriaGroups(model, weights, contributions),
    clipped: model.clipped.map(({ option, criterion, raw }) => ({
      option: { index: option, name: at(model.options, option) },
      criterion: { index: criterion, name: at(model.criteria, criterion).name },
      raw,
      ...anchors(model, criterion),
    })),
    warnings: findWarnings(model, weights, isEqualised),
  }
}

function anchors(model: DecisionModel, criterion: number): { readonly lo: number; readonly hi: number } {
  const { scale } = at(model.criteria, criterion)
  return scale.kind === 'number' ? { lo: scale.value.lo, hi: scale.value.hi } : { lo: 0, hi: 1 }
}

function noSensitivity(weights: readonly number[]): Sensitivity {
  return {
    intervals: weights.map(() => [0, 1] as const),
    overtakers: weights.map(() => ({ below: null, above: null })),
    breakEven: [],
    nearestFlip: [],
    tornado: [],
  }
}

function criteriaGroups(model: DecisionModel, weights: readonly number[], contributions: readonly (readonly number[])[]): readonly CriteriaGroup[] {
  const names = [...new Set(model.criteria.flatMap((criterion) => (criterion.group === null ? [] : [criterion.group])))]
  return names.map((name) => {
    const criteria = model.criteria.flatMap((criterion, index) => (criterion.group === name ? [index] : []))
    const sumOver = (row: readonly number[]): number => criteria.reduce((sum, criterion) => sum + at(row, criterion), 0)
    return { name, criteria, weight: sumOver(weights), contributions: contributions.map(sumOver) }
  })
}
