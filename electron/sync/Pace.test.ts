import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Pace } from './Pace'

const pollMs = 5_000
const middle = () => 0.5
const reached = { cause: 'poll', isReached: true, received: 0, seals: false, hasSealed: false } as const
const failed = { ...reached, isReached: false } as const

describe('the pace of the exchange', () => {
  it('looks every few seconds while nothing happens', () => {
    const pace = new Pace(pollMs, middle)
    pace.wake(0)
    expect(pace.nextAt()).toBe(0)
    expect(pace.begin(0)).toEqual({ cause: 'poll', seals: false })
    pace.end(40, 0, reached)
    expect(pace.nextAt()).toBe(5_040)
  })

  it('puts a burst of edits into one pack once it has rested, and one that never rests after half a minute', () => {
    const pace = new Pace(pollMs, middle)
    pace.noticeEdit(1_000)
    pace.noticeEdit(3_000)
    expect(pace.nextAt()).toBe(8_000)
    for (let now = 4_000; now < 31_000; now += 1_000) pace.noticeEdit(now)
    expect(pace.nextAt()).toBe(31_000)
    expect(pace.begin(31_000)).toEqual({ cause: 'edits', seals: true })
    pace.noticeEdit(31_500)
    pace.end(32_000, 31_000, { ...reached, cause: 'edits', seals: true, hasSealed: true })
    expect(pace.begin(36_500)).toEqual({ cause: 'edits', seals: true })
  })

  it('does not put edits into a pack before they rest because something else is due', () => {
    const pace = new Pace(pollMs, middle)
    pace.wake(0)
    pace.noticeEdit(0)
    expect(pace.begin(10)).toEqual({ cause: 'poll', seals: false })
  })

  it('does not try without a pause where edits cannot be put into a pack', () => {
    const pace = new Pace(pollMs, middle)
    pace.noticeEdit(0)
    pace.begin(5_000)
    pace.end(5_010, 5_000, { ...reached, cause: 'edits', seals: true, hasSealed: false })
    expect(pace.nextAt()).toBe(10_010)
    expect(pace.begin(10_010)).toMatchObject({ seals: true })
  })

  it('sends what an earlier session left without waiting', () => {
    const pace = new Pace(pollMs, middle)
    pace.wake(0)
    pace.noticeLeftover(0)
    expect(pace.begin(0)).toMatchObject({ seals: true })
  })

  it('looks soon after a change was seen, once for files that arrive together', () => {
    const pace = new Pace(pollMs, middle)
    pace.wake(0)
    pace.begin(0)
    pace.end(0, 0, reached)
    for (const now of [1_000, 1_100, 1_200]) pace.noticeChange(now)
    expect(pace.nextAt()).toBeLessThan(1_600)
    expect(pace.begin(1_600)).toEqual({ cause: 'watch', seals: false })
    pace.end(1_700, 1_600, { ...reached, cause: 'watch', received: 3 })
    expect(pace.nextAt()).toBe(1_700 + 30_000)
  })

  it('looks often again when a poll finds what nobody told of', () => {
    const pace = new Pace(pollMs, middle)
    pace.end(0, 0, { ...reached, cause: 'watch', received: 1 })
    pace.end(30_000, 30_000, { ...reached, received: 1 })
    expect(pace.nextAt()).toBe(35_000)
  })

  it('comes back ever later while nothing can be reached, never later than half a minute and a bit, and at once when something moves there', () => {
    const pace = new Pace(pollMs, middle)
    const pauses: number[] = []
    for (let now = 0, round = 0; round < 6; round++) {
      pace.end(now, now, failed)
      pauses.push(pace.nextAt() - now)
      now = pace.nextAt()
    }
    expect(pauses).toEqual([5_000, 10_000, 20_000, 30_000, 30_000, 30_000])
    pace.noticeEdit(200_000)
    expect(pace.nextAt()).toBeGreaterThan(100_000)
    pace.noticeChange(110_000)
    expect(pace.nextAt()).toBeLessThan(112_000)
    expect(pace.begin(112_000).seals).toBe(true)
    pace.end(112_000, 112_000, reached)
    expect(pace.nextAt()).toBe(117_000)
  })

  it('spreads a team that lost its folder in one moment', () => {
    const pauses = [0, 0.25, 0.999].map((chance) => {
      const pace = new Pace(pollMs, () => chance)
      pace.end(0, 0, failed)
      return pace.nextAt()
    })
    expect(pauses).toEqual([4_000, 4_500, 5_998])
  })

  it('never forgets an edit and never waits longer than the longest pause, whatever happens in between', () => {
    const happening = fc.constantFrom('edit', 'change', 'round', 'failure', 'wait')
    fc.assert(
      fc.property(fc.array(happening, { maxLength: 60 }), (happenings) => {
        const pace = new Pace(pollMs, middle)
        let now = 0
        let unsealed = 0
        pace.wake(now)
        for (const what of happenings) {
          now += what === 'wait' ? 3_000 : 10
          if (what === 'edit') pace.noticeEdit(now)
          if (what === 'edit') unsealed++
          if (what === 'change') pace.noticeChange(now)
          if (what !== 'round' && what !== 'failure') continue
          now = Math.max(now, pace.nextAt())
          const due = pace.begin(now)
          const isReached = what === 'round'
          const hasSealed = due.seals && isReached
          if (hasSealed) unsealed = 0
          pace.end(now, now, { ...due, isReached, received: 0, hasSealed })
          expect(pace.nextAt() - now).toBeLessThanOrEqual(36_000)
        }
        for (let round = 0; unsealed > 0 && round < 20; round++) {
          now = pace.nextAt()
          const due = pace.begin(now)
          if (due.seals) unsealed = 0
          pace.end(now, now, { ...due, isReached: true, received: 0, hasSealed: due.seals })
        }
        expect(unsealed).toBe(0)
      }),
    )
  })
})
