import { at } from '../at'
import type { Evaluation } from '../Evaluation'
import type { NamedOption } from '../Named'
import { rankEpsilon } from '../totals'
import type { UnknownSentence } from '../Sentence'

/**
 * Which open cells of ranked options could change who is first, largest effect first; if none can alone, whether all of
 * them together could. Then one sentence per option about which not enough is known.
 */
export function describeUnknowns(evaluation: Evaluation): readonly UnknownSentence[] {
  const { leader, groups, bounds } = evaluation
  const named = (index: number): NamedOption => ({ index, name: at(evaluation.options, index) })
  const sentences: UnknownSentence[] = []
  if (leader !== null) {
    const cells = groups.ranked.reduce((count, option) => count + at(evaluation.unknown, option).filter(Boolean).length, 0)
    const bars = evaluation.sensitivity.tornado.filter((bar) => bar.flips && at(at(evaluation.unknown, bar.option), bar.criterion))
    for (const { option, criterion, gapLow, gapHigh } of bars) {
      const numbers = { weight: at(evaluation.weights, criterion), gapLow, gapHigh }
      sentences.push({ kind: 'unknownMatters', option: named(option), criterion: { index: criterion, name: at(evaluation.criteria, criterion) }, numbers })
    }
    // With nobody to be overtaken by, the only ranked option stays first by itself.
    if (cells > 0 && bars.length === 0 && groups.ranked.length > 1) {
      const floor = at(bounds.lower, leader)
      const isSafe = groups.ranked.every((option) => option === leader || at(bounds.upper, option) <= floor + rankEpsilon)
      sentences.push(isSafe ? { kind: 'unknownsDoNotMatter', leader: named(leader), numbers: { cells } } : { kind: 'unknownsMatterTogether', numbers: { cells } })
    }
  }
  for (const option of groups.notEnoughKnown) {
    // Nothing is ever known about the newcomer; it has its bar to beat instead.
    if (option === evaluation.barToBeat?.option) continue
    const numbers = { known: 1 - at(bounds.unknownWeight, option), needed: evaluation.examinedShare }
    sentences.push({ kind: 'notEnoughKnown', option: named(option), couldStillWin: at(evaluation.couldStillWin, option), numbers })
  }
  return sentences
}
