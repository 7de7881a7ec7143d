import { inOrder } from '../schema/order'
import type { Account, Review } from './Account'

/** A meeting that was not read back yet, as the first screen shows it. */
export interface MeetingInRow {
  readonly meetingId: string
  readonly title: string
  /** UTC ISO text. */
  readonly startsAt: string
}

/** Where the newest review of an account stands. */
export type ReviewInRow = 'none' | 'waiting' | 'changesAsked' | 'approved'

/** One line of the accounts list, answered from the index without opening a document. */
export interface AccountRow {
  readonly accountId: string
  readonly name: string
  readonly industry: string
  /** For finding the account again when a list is taken in: the buyer's web domain and people's addresses, lower case. */
  readonly domain: string
  readonly mails: readonly string[]
  readonly owner: string
  /** What the buyer wants to decide: the question of the first comparison. */
  readonly question: string
  readonly status: Account['profile']['status']
  readonly isSample: boolean
  /** Taken off the list: shown nowhere but where it can be brought back. */
  readonly isRemoved: boolean
  readonly comparisons: number
  /** Cells of all comparisons that nobody knows yet. */
  readonly unknowns: number
  /** Meetings not read back yet, soonest first, at most `meetingsInRow`. */
  readonly meetings: readonly MeetingInRow[]
  readonly contradictionsOpen: number
  /** Open questions whose answer the buyer waits for from us. */
  readonly answersOwed: number
  readonly promisesOpen: number
  /** The earliest day something of ours is due: a promise or an answer. */
  readonly nextDueOn: string | null
  readonly review: ReviewInRow
  readonly remarksOpen: number
  readonly conflicts: number
  /** When somebody last changed it, UTC ISO text; a claim of that laptop's clock. */
  readonly changedAt: string | null
}

/** The order of lists: by name whatever the case, then by id. */
export function byName(one: AccountRow, other: AccountRow): number {
  return compare(one.name.toLowerCase(), other.name.toLowerCase()) || compare(one.accountId, other.accountId)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** The row of an account. `conflicts` and `changedAt` are the document's to know. */
export function accountRow(accountId: string, account: Account, conflicts: number, changedAt: string | null): AccountRow {
  const comparisons = inOrder(account.comparisons)
  const promises = inOrder(account.promises).filter((promise) => promise.side === 'ours' && promise.state === 'open')
  const owed = inOrder(account.questions).filter((question) => question.ownerSide === 'ours' && question.state === 'open')
  const reviews = inOrder(account.reviews)
  return {
    accountId,
    name: account.profile.name,
    industry: account.profile.industry,
    domain: account.profile.domain.trim().toLowerCase(),
    mails: inOrder(account.people).flatMap((person) => (person.mail.trim() === '' ? [] : [person.mail.trim().toLowerCase()])),
    owner: account.profile.owner,
    question: comparisons[0]?.question ?? '',
    status: account.profile.status,
    isSample: account.profile.sample,
    isRemoved: account.profile.removedAt !== null,
    comparisons: comparisons.length,
    unknowns: comparisons.reduce((sum, comparison) => sum + countUnknowns(comparison), 0),
    meetings: openMeetings(account),
    contradictionsOpen: inOrder(account.contradictions).filter((contradiction) => contradiction.state === 'open').length,
    answersOwed: owed.length,
    promisesOpen: promises.length,
    nextDueOn: earliest([...promises, ...owed].map((task) => task.dueOn)),
    review: newestReview(reviews)?.decision ?? 'none',
    remarksOpen: reviews.reduce((sum, review) => sum + inOrder(review.remarks).filter((remark) => remark.state === 'open').length, 0),
    conflicts,
    changedAt,
  }
}

/** Cells without a value, of the options still looked at; the newcomer is nobody we know and is not counted. */
export function countUnknowns(comparison: Account['comparisons'][string]): number {
  const options = inOrder(comparison.options).filter((option) => option.kind !== 'newcomer' && option.setAsideOn === null)
  const criteria = inOrder(comparison.criteria)
  return options.reduce(
    (sum, option) => sum + criteria.filter((criterion) => (comparison.cellValue[`${option.id}:${criterion.id}`] ?? null) === null).length,
    0,
  )
}

/** How many meetings a row carries: a list of accounts is no calendar. */
export const meetingsInRow = 5

function openMeetings(account: Account): readonly MeetingInRow[] {
  return inOrder(account.meetings)
    .flatMap(({ id, title, startsAt, confirmedOn }) => (startsAt === null || confirmedOn !== null ? [] : [{ meetingId: id, title, startsAt }]))
    .sort((one, other) => (one.startsAt < other.startsAt ? -1 : 1))
    .slice(0, meetingsInRow)
}

/** The review that was asked for or decided last. */
export function newestReview(reviews: readonly Review[]): Review | null {
  return reviews.reduce<Review | null>((newest, review) => (newest === null || momentOf(review) >= momentOf(newest) ? review : newest), null)
}

function momentOf(review: Review): string {
  return review.decidedAt ?? review.askedAt ?? ''
}

function earliest(days: readonly (string | null)[]): string | null {
  return days.reduce<string | null>((first, day) => (day !== null && (first === null || day < first) ? day : first), null)
}
