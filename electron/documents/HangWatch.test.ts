import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { HangWatch } from './HangWatch'

let hangs: string[] = []
let watch: HangWatch

beforeEach(() => {
  vi.useFakeTimers()
  hangs = []
  watch = new HangWatch({ takeUpMs: 5_000, workMs: 60_000, lookMs: 1_000, onHang: (reason) => hangs.push(reason) })
})
afterEach(() => {
  vi.useRealTimers()
})

test('what is not taken up in time is a hang, what is taken up may take long, but not for ever', () => {
  watch.asked({ isReady: true })
  vi.advanceTimersByTime(4_900)
  watch.begun()
  vi.advanceTimersByTime(59_000)
  expect(hangs).toEqual([])
  vi.advanceTimersByTime(2_000)
  expect(hangs).toEqual(['notFinished'])
  watch.answered(1)
  vi.advanceTimersByTime(5_000)
  expect(hangs).toEqual(['notFinished', 'notTakenUp'])
})

test('a process that starts slowly is no hang, one that never gets ready is', () => {
  watch.asked({ isReady: false })
  vi.advanceTimersByTime(50_000)
  expect(hangs).toEqual([])
  watch.answered(1)
  vi.advanceTimersByTime(4_000)
  watch.begun()
  watch.answered(0)
  watch.asked({ isReady: false })
  vi.advanceTimersByTime(61_000)
  expect(hangs).toEqual(['notFinished'])
})

test('many questions behind a long one are no hang as long as it goes on', () => {
  watch.asked({ isReady: true })
  for (let number = 20; number > 0; number--) {
    watch.begun()
    watch.asked({ isReady: true })
    vi.advanceTimersByTime(30_000)
    watch.answered(number - 1)
  }
  vi.advanceTimersByTime(600_000)
  expect(hangs).toEqual([])
})
