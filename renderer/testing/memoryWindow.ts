import type { AddressBar } from '../model/createPlaceStore'

/** An address bar without a window. */
export function memoryAddress(hash = ''): AddressBar {
  let present = hash
  const listeners = new Set<() => void>()
  return {
    hash: () => present,
    setHash: (next) => {
      present = next
      for (const listener of listeners) listener()
    },
    onChange: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
