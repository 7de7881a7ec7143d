import type { StoredPack } from '../PackStore'

/** Bases that were written together and stand for this device's packs up to `through`. */
export interface Generation {
  readonly through: number
  readonly packs: readonly StoredPack[]
  /** When the last of them was written, by this device's clock. */
  readonly madeAt: number
}

/** The generations of which every pack is held, oldest first. One that was cut short is no generation. */
export function completeGenerations(stream: readonly StoredPack[]): readonly Generation[] {
  const byThrough = new Map<number, StoredPack[]>()
  for (const pack of stream) {
    if (pack.baseThrough === undefined || pack.table === null) continue
    byThrough.set(pack.baseThrough, [...(byThrough.get(pack.baseThrough) ?? []), pack])
  }
  return [...byThrough]
    .filter(([, packs]) => packs.some(({ baseParts }) => baseParts === packs.length))
    .map(([through, packs]) => ({ through, packs, madeAt: Math.max(...packs.map(({ createdAt }) => Date.parse(createdAt))) }))
    .sort((a, b) => a.through - b.through)
}
