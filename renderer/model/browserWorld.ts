import type { Clock } from '#shared/base/Clock'
import { idFromBytes } from '#shared/base/Id'
import type { Ids } from '#shared/base/Ids'

export const randomIds: Ids = {
  next: () => idFromBytes(crypto.getRandomValues(new Uint8Array(16))),
}

/** For the moment something was saved. The day that counts ("today") is announced by main. */
export const browserClock: Clock = {
  now: () => new Date().toISOString(),
  today: () => {
    const now = new Date()
    return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-')
  },
}
