import { unreachable } from '../../base/unreachable'
import type { MustHaveSentence, ReasonSentence, RemarkSentence, UnknownSentence } from '../../domain/decision/Sentence'
import { formatCount, formatList, formatOrdinal, formatPercent, formatPointCount, formatPoints } from '../format'
import { nameOrCount, quotedNames } from './sayAnswer'
import { sayCell, sayLimit } from './sayCell'
import { sayNeeded } from './sayFlip'

/** `Works offline: 9 points for Acme (Full; Beta: Read-only).` */
export function sayReason(reason: ReasonSentence): string {
  const better = reason.kind === 'reasonFor' ? reason.leader : reason.rival
  const [own, other, otherName] =
    reason.kind === 'reasonFor' ? [reason.leaderCell, reason.rivalCell, reason.rival.name] : [reason.rivalCell, reason.leaderCell, reason.leader.name]
  return `“${reason.criterion.name}”: ${formatPointCount(reason.numbers.points)} for ${better.name} (${sayCell(own)}; ${otherName}: ${sayCell(other)}).`
}

/** What is not known, and whether it matters. */
export function sayUnknown(unknown: UnknownSentence): string {
  switch (unknown.kind) {
    case 'unknownMatters':
      return `“${unknown.criterion.name}” of ${unknown.option.name} is not known. It alone could change who is first.`
    case 'unknownsMatterTogether':
      return unknown.numbers.cells === 1
        ? 'One thing is not known. With the ranges given it could change who is first.'
        : `${unknown.numbers.cells} things are not known. None of them alone changes who is first, but together they could.`
    case 'unknownsDoNotMatter':
      return unknown.numbers.cells === 1
        ? `One thing is not known about the ranked options. Whatever it is, it does not change that ${unknown.leader.name} is first.`
        : `${unknown.numbers.cells} things are not known about the ranked options. Whatever they are, they do not change that ${unknown.leader.name} is first.`
    case 'notEnoughKnown': {
      const fact = `${unknown.option.name} is not ranked: ${formatPercent(unknown.numbers.known)} of what matters is known, ${formatPercent(unknown.numbers.needed)} is needed.`
      if (unknown.couldStillWin === null) return fact
      return unknown.couldStillWin ? `${fact} It could still win.` : `${fact} It cannot win any more.`
    }
    default:
      return unreachable(unknown)
  }
}

/** Who fails what, and who is in only if something is confirmed. */
export function sayMustHave(mustHave: MustHaveSentence): string {
  switch (mustHave.kind) {
    case 'failsMustHave':
      return `${mustHave.option.name} does not meet “${mustHave.criterion.name}”: needed is ${sayLimit(mustHave.limit)}, it has ${sayCell(mustHave.cell)}.`
    case 'ifConfirmed':
      return `${mustHave.option.name} would be ${formatOrdinal(mustHave.numbers.rank)} if ${quotedNames(mustHave.open)} ${mustHave.open.length === 1 ? 'is' : 'are'} confirmed.`
    case 'relax':
      return `Without the must-have “${mustHave.criterion.name}”, ${nameOrCount(mustHave.survivors)} would be back in.`
    case 'removesNothing':
      return `The must-have “${mustHave.criterion.name}” rules nobody out.`
    default:
      return unreachable(mustHave)
  }
}

/** What is worth saying beside the answer. */
export function sayRemark(remark: RemarkSentence): string {
  switch (remark.kind) {
    case 'dominated':
      return `By the values given, ${remark.option.name} is nowhere better than ${nameOrCount(remark.by)} and somewhere worse.`
    case 'redFlag':
      return `${remark.option.name} is weak on “${remark.criterion.name}” (${formatPoints(remark.numbers.value)} of 100), which counts ${formatPercent(remark.numbers.weight)}. Its other strengths hide that.`
    case 'interchangeable':
      return remark.numbers.share === 0
        ? `${remark.ours.name} and ${remark.rival.name} differ in everything that counts.`
        : `On ${formatPercent(remark.numbers.share)} of what matters to you ${remark.ours.name} and ${remark.rival.name} cannot be told apart with what is known.`
    case 'barToBeat': {
      const bars = remark.bars.map((bar) => `“${bar.criterion.name}” ${sayNeeded(bar.cell, bar.direction, bar.step)}`)
      return `A newcomer as good as ${remark.asGoodAs.name} elsewhere would catch up with ${remark.leader.name} at ${formatList(bars, 'or')}.`
    }
    case 'agreement':
      return `${remark.numbers.agree} of ${remark.numbers.methods} methods put ${remark.leader.name} first.`
    case 'plausibleWeights':
      return `Plausible cases: ${formatCount(remark.numbers.draws, 'draw')}, ${plausible[remark.draws]}, seed ${String(remark.numbers.seed)}.`
    default:
      return unreachable(remark)
  }
}

const plausible = {
  given: 'your weights, values as uncertain as their evidence',
  uniform: 'any weights',
  order: 'any weights in your order',
  intervals: 'weights within your ranges',
} as const
