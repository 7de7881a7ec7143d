import { createStore } from 'zustand/vanilla'
import { hashToPlace, placeToHash, type Place } from './Place'

export interface PlaceState {
  readonly place: Place
  readonly go: (place: Place) => void
}

/** The part of the window's address and its history that is used here. */
export interface AddressBar {
  readonly hash: () => string
  readonly setHash: (hash: string) => void
  readonly onChange: (listener: () => void) => () => void
}

export function createPlaceStore(address: AddressBar) {
  const store = createStore<PlaceState>()((set) => ({
    place: hashToPlace(address.hash()),
    go: (place) => {
      set({ place })
      address.setHash(placeToHash(place))
    },
  }))
  address.onChange(() => {
    if (placeToHash(store.getState().place) !== address.hash()) store.setState({ place: hashToPlace(address.hash()) })
  })
  return store
}

export function browserAddress(): AddressBar {
  return {
    hash: () => window.location.hash,
    setHash: (hash) => {
      if (window.location.hash !== hash) window.location.hash = hash
    },
    onChange: (listener) => {
      window.addEventListener('hashchange', listener)
      return () => window.removeEventListener('hashchange', listener)
    },
  }
}
