import { describe, expect, it } from 'vitest'
import { laterDay } from './laterDay'

describe('the day ages are counted from', () => {
  it('is the laptop\u2019s own, unless its clock is behind the team\u2019s', () => {
    expect(laterDay('2026-11-22', null)).toBe('2026-11-22')
    expect(laterDay('2025-11-22', '2026-11-22T08:00:00.000Z')).toBe('2026-11-22')
    expect(laterDay('2026-11-24', '2026-11-22T08:00:00.000Z')).toBe('2026-11-24')
  })
})
