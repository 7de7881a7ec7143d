import { at } from '../at'
import type { Evaluation } from '../Evaluation'
import type { NamedOption } from '../Named'
import type { RobustnessResult } from '../RobustnessResult'
import type { AnswerSentence } from '../Sentence'
import { rankEpsilon } from '../totals'
import { halfAPoint } from '../wholePoints'

/** Between these shares of wins the first two are not told apart: it could be chance. */
const closeFrom = 0.4
const closeTo = 0.6
/** Below this share of first places a leader is only provisional. */
const firmFrom = 0.95

/**
 * The one sentence that answers the comparison. Without robustness it rests on the totals alone and never calls a
 * leader provisional or firm.
 */
export function describeAnswer(evaluation: Evaluation, robustness: RobustnessResult | null): AnswerSentence {
  const { groups, totals, leader, runnerUp } = evaluation
  const named = (index: number): NamedOption => ({ index, name: at(evaluation.options, index) })
  if (evaluation.options.length === 0) return { kind: 'noOptions', numbers: {} }
  if (evaluation.criteria.length === 0) return { kind: 'noCriteria', numbers: {} }
  if (leader === null) return describeNoLeader(evaluation)
  const total = at(totals, leader)
  if (runnerUp === null) return { kind: 'onlyOption', option: named(leader), numbers: { total } }
  const first = groups.ranked.filter((option) => evaluation.ranks[option] === 1)
  if (first.length > 1) return { kind: 'level', options: first.map(named), numbers: { total } }
  const gap = total - at(totals, runnerUp)
  const both = { leader: named(leader), runnerUp: named(runnerUp) }
  if (robustness === null || robustness.isExact) {
    if (gap < halfAPoint) return { kind: 'withinAPoint', ...both, numbers: { gap } }
    return { kind: couldTurn(evaluation, leader) ? 'leadsOnEstimates' : 'leads', ...both, numbers: { gap, total, runnerUpTotal: at(totals, runnerUp) } }
  }
  const beats = robustness.pairwise[leader]?.[runnerUp] ?? 0
  if (beats >= closeFrom && beats <= closeTo) return { kind: 'tooCloseToCall', ...both, numbers: { gap, beats } }
  const firstShare = (option: number): number => robustness.acceptability[option]?.[0] ?? 0
  const share = firstShare(leader)
  const oftenestFirst = groups.ranked.reduce((best, option) => (firstShare(option) > firstShare(best) ? option : best), leader)
  const isDisputed = oftenestFirst !== leader && (robustness.pairwise[leader]?.[oftenestFirst] ?? 0) < closeFrom
  if (isDisputed) {
    return { kind: 'disputed', leader: named(leader), other: named(oftenestFirst), numbers: { gap, first: share, otherFirst: firstShare(oftenestFirst) } }
  }
  return { kind: share >= firmFrom ? 'leadsFirmly' : 'leadsProvisionally', ...both, numbers: { gap, first: share } }
}

/** True if another ranked option can be above the leader with what the unknown cells and the ranges may hold. */
function couldTurn({ groups, bounds }: Evaluation, leader: number): boolean {
  return groups.ranked.some((option) => option !== leader && at(bounds.upper, option) > at(bounds.lower, leader) + rankEpsilon)
}

function describeNoLeader(evaluation: Evaluation): AnswerSentence {
  const { groups, totals, options } = evaluation
  const named = (index: number): NamedOption => ({ index, name: at(options, index) })
  const firstIfConfirmed = groups.ifConfirmed.filter((option) => evaluation.ranksIfConfirmed[option] === 1)
  const [confirmable] = firstIfConfirmed
  if (confirmable !== undefined) {
    if (firstIfConfirmed.length > 1) return { kind: 'levelIfConfirmed', options: firstIfConfirmed.map(named), numbers: { total: at(totals, confirmable) } }
    const open = at(evaluation.mustHaves, confirmable).open.map((index) => ({ index, name: at(evaluation.criteria, index) }))
    return { kind: 'onlyIfConfirmed', option: named(confirmable), open, numbers: { total: at(totals, confirmable) } }
  }
  if (groups.notEnoughKnown.length > 0) {
    return { kind: 'nothingKnown', numbers: { options: groups.notEnoughKnown.length, needed: evaluation.examinedShare } }
  }
  if (groups.excluded.length > 0) return { kind: 'noneMeets', numbers: { options: groups.excluded.length } }
  return { kind: 'allSetAside', numbers: { options: groups.setAside.length } }
}
