import type { Ids } from '../base/Ids'
import { idFromBytes } from '../base/Id'

/** Ids that come out the same in every run. */
export function seededIds(seed = 1): Ids {
  let state = seed >>> 0
  const nextByte = (): number => {
    // xorshift32: enough for ids that only have to differ.
    state = (state ^ (state << 13)) >>> 0
    state = (state ^ (state >>> 17)) >>> 0
    state = (state ^ (state << 5)) >>> 0
    return state & 255
  }
  return { next: () => idFromBytes(Uint8Array.from({ length: 16 }, nextByte)) }
}
