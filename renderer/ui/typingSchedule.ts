/** Text goes out this long after the last key … */
const pauseMs = 300
/** … and at least this often while somebody types without a pause. */
const longestMs = 1_000

export interface TypingSchedule {
  /** A key was pressed; there is text to send. */
  readonly touch: () => void
  /** Sends now what is waiting: the field is left, or the window closes. */
  readonly flush: () => void
}

/**
 * When typed text is sent: at most the last second of typing is not on its way to the disk. A slider
 * moved by keys waits for the pause alone (`null`), so that it is one step to undo.
 */
export function createTypingSchedule(send: () => void, longestWaitMs: number | null = longestMs): TypingSchedule {
  let pause: ReturnType<typeof setTimeout> | undefined
  let longest: ReturnType<typeof setTimeout> | undefined
  const flush = (): void => {
    if (pause === undefined) return
    clearTimeout(pause)
    clearTimeout(longest)
    pause = longest = undefined
    send()
  }
  return {
    touch: () => {
      clearTimeout(pause)
      pause = setTimeout(flush, pauseMs)
      if (longestWaitMs !== null) longest ??= setTimeout(flush, longestWaitMs)
    },
    flush,
  }
}
