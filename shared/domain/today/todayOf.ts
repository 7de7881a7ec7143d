import type { AccountRow, MeetingInRow } from '../account/AccountRow'

export interface MeetingOfAccount extends MeetingInRow {
  readonly row: AccountRow
}

/** What wants attention first, computed from the list alone. */
export interface Today {
  /** The meeting that is next, or under way; null where none is planned. */
  readonly next: MeetingOfAccount | null
  /** The meetings after it, soonest first. */
  readonly later: readonly MeetingOfAccount[]
  /** Meetings that are over and were not read back, newest first. */
  readonly notReadBack: readonly MeetingOfAccount[]
  /** Accounts where something of ours is due within a week or late, the earliest first. */
  readonly due: readonly AccountRow[]
  /** Accounts a colleague has looked at and wants changed. */
  readonly asked: readonly AccountRow[]
  /** Accounts with different values of colleagues. */
  readonly collided: readonly AccountRow[]
}

/** A meeting counts as under way for this long after its start. */
const meetingHours = 2
/** How far ahead what is due is named. */
const dueDays = 7
/** Older meetings are history, read back or not. */
const notReadBackDays = 14

/**
 * The first screen. `now` is UTC ISO text, `today` a day (`yyyy-MM-dd`) of this laptop. Accounts off the
 * list, parked or closed say nothing here, except for what was promised: a promise is owed to anybody.
 */
export function todayOf(rows: readonly AccountRow[], now: string, today: string): Today {
  const present = rows.filter((row) => !row.isRemoved)
  const active = present.filter((row) => row.status !== 'parked' && row.status !== 'closed')
  const meetings = active
    .flatMap((row) => row.meetings.map((meeting) => ({ ...meeting, row })))
    .sort((one, other) => (one.startsAt < other.startsAt ? -1 : 1))
  const underWayFrom = moved(now, -meetingHours * hourMs)
  const [next = null, ...later] = meetings.filter((meeting) => meeting.startsAt >= underWayFrom)
  const oldest = moved(now, -notReadBackDays * 24 * hourMs)
  const horizon = moved(`${today}T00:00:00.000Z`, dueDays * 24 * hourMs).slice(0, 10)
  return {
    next,
    later,
    notReadBack: meetings.filter((meeting) => meeting.startsAt < underWayFrom && meeting.startsAt >= oldest).reverse(),
    due: present.filter((row) => row.nextDueOn !== null && row.nextDueOn <= horizon).sort((one, other) => ((one.nextDueOn ?? '') < (other.nextDueOn ?? '') ? -1 : 1)),
    asked: present.filter((row) => row.review === 'changesAsked' || row.remarksOpen > 0),
    collided: present.filter((row) => row.conflicts > 0),
  }
}

const hourMs = 3_600_000

function moved(moment: string, byMs: number): string {
  return new Date(Date.parse(moment) + byMs).toISOString()
}
