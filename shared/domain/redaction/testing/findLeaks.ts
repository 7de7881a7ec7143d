import type { MarkedLeaf } from './markedAccount'

/** The leaves in a text that the buyer must not read. */
export function findLeaks(text: string, leaves: readonly MarkedLeaf[]): readonly string[] {
  return leaves.filter((leaf) => !leaf.isForBuyer && text.includes(leaf.marker)).map((leaf) => leaf.path)
}

/** The leaves that the buyer may read and that the text does not have. */
export function findMissing(text: string, leaves: readonly MarkedLeaf[]): readonly string[] {
  return leaves.filter((leaf) => leaf.isForBuyer && !text.includes(leaf.marker)).map((leaf) => leaf.path)
}
