/** So long nothing must happen for a burst to be over. */
const quietMs = 500
/** Somebody who types without a pause gets a file in between. */
const longestMs = 5_000

/** A burst of edits: `isOver` is called once, a moment after the last of them. */
export class Burst {
  #firstAt: number | null = null
  #timer: NodeJS.Timeout | null = null

  constructor(private readonly isOver: () => void) {}

  touch(): void {
    const now = performance.now()
    this.#firstAt ??= now
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = setTimeout(() => {
      this.end()
      this.isOver()
    }, burstDelay(this.#firstAt, now))
    // What waits here is also written when the workspace closes.
    this.#timer.unref()
  }

  end(): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = null
    this.#firstAt = null
  }
}

/** How long to wait from now: half a second of quiet, but never beyond five seconds after the first edit. */
export function burstDelay(firstAtMs: number, nowMs: number): number {
  return Math.max(0, Math.min(quietMs, firstAtMs + longestMs - nowMs))
}
