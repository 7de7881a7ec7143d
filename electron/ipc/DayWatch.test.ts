import { describe, expect, it } from 'vitest'
import { DayWatch } from './DayWatch'

function setUp() {
  let today = '2026-11-21'
  let look: (() => void) | null = null
  const announced: string[] = []
  const watch = new DayWatch({
    clock: { now: () => `${today}T00:00:00.000Z`, today: () => today },
    announce: (day) => announced.push(day),
    every: (_milliseconds, call) => {
      look = call
      return () => (look = null)
    },
  })
  return { watch, announced, setDay: (day: string) => (today = day), tick: () => look?.() }
}

describe('DayWatch', () => {
  it('announces a new day once', () => {
    const { watch, announced, setDay, tick } = setUp()
    watch.start()
    tick()
    setDay('2026-11-22')
    tick()
    tick()
    expect(announced).toEqual(['2026-11-22'])
  })

  it('announces the day on which the laptop woke up, and a day that was set back', () => {
    const { watch, announced, setDay, tick } = setUp()
    watch.start()
    setDay('2026-11-24')
    watch.look()
    setDay('2026-11-23')
    tick()
    expect(announced).toEqual(['2026-11-24', '2026-11-23'])
  })

  it('is silent after it was stopped', () => {
    const { watch, announced, setDay, tick } = setUp()
    watch.start()
    watch.stop()
    setDay('2026-11-22')
    tick()
    expect(announced).toEqual([])
  })
})
