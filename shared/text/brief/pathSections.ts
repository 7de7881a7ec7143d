import type { BriefItem } from '../../domain/brief/BriefContent'
import type { ComparisonAnalysis } from '../../domain/comparison/analyseComparison'
import { strengthsOfOthers } from '../../domain/comparison/decisionRows'
import type { BuyerContradiction, BuyerFinding, BuyerPromise, BuyerQuestion, BuyerView, ReadBack } from '../../domain/redaction/BuyerView'
import { inOrder } from '../../domain/schema/order'
import { asSentence } from '../decision/sayStability'
import { formatList } from '../format'
import { formatDay } from '../formatDate'
import { tableGroups } from './briefTable'

/** What the buyer read elsewhere, where from, and whether we see it the same way. */
export function foundItems(view: BuyerView): readonly BriefItem[] {
  return inOrder(view.findings).map((finding) => ({ text: [asSentence(finding.claim), sourceOf(view, finding), viewOf(finding)].filter((part) => part !== '').join(' ') }))
}

function sourceOf(view: BuyerView, { sourceTitle, readBy, readOn }: BuyerFinding): string {
  const reader = readBy === null ? '' : (view.people[readBy]?.name.trim() ?? '')
  const parts = [sourceTitle.trim(), reader === '' ? '' : `read by ${reader}`, readOn === null ? '' : formatDay(readOn)].filter((part) => part !== '')
  return parts.length === 0 ? '' : `(${parts.join(', ')})`
}

const viewWords: { readonly [view in BuyerFinding['ourView']]: string } = { notSaid: '', agree: 'We agree', disagree: 'We disagree', unsure: 'We are not sure' }

function viewOf({ ourView, ourReason }: BuyerFinding): string {
  const words = viewWords[ourView]
  if (words === '') return ''
  return ourReason.trim() === '' ? `${words}.` : asSentence(`${words}: ${ourReason.trim()}`)
}

/** Where two findings cannot both be true, and what became of it. */
export function contradictionItems(view: BuyerView): readonly BriefItem[] {
  return inOrder(view.contradictions).map((contradiction) => {
    const claim = (id: string | null): string => (id === null ? '' : (view.findings[id]?.claim.trim().replace(/\.$/, '') ?? ''))
    return { text: `“${claim(contradiction.oneFinding)}” against “${claim(contradiction.otherFinding)}”. ${stateOf(contradiction)}` }
  })
}

function stateOf(contradiction: BuyerContradiction): string {
  const answer = contradiction.answer.trim()
  switch (contradiction.state) {
    case 'settled':
      return answer === '' ? 'Settled.' : asSentence(`Settled: ${answer}`)
    case 'cannotBeKnown':
      return answer === '' ? 'It cannot be known.' : asSentence(`It cannot be known: ${answer}`)
    case 'open':
      return ['Open.', contradiction.settledBy.trim() === '' ? '' : asSentence(`It would be settled by: ${contradiction.settledBy.trim()}`), whoAndWhen(contradiction)]
        .filter((part) => part !== '')
        .join(' ')
  }
}

/** `Kim (us) finds out by 3 Dec 2026.` */
function whoAndWhen({ owner, ownerSide, dueOn }: Pick<BuyerQuestion, 'owner' | 'ownerSide' | 'dueOn'>): string {
  const name = owner.trim()
  if (name === '') return dueOn === null ? '' : `Due ${formatDay(dueOn)}.`
  return `${name} (${ownerSide === 'ours' ? 'us' : 'you'}) finds out${dueOn === null ? '' : ` by ${formatDay(dueOn)}`}.`
}

/** What nobody knows yet, who finds out, and what was left open on purpose. */
export function questionItems(view: BuyerView): readonly BriefItem[] {
  return inOrder(view.questions).map((question) => {
    const asked = asSentence(question.text).replace(/([?!…])\.$/, '$1')
    switch (question.state) {
      case 'answered':
        return { text: `${asked} ${asSentence(question.answer.replace(/\s+/g, ' '))}`.trim() }
      case 'accepted':
        return { text: `${asked} Left as not known, on purpose.` }
      case 'open':
        return { text: `${asked} ${whoAndWhen(question)}`.trim() }
    }
  })
}

/** Who promised what to whom, and whether it was kept. */
export function promiseItems(view: BuyerView): readonly BriefItem[] {
  return inOrder(view.promises).map((promise) => ({ term: promiserOf(promise), text: [asSentence(promise.text), standOf(promise)].filter((part) => part !== '').join(' ') }))
}

function promiserOf({ side, who }: BuyerPromise): string {
  const name = who.trim()
  return `${side === 'ours' ? 'We' : 'You'}${name === '' ? '' : ` (${name})`}:`
}

function standOf({ state, dueOn, closedOn }: BuyerPromise): string {
  const closed = closedOn === null ? '' : ` on ${formatDay(closedOn)}`
  if (state === 'kept') return `Kept${closed}.`
  if (state === 'broken') return `Not kept${closed}.`
  return dueOn === null ? '' : `By ${formatDay(dueOn)}.`
}

/** The newest read-back, the confirmed ones before drafts; null where none was written. */
export function lastReadBack(view: BuyerView): ReadBack | null {
  const meetings = [...inOrder(view.meetings)].sort((a, b) => Number(a.confirmedOn !== null) - Number(b.confirmedOn !== null) || ((a.startsAt ?? '') < (b.startsAt ?? '') ? -1 : 1))
  return meetings.at(-1) ?? null
}

/** What was chosen, decided, left open and comes next, as it was read back. */
export function agreedItems(view: BuyerView): readonly BriefItem[] {
  const { comparison } = view
  const chosen = comparison.chosenOption === null ? '' : (comparison.options[comparison.chosenOption]?.name ?? '')
  const readBack = lastReadBack(view)
  const items: readonly BriefItem[] = [
    ...(chosen === '' ? [] : [{ term: 'Your choice:', text: [`${chosen}${comparison.chosenOn === null ? '.' : `, on ${formatDay(comparison.chosenOn)}.`}`, asSentence(comparison.chosenWhy)].filter((part) => part !== '').join(' ') }]),
    ...(readBack === null ? [] : [item('Decided:', readBack.decided), item('Open:', readBack.open), item('Next:', readBack.next)]),
  ].filter((found) => found.text !== '')
  return readBack === null ? items : [...items, { text: confirmationOf(view, readBack) }]
}

function item(term: string, prose: string): BriefItem {
  return { term, text: oneLine(prose) }
}

/** Lines of a note as sentences behind each other. */
function oneLine(prose: string): string {
  return prose
    .split('\n')
    .map((line) => asSentence(line.replace(/^\s*[-*•]\s*/, '')))
    .filter((line) => line !== '')
    .join(' ')
}

function confirmationOf(view: BuyerView, { confirmedOn, confirmedBy }: ReadBack): string {
  if (confirmedOn === null) return 'Not confirmed by you yet.'
  const name = confirmedBy === null ? '' : (view.people[confirmedBy]?.name.trim() ?? '')
  return `Confirmed${name === '' ? '' : ` by ${name}`} on ${formatDay(confirmedOn)}.`
}

/** What speaks for and against the options that are always there. */
export function argumentItems(view: BuyerView): readonly BriefItem[] {
  return inOrder(view.comparison.options)
    .filter(({ kind, argument }) => (kind === 'stayAsIs' || kind === 'inHouse') && argument.trim() !== '')
    .map(({ name, argument }) => ({ term: `${name}:`, text: oneLine(argument) }))
}

/** Where each option falls short, in our words, and what the others do better than the first. */
export function limitItems(view: BuyerView, analysis: ComparisonAnalysis): readonly BriefItem[] {
  const { leader, options } = analysis.evaluation
  const first = leader === null ? '' : (options[leader] ?? '')
  const places = tableGroups(analysis).flatMap((group) => group.places)
  const strengths = strengthsOfOthers(analysis, places)
  const items = places.flatMap((place) => {
    const option = analysis.options[place]
    const limits = oneLine(option ? (view.comparison.options[option.id]?.limits ?? '') : '')
    const better = strengths.find((row) => row.option.id === option?.id)?.criteria.map(({ name }) => name) ?? []
    const text = [better.length === 0 ? '' : `Better than ${first} on ${formatList(better)}.`, limits].filter((part) => part !== '').join(' ')
    return option && text !== '' ? [{ term: `${option.name}:`, text }] : []
  })
  // A comparison in which nobody else is better at anything is likely to be one-sided, and says so.
  const isOneSided = leader !== null && strengths.length === 0 && places.some((place) => place !== leader)
  return isOneSided ? [...items, { text: 'Nobody else is better at anything that is known. Ask what was left out.' }] : items
}

/** Who pays for the advice; said even where nobody wrote it down. */
export function paidByWords({ comparison }: BuyerView): string {
  return comparison.paidBy.trim() === '' ? 'Who pays us for this advice is not written down. Ask us.' : `Who pays us for this advice: ${asSentence(comparison.paidBy)}`
}
