import type { Account, Remark, Review } from '../../domain/account/Account'
import type { ReviewInRow } from '../../domain/account/AccountRow'
import type { ReviewPoint } from '../../domain/review/reviewPoints'
import type { StepOrAccount } from '../../domain/review/stepOfPlace'
import { formatCount, formatList } from '../format'
import { formatDay, formatMoment } from '../formatDate'
import { quoted, sayPlace, sayThing } from '../history/placeWords'
import { sayOwner } from '../path/promisedWords'
import { stepNames } from '../path/pathWords'

export const reviewWords: { readonly [State in ReviewInRow]: string } = {
  none: 'Not reviewed yet',
  waiting: 'Waits for a review',
  changesAsked: 'Changes asked',
  approved: 'Approved',
}

/** The heading over what changed on one step. */
export function sayStep(step: StepOrAccount): string {
  return step === 'account' ? 'The account and its people' : stepNames[step]
}

/** Something to look at, as one sentence. */
export function sayPoint(point: ReviewPoint): string {
  switch (point.kind) {
    case 'promiseLate':
      return `Late: ${quoted(point.text)}, promised by ${lower(sayOwner('ours', point.who))}, was due ${formatDay(point.dueOn)}.`
    case 'answerOwed':
      return `Answer owed${point.owner.trim() === '' ? '' : ` by ${point.owner.trim()}`}: ${quoted(point.text)}${owedDay(point)}.`
    case 'unknowns':
      return `${formatCount(point.count, 'value is', 'values are')} not known in ${titled(point.title)}.`
    case 'oursDecide':
      return `${ourShare(point)} Without ${them(point)} ${point.without === null ? 'nothing can be said.' : `${quoted(point.without)} would come first, not ${quoted(point.leader)}.`}`
    case 'oursWeigh':
      return `${ourShare(point)} Without ${them(point)} ${quoted(point.leader)} would come first as well.`
  }
}

function ourShare({ criteria, percent, title }: Extract<ReviewPoint, { kind: 'oursDecide' | 'oursWeigh' }>): string {
  const [are, carry] = criteria.length === 1 ? ['was', 'carries'] : ['were', 'carry']
  return `${formatList(criteria.map(quoted))} ${are} our idea and ${carry} ${percent} % of the weight in ${titled(title)}.`
}

function them({ criteria }: Extract<ReviewPoint, { kind: 'oursDecide' | 'oursWeigh' }>): string {
  return criteria.length === 1 ? 'it' : 'them'
}

function owedDay({ dueOn, isLate }: Extract<ReviewPoint, { kind: 'answerOwed' }>): string {
  if (dueOn === null) return ', no day given'
  return isLate ? `, was due ${formatDay(dueOn)}` : `, due ${formatDay(dueOn)}`
}

function titled(title: string): string {
  return title.trim() === '' ? 'the comparison' : quoted(title.trim())
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}

/** What a remark is about: `The account as a whole`, `Weight of Price in “Which car?”`, `The promise “…”`. */
export function sayAbout(account: Account, { at, field, key }: Pick<Remark, 'at' | 'field' | 'key'>): string {
  if (at === '') return 'The account as a whole'
  const words = field === '' ? sayThing(account, at) : sayPlace(account, { at, field, key: key === '' ? null : key })
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** Who decided or asked, and when; the zone is an IANA name. */
export function sayReview({ decision, askedBy, askedAt, decidedBy, decidedAt }: Review, zone: string): string {
  const [who, when] = decision === 'waiting' ? [askedBy, askedAt] : [decidedBy, decidedAt]
  const by = who.trim() === '' ? 'somebody' : who.trim()
  const at = when === null ? '' : `, ${formatMoment(when, zone)}`
  switch (decision) {
    case 'waiting':
      return `${by === 'somebody' ? 'Somebody' : by} asked for a review${at}`
    case 'changesAsked':
      return `Changes asked by ${by}${at}`
    case 'approved':
      return `Approved by ${by}${at}`
  }
}

/** What is said of a decision that has not reached the team folder. */
export function sayUnsent(decision: Review['decision']): string {
  return decision === 'approved' ? 'Approved here, will be sent.' : 'Asked for changes here, will be sent.'
}
