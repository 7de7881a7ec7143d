import { unreachable } from '../../base/unreachable'
import type { AnswerSentence } from '../../domain/decision/Sentence'
import { formatCases, formatCount, formatList, formatPercent, formatPointCount, formatPoints } from '../format'

/** The answer of a comparison in one or two sentences. */
export function sayAnswer(answer: AnswerSentence): string {
  switch (answer.kind) {
    case 'noOptions':
      return 'There is no option to compare yet.'
    case 'noCriteria':
      return 'Nothing is asked of the options yet.'
    case 'allSetAside':
      return answer.numbers.options === 1 ? 'The only option is set aside.' : `All ${answer.numbers.options} options are set aside.`
    case 'nothingKnown':
      return `Not enough is known to rank any option: each needs an answer for at least ${formatPercent(answer.numbers.needed)} of what matters.`
    case 'noneMeets':
      return answer.numbers.options === 1 ? 'The only option left does not meet every must-have.' : `None of the ${answer.numbers.options} options meets every must-have.`
    case 'onlyIfConfirmed':
      return `No option is sure to meet every must-have. ${answer.option.name} comes first if ${quotedNames(answer.open)} ${answer.open.length === 1 ? 'is' : 'are'} confirmed.`
    case 'levelIfConfirmed':
      return `No option is sure to meet every must-have. ${formatList(answer.options.map((option) => option.name))} are level at ${formatPoints(answer.numbers.total)} of 100 points if what is open is confirmed.`
    case 'onlyOption':
      return `${answer.option.name} is the only option left to rank, with ${formatPoints(answer.numbers.total)} of 100 points.`
    case 'level':
      return `${formatList(answer.options.map((option) => option.name))} are level at ${formatPoints(answer.numbers.total)} of 100 points.`
    case 'withinAPoint':
      return `${answer.leader.name} and ${answer.runnerUp.name} cannot be told apart: they are ${formatPointCount(answer.numbers.gap)} apart.`
    case 'leads':
      return `${answer.leader.name} comes out first with ${formatPoints(answer.numbers.total)} of 100 points; ${answer.runnerUp.name} has ${formatPoints(answer.numbers.runnerUpTotal)}.`
    case 'leadsOnEstimates':
      return `On the best estimates ${answer.leader.name} comes out first with ${formatPoints(answer.numbers.total)} of 100 points; ${answer.runnerUp.name} has ${formatPoints(answer.numbers.runnerUpTotal)}. What is not known for sure could turn this round.`
    case 'leadsFirmly':
      return `${answer.leader.name} comes out first: ahead in ${formatCases(answer.numbers.first)} plausible cases.`
    case 'leadsProvisionally':
      return `${answer.leader.name} is the provisional leader: ahead in ${formatCases(answer.numbers.first)} plausible cases.`
    case 'tooCloseToCall':
      return `Too close to call: ${answer.leader.name} beats ${answer.runnerUp.name} in ${formatCases(answer.numbers.beats)} plausible cases.`
    case 'disputed':
      return `No clear answer: ${answer.leader.name} has the best estimate, but ${answer.other.name} comes first in more plausible cases (${formatCases(answer.numbers.otherFirst)}, against ${formatCases(answer.numbers.first)}).`
    default:
      return unreachable(answer)
  }
}

/** Names of criteria in quotation marks, as a list. */
export function quotedNames(named: readonly { readonly name: string }[]): string {
  return formatList(named.map(({ name }) => `“${name}”`))
}

/** `Acme`, `Acme and Beta`, or `4 options` when naming them all would take over the sentence. */
export function nameOrCount(named: readonly { readonly name: string }[], mostNames = 3): string {
  return named.length <= mostNames ? formatList(named.map(({ name }) => name)) : formatCount(named.length, 'option')
}
