import type { Account, Contradiction } from '../../domain/account/Account'
import type { ReadBack } from '../../domain/path/readBack'
import { formatCount } from '../format'
import { formatDay } from '../formatDate'
import { sayOwner } from './promisedWords'
import { questionSubject } from './questionSubject'

export interface ReadBackWords {
  readonly decided: readonly string[]
  readonly open: readonly string[]
  readonly next: readonly string[]
}

/** The read-back in sentences, one a line, as the buyer ticks it. */
export function sayReadBack(account: Account, { chosen, weightsAgreed, ...rest }: ReadBack): ReadBackWords {
  return {
    decided: [
      chosen ? `You chose ${chosen.option.name}${chosen.on === null ? '' : ` on ${formatDay(chosen.on)}`}.${because(chosen.why)}` : 'You have not chosen yet.',
      ...(weightsAgreed ? [`What counts, and how much, was agreed on ${formatDay(weightsAgreed.on)}${weightsAgreed.with === '' ? '' : ` with ${weightsAgreed.with}`}.`] : []),
    ],
    open: [
      ...rest.openQuestions.map(({ text, ownerSide, owner, dueOn }) => `${text} ${sayOwner(ownerSide, owner)}${byDay(dueOn)}.`),
      ...rest.contradictions.map((contradiction) => sayContradiction(account, contradiction)),
      ...rest.accepted.map((question) => `${questionSubject(account, question) ?? question.text}: accepted as not known.`),
      ...(rest.unspokenUnknowns > 0 ? [`${formatCount(rest.unspokenUnknowns, 'value is', 'values are')} not known, and nobody was asked.`] : []),
      ...(rest.withoutProof > 0 ? [`${formatCount(rest.withoutProof, 'value has', 'values have')} no source yet.`] : []),
    ],
    next: rest.promises.map(({ text, side, who, dueOn }) => `${sayOwner(side, who)}: ${text}${byDay(dueOn)}.`),
  }
}

function because(why: string): string {
  return why.trim() === '' ? '' : ` ${why.trim()}`
}

function byDay(day: string | null): string {
  return day === null ? '' : `, by ${formatDay(day)}`
}

function sayContradiction(account: Account, { oneFinding, otherFinding, state, ownerSide, owner, dueOn }: Contradiction): string {
  const claim = (id: string | null): string => (id === null ? '' : (account.findings[id]?.claim ?? ''))
  const sides = `“${claim(oneFinding)}” against “${claim(otherFinding)}”`
  if (state === 'cannotBeKnown') return `${sides}: cannot be known.`
  return `${sides}: open. ${owner.trim() === '' ? 'Nobody owns it' : sayOwner(ownerSide, owner)}${byDay(dueOn)}.`
}
