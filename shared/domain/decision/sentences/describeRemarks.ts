import { at } from '../at'
import type { DecisionInput } from '../DecisionInput'
import type { Evaluation } from '../Evaluation'
import type { NamedCriterion, NamedOption } from '../Named'
import type { RobustnessResult } from '../RobustnessResult'
import type { RemarkSentence } from '../Sentence'
import { rankEpsilon } from '../totals'
import { neededDirection } from './describeFlips'
import { cellNumbers, displayStepOf, shownValue } from './shownCell'

/** A leader this poor on a criterion this heavy deserves a warning: other strengths only hide it. */
const poorValue = 0.2
const heavyWeight = 0.1

/** Everything worth saying beside the answer: red flags, dominated options, sameness, the bar for a newcomer. */
export function describeRemarks(input: DecisionInput, evaluation: Evaluation, robustness: RobustnessResult | null): readonly RemarkSentence[] {
  const option = (index: number): NamedOption => ({ index, name: at(evaluation.options, index) })
  const criterion = (index: number): NamedCriterion => ({ index, name: at(evaluation.criteria, index) })
  const remarks: RemarkSentence[] = []
  const { leader, interchangeable, barToBeat } = evaluation
  if (leader !== null) {
    evaluation.weights.forEach((weight, index) => {
      const value = at(at(evaluation.values, leader), index)
      if (weight >= heavyWeight && value < poorValue && !at(at(evaluation.unknown, leader), index)) {
        remarks.push({ kind: 'redFlag', option: option(leader), criterion: criterion(index), numbers: { value, weight } })
      }
    })
  }
  evaluation.dominance.dominatedBy.forEach((by, index) => {
    if (by.length > 0) remarks.push({ kind: 'dominated', option: option(index), by: by.map(option), numbers: { by: by.length } })
  })
  if (interchangeable !== null) {
    const { ours, rival, share } = interchangeable
    remarks.push({ kind: 'interchangeable', ours: option(ours), rival: option(rival), numbers: { share } })
  }
  // Without a gap the bars are what the option already has: nothing to say.
  if (leader !== null && barToBeat !== null && barToBeat.bars.length > 0 && (evaluation.gap ?? 0) > rankEpsilon) {
    const bars = barToBeat.bars.map(({ criterion: index, raw }) => {
      const asked = at(input.criteria, index)
      return { criterion: criterion(index), cell: shownValue(raw, asked), direction: neededDirection(raw, asked), step: displayStepOf(asked) }
    })
    const numbers = Object.assign({ total: barToBeat.total }, ...bars.map((bar, place) => cellNumbers(`bar${place + 1}`, bar.cell))) as { total: number }
    remarks.push({ kind: 'barToBeat', leader: option(leader), asGoodAs: option(barToBeat.asGoodAs), bars, numbers })
  }
  if (robustness !== null && !robustness.isExact && robustness.acceptability.some((ranks) => ranks !== null)) {
    remarks.push({ kind: 'plausibleWeights', draws: robustness.weights, numbers: { draws: robustness.draws, seed: robustness.seed } })
  }
  return remarks
}
