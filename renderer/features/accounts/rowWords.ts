import type { AccountRow, MeetingInRow, ReviewInRow } from '#shared/domain/account/AccountRow'
import { formatCount } from '#shared/text/format'

export const reviewWords: { readonly [Review in ReviewInRow]: string } = {
  none: '',
  waiting: 'Waiting',
  changesAsked: 'Changes asked',
  approved: 'Approved',
}

/** The meeting that is still to come; null where none is planned. */
export function nextMeeting({ meetings }: AccountRow, now: string): MeetingInRow | null {
  return meetings.find(({ startsAt }) => startsAt >= now) ?? null
}

export function nameOfRow({ name }: AccountRow): string {
  return name.trim() || 'Account without a name'
}

/** What wants somebody's attention beside the columns. */
export function attentionOf({ conflicts, remarksOpen }: AccountRow): string | null {
  if (conflicts > 0) return formatCount(conflicts, 'conflict')
  return remarksOpen > 0 ? formatCount(remarksOpen, 'open remark') : null
}
