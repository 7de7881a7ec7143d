import { expect, test } from 'vitest'
import { accountRow } from '../../domain/account/AccountRow'
import { readAccount } from '../../domain/schema/readAccount'
import { sayDue, sayMeetingTime, sayOwed, sayReadiness } from './todayWords'

const today = '2026-11-22'
const row = accountRow('a', readAccount({}), 0, null)

test('a meeting is told in the zone of the reader', () => {
  expect(sayMeetingTime('2026-11-22T13:00:00.000Z', today, 'Europe/Berlin')).toBe('Today 14:00')
  expect(sayMeetingTime('2026-11-22T23:30:00.000Z', today, 'Europe/Berlin')).toBe('Tomorrow 00:30')
  expect(sayMeetingTime('2026-11-22T03:00:00.000Z', today, 'America/New_York')).toBe('Yesterday 22:00')
  expect(sayMeetingTime('2026-11-25T08:00:00.000Z', today, 'UTC')).toBe('25 Nov 2026, 08:00')
})

test('what is open before a meeting is said in the singular and the plural, and nothing where all is well', () => {
  expect(sayReadiness(row)).toEqual([])
  expect(sayReadiness({ ...row, contradictionsOpen: 2, answersOwed: 1, promisesOpen: 1, unknowns: 3 })).toEqual([
    '2 contradictions are open',
    '1 answer is owed',
    '1 promise of ours is open',
    '3 values are not known',
  ])
})

test('what is due is late, due, or coming', () => {
  expect(['2026-11-20', '2026-11-22', '2026-11-23', '2026-11-27'].map((day) => sayDue(day, today))).toEqual([
    { words: '2 days late', isLate: true },
    { words: 'due today', isLate: false },
    { words: 'due tomorrow', isLate: false },
    { words: 'due in 5 days', isLate: false },
  ])
  expect(sayOwed({ ...row, promisesOpen: 1, answersOwed: 2 })).toBe('1 promise · 2 answers')
})
