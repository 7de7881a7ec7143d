import type { Clock } from '#shared/base/Clock'

export interface DayWatchParts {
  readonly clock: Clock
  readonly announce: (today: string) => void
  /** Calls again and again until the answer is called. */
  readonly every: (milliseconds: number, call: () => void) => () => void
}

/**
 * Notices that a new local day has begun: at midnight, after the laptop slept through it, or because somebody set the
 * clock. It looks often instead of waiting for midnight, because a timer set for then is wrong after each of those.
 */
export class DayWatch {
  readonly #parts: DayWatchParts
  #today: string
  #stop: (() => void) | null = null

  constructor(parts: DayWatchParts) {
    this.#parts = parts
    this.#today = parts.clock.today()
  }

  start(): void {
    this.#stop ??= this.#parts.every(lookEveryMs, () => this.look())
  }

  look(): void {
    const today = this.#parts.clock.today()
    if (today === this.#today) return
    this.#today = today
    this.#parts.announce(today)
  }

  stop(): void {
    this.#stop?.()
    this.#stop = null
  }
}

/** Half a minute late is early enough for a day. */
const lookEveryMs = 30_000
