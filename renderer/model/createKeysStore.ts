import { createStore } from 'zustand/vanilla'

export interface KeysState {
  /** Whether keys without Ctrl or Alt do something outside fields; speech input presses them by accident. */
  readonly singleKeys: boolean
  readonly setSingleKeys: (singleKeys: boolean) => void
}

const storageKey = 'single-keys'

export function createKeysStore(storage: Pick<Storage, 'getItem' | 'setItem'>) {
  return createStore<KeysState>()((set) => ({
    singleKeys: storage.getItem(storageKey) !== 'off',
    setSingleKeys: (singleKeys) => {
      storage.setItem(storageKey, singleKeys ? 'on' : 'off')
      set({ singleKeys })
    },
  }))
}
