import { describe, expect, test } from 'vitest'
import { readAccount } from '../schema/readAccount'
import { accountRow, type AccountRow } from '../account/AccountRow'
import { todayOf } from './todayOf'

const now = '2026-11-22T12:00:00.000Z'
const today = '2026-11-22'
const row = (name: string, fields: Partial<AccountRow>): AccountRow => ({ ...accountRow(name, readAccount({}), 0, null), name, ...fields })
const meeting = (title: string, startsAt: string): AccountRow['meetings'][number] => ({ meetingId: title, title, startsAt })
const names = (rows: readonly AccountRow[]): readonly string[] => rows.map(({ name }) => name)

describe('the first screen', () => {
  test('shows the meeting that is next or under way, and the others after it', () => {
    const rows = [
      row('a', { meetings: [meeting('over', '2026-11-22T09:59:00.000Z'), meeting('later', '2026-11-25T08:00:00.000Z')] }),
      row('b', { meetings: [meeting('under way', '2026-11-22T10:30:00.000Z')] }),
    ]
    const { next, later, notReadBack } = todayOf(rows, now, today)
    expect([next?.title, next?.row.name, later.map(({ title }) => title), notReadBack.map(({ title }) => title)]).toEqual(['under way', 'b', ['later'], ['over']])
    expect(todayOf([], now, today)).toEqual({ next: null, later: [], notReadBack: [], due: [], asked: [], collided: [] })
  })

  test('a meeting of weeks ago is history', () => {
    expect(todayOf([row('a', { meetings: [meeting('old', '2026-11-01T09:00:00.000Z')] })], now, today).notReadBack).toEqual([])
  })

  test('names what is late or due within a week, the earliest first', () => {
    const rows = [row('in a week', { nextDueOn: '2026-11-29' }), row('late', { nextDueOn: '2026-11-20' }), row('next month', { nextDueOn: '2026-12-20' }), row('nothing', {})]
    expect(names(todayOf(rows, now, today).due)).toEqual(['late', 'in a week'])
  })

  test('parked and closed accounts have no meetings here, but promises to them are owed; what is off the list is silent', () => {
    const all = { meetings: [meeting('m', '2026-11-23T09:00:00.000Z')], nextDueOn: '2026-11-20', conflicts: 1, remarksOpen: 1 }
    const { next, due, asked, collided } = todayOf([row('parked', { ...all, status: 'parked' }), row('gone', { ...all, isRemoved: true })], now, today)
    expect([next, names(due), names(asked), names(collided)]).toEqual([null, ['parked'], ['parked'], ['parked']])
  })
})
