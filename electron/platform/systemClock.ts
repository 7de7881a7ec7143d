import type { Clock } from '#shared/base/Clock'

/** The laptop's own clock and time zone. */
export const systemClock: Clock = {
  now: () => new Date().toISOString(),
  today: () => {
    const now = new Date()
    return `${pad(now.getFullYear(), 4)}-${pad(now.getMonth() + 1, 2)}-${pad(now.getDate(), 2)}`
  },
}

function pad(value: number, length: number): string {
  return String(value).padStart(length, '0')
}
