import { parseRange } from '../schema/range'

export interface BuyerId {
  /** `option-1`: says only the place among what the buyer sees. */
  readonly newId: string
  readonly place: number
}

/** Which entities pass to the buyer, and what they are called there. What is not in here does not pass. */
export class BuyerIds {
  readonly #byCollection: ReadonlyMap<string, ReadonlyMap<string, BuyerId>>

  /** For each collection the word its new ids begin with and the ids that pass, in order. */
  constructor(passing: { readonly [collection: string]: { readonly word: string; readonly ids: readonly string[] } }) {
    this.#byCollection = new Map(
      Object.entries(passing).map(([name, { word, ids }]) => [name, new Map(ids.map((id, index) => [id, { newId: `${word}-${index + 1}`, place: index + 1 }]))]),
    )
  }

  of(collection: string): ReadonlyMap<string, BuyerId> {
    return this.#byCollection.get(collection) ?? new Map<string, BuyerId>()
  }

  /** The new id of a referenced entity; null where it does not pass. */
  reference(id: string): string | null {
    if (id === 'yes' || id === 'no') return id
    for (const ids of this.#byCollection.values()) {
      const found = ids.get(id)
      if (found) return found.newId
    }
    return null
  }

  /** A cell that holds text: a range stays, a category gets its new id, anything else is not known. */
  cellText(text: string): string | null {
    return parseRange(text) === null ? (this.of('categories').get(text)?.newId ?? null) : text
  }

  /** The key of a flat map under the new ids; null where a part of it does not pass. */
  key(collections: readonly string[], key: string): string | null {
    const parts = key.split(':')
    if (parts.length !== collections.length) return null
    const newParts = collections.map((collection, index) => this.of(collection).get(parts[index] ?? '')?.newId)
    return newParts.every((part) => part !== undefined) ? newParts.join(':') : null
  }
}
