import { idFromBytes } from '#shared/base/Id'
import type { Ids } from '#shared/base/Ids'

/** Ids that are the same in every run. */
export function seededIds(): Ids {
  let count = 0
  return {
    next: () => {
      count += 1
      const bytes = new Uint8Array(16)
      new DataView(bytes.buffer).setUint32(0, count)
      return idFromBytes(bytes)
    },
  }
}
