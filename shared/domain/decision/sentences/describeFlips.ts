import { at } from '../at'
import type { CriterionInput, DecisionInput } from '../DecisionInput'
import type { BreakEven, Evaluation } from '../Evaluation'
import type { FlipSentence } from '../Sentence'
import { wholePercents } from '../wholePoints'
import { cellNumbers, displayStepOf, shownCell, shownValue } from './shownCell'

/**
 * What would change who is first: the nearest change of one weight, the smallest gain of the runner-up on one
 * criterion, and the least weight that has to move in all. If no single weight does it, the first one says so.
 */
export function describeFlips(input: DecisionInput, evaluation: Evaluation): readonly FlipSentence[] {
  const { leader } = evaluation
  if (leader === null || evaluation.runnerUp === null) return []
  // Level already: nothing has to change.
  if (evaluation.ranks[evaluation.runnerUp] === 1) return []
  return [flipByWeight(evaluation, leader), flipByCell(input, evaluation, leader), flipByShift(evaluation, leader)].filter((flip) => flip !== null)
}

/** Every end of a stability interval at which somebody takes over, nearest first. */
export function weightFlips(evaluation: Evaluation): readonly (FlipSentence & { readonly kind: 'flipByWeight' })[] {
  const { leader, sensitivity, weights } = evaluation
  if (leader === null) return []
  const shown = wholePercents(weights)
  const describe = (criterion: number, winner: number | null, to: number, direction: 'more' | 'less') =>
    winner === null
      ? []
      : [
          {
            kind: 'flipByWeight' as const,
            criterion: { index: criterion, name: at(evaluation.criteria, criterion) },
            leader: { index: leader, name: at(evaluation.options, leader) },
            winner: { index: winner, name: at(evaluation.options, winner) },
            direction,
            numbers: { from: at(weights, criterion), to, shownFrom: at(shown, criterion) / 100 },
          },
        ]
  return sensitivity.intervals
    .flatMap(([lo, hi], criterion) => {
      const { below, above } = at(sensitivity.overtakers, criterion)
      return [...describe(criterion, below, lo, 'less'), ...describe(criterion, above, hi, 'more')]
    })
    .sort((a, b) => Math.abs(a.numbers.to - a.numbers.from) - Math.abs(b.numbers.to - b.numbers.from) || a.criterion.index - b.criterion.index)
}

function flipByWeight(evaluation: Evaluation, leader: number): FlipSentence {
  return weightFlips(evaluation)[0] ?? { kind: 'noWeightFlips', leader: { index: leader, name: at(evaluation.options, leader) }, numbers: {} }
}

function flipByCell(input: DecisionInput, evaluation: Evaluation, leader: number): FlipSentence | null {
  const reachable = evaluation.sensitivity.breakEven
    .filter((found): found is BreakEven & { readonly value: number; readonly raw: NonNullable<BreakEven['raw']> } =>
      found.option === evaluation.runnerUp && found.raw !== null && found.value !== null && !at(at(evaluation.unknown, found.option), found.criterion),
    )
    .sort((a, b) => a.value - b.value || a.criterion - b.criterion)
  const [easiest] = reachable
  if (easiest === undefined) return null
  const criterion = at(input.criteria, easiest.criterion)
  const now = shownCell(input.cells[easiest.option]?.[easiest.criterion] ?? null, criterion, false)
  const needed = shownValue(easiest.raw, criterion)
  return {
    kind: 'flipByCell',
    criterion: { index: easiest.criterion, name: criterion.name },
    leader: { index: leader, name: at(evaluation.options, leader) },
    winner: { index: easiest.option, name: at(evaluation.options, easiest.option) },
    now,
    needed,
    direction: neededDirection(easiest.raw, criterion),
    step: displayStepOf(criterion),
    numbers: { ...cellNumbers('now', now), ...cellNumbers('needed', needed), gain: easiest.value },
  }
}

/** Labels and answers must be met as they are (or better); of numbers it depends on which end is better. */
export function neededDirection(raw: number | string | boolean, criterion: CriterionInput): 'atLeast' | 'atMost' | 'equals' {
  if (typeof raw !== 'number') return 'equals'
  return criterion.direction === 'max' ? 'atLeast' : 'atMost'
}

function flipByShift(evaluation: Evaluation, leader: number): FlipSentence | null {
  const [nearest] = evaluation.sensitivity.nearestFlip
    .flatMap(({ option, shift }) => (shift === null ? [] : [{ option, shift }]))
    .sort((a, b) => a.shift - b.shift || a.option - b.option)
  if (nearest === undefined) return null
  return {
    kind: 'flipByShift',
    leader: { index: leader, name: at(evaluation.options, leader) },
    winner: { index: nearest.option, name: at(evaluation.options, nearest.option) },
    numbers: { moved: nearest.shift / 2 },
  }
}
