import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { atMostEvery } from './atMostEvery'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('atMostEvery', () => {
  it('runs at once, then once for a whole burst, and again at once after a rest', () => {
    let runs = 0
    const { call } = atMostEvery(100, () => (runs += 1))
    call()
    expect(runs).toBe(1)
    for (let times = 0; times < 50; times++) call()
    expect(runs).toBe(1)
    vi.advanceTimersByTime(100)
    expect(runs).toBe(2)
    vi.advanceTimersByTime(1_000)
    expect(runs).toBe(2)
    call()
    expect(runs).toBe(3)
  })

  it('runs no more after it was stopped', () => {
    let runs = 0
    const { call, stop } = atMostEvery(100, () => (runs += 1))
    call()
    call()
    stop()
    vi.advanceTimersByTime(1_000)
    expect(runs).toBe(1)
  })
})
