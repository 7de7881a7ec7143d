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

/** A place for small notes without a window. */
export function memoryStorage(): Pick<Storage, 'getItem' | 'setItem'> {
  const kept = new Map<string, string>()
  return { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value) }
}
