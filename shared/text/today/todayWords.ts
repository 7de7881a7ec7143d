import type { AccountRow } from '../../domain/account/AccountRow'
import { dayIn, daysBetween, formatAge, formatDay, formatTime } from '../formatDate'
import { formatCount } from '../format'

/** `today 14:00`, `tomorrow 09:30`, `Wednesday, 25 Nov 2026, 08:00` in the reader's zone. */
export function sayMeetingTime(startsAt: string, today: string, zone: string): string {
  const day = dayIn(startsAt, zone)
  const time = formatTime(startsAt, zone)
  const days = daysBetween(today, day)
  if (days === 0) return `Today ${time}`
  if (days === 1) return `Tomorrow ${time}`
  if (days === -1) return `Yesterday ${time}`
  return `${formatDay(day)}, ${time}`
}

/** What a look at the account before the meeting would show, most pressing first. */
export function sayReadiness(row: AccountRow): readonly string[] {
  return [
    ...(row.contradictionsOpen > 0 ? [row.contradictionsOpen === 1 ? '1 contradiction is open' : `${row.contradictionsOpen} contradictions are open`] : []),
    ...(row.answersOwed > 0 ? [row.answersOwed === 1 ? '1 answer is owed' : `${row.answersOwed} answers are owed`] : []),
    ...(row.promisesOpen > 0 ? [row.promisesOpen === 1 ? '1 promise of ours is open' : `${row.promisesOpen} promises of ours are open`] : []),
    ...(row.unknowns > 0 ? [row.unknowns === 1 ? '1 value is not known' : `${row.unknowns} values are not known`] : []),
  ]
}

/** `2 days late`, `due today`, `due tomorrow`, `due in 5 days`. */
export function sayDue(dueOn: string, today: string): { readonly words: string; readonly isLate: boolean } {
  const days = daysBetween(today, dueOn)
  if (days === null) return { words: dueOn, isLate: false }
  if (days < 0) return { words: `${formatAge(-days)} late`, isLate: true }
  if (days === 0) return { words: 'due today', isLate: false }
  return { words: days === 1 ? 'due tomorrow' : `due in ${formatAge(days)}`, isLate: false }
}

/** `1 promise · 2 answers`. */
export function sayOwed({ promisesOpen, answersOwed }: AccountRow): string {
  return [...(promisesOpen > 0 ? [formatCount(promisesOpen, 'promise')] : []), ...(answersOwed > 0 ? [formatCount(answersOwed, 'answer')] : [])].join(' · ')
}
