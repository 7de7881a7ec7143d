import { describe, expect, it } from 'vitest'
import { daysBetween, formatAge, formatDay, formatDayDistance, formatDayLong, formatMoment, formatTime } from './formatDate'

describe('days', () => {
  it('are written out', () => {
    expect(formatDay('2026-11-21')).toBe('21 Nov 2026')
    expect(formatDayLong('2026-11-21')).toBe('Saturday, 21 November 2026')
  })

  it('that do not exist stay visible as they are', () => {
    for (const day of ['2026-02-31', 'tomorrow', '', '2026-1-1']) expect(formatDay(day)).toBe(day)
    expect(daysBetween('2026-02-31', '2026-03-01')).toBe(null)
  })

  it('are counted across leap days and clock changes', () => {
    expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2)
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2)
    expect(daysBetween('2026-03-30', '2026-03-28')).toBe(-2)
  })

  it('have an age', () => {
    expect([0, 1, 12, 59, 60, 240, 700, 800].map(formatAge)).toEqual(['0 days', '1 day', '12 days', '59 days', '1 month', '7 months', '22 months', '2 years'])
    expect(['2026-11-21', '2026-11-20', '2026-11-22', '2026-11-16', '2026-12-01'].map((day) => formatDayDistance(day, '2026-11-21'))).toEqual(['today', 'yesterday', 'tomorrow', '5 days ago', 'in 10 days'])
  })
})

describe('moments', () => {
  it('stand in the zone asked for, midnight and summer time included', () => {
    expect(formatMoment('2026-07-01T22:30:00.000Z', 'Europe/Berlin')).toBe('2 Jul 2026, 00:30')
    expect(formatMoment('2026-11-21T14:02:00.000Z', 'UTC')).toBe('21 Nov 2026, 14:02')
    expect(formatTime('2026-01-15T23:05:00.000Z', 'Asia/Kolkata')).toBe('04:35')
    expect(formatTime('not a moment', 'UTC')).toBe('not a moment')
  })
})
