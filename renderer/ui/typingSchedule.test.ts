import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createTypingSchedule } from './typingSchedule'

describe('when typed text is sent', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('waits for a pause of 300 ms and then sends once', () => {
    const send = vi.fn()
    const typing = createTypingSchedule(send)
    typing.touch()
    vi.advanceTimersByTime(299)
    typing.touch()
    vi.advanceTimersByTime(299)
    expect(send).not.toHaveBeenCalled()
    vi.advanceTimersByTime(1)
    expect(send).toHaveBeenCalledTimes(1)
    vi.advanceTimersByTime(5_000)
    expect(send).toHaveBeenCalledTimes(1)
  })

  it('sends every second while somebody types without a pause', () => {
    const send = vi.fn()
    const typing = createTypingSchedule(send)
    for (let key = 0; key < 25; key++) {
      typing.touch()
      vi.advanceTimersByTime(100)
    }
    expect(send).toHaveBeenCalledTimes(2)
    vi.advanceTimersByTime(300)
    expect(send).toHaveBeenCalledTimes(3)
  })

  it('sends at once when the field is left, and nothing more afterwards', () => {
    const send = vi.fn()
    const typing = createTypingSchedule(send)
    typing.touch()
    typing.flush()
    expect(send).toHaveBeenCalledTimes(1)
    vi.advanceTimersByTime(5_000)
    typing.flush()
    expect(send).toHaveBeenCalledTimes(1)
  })
})
