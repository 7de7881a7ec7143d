import type { Scalar } from '#shared/domain/schema/fields'
import type { ChangeMeta } from './Written'

/** One operation of a change, of all that the document's library tells. */
export interface ChangeOperation {
  readonly action: string
  readonly obj: string
  readonly key?: string
  readonly value?: unknown
}

/** What histories are read from; the document gives it, so that nobody else needs to know its library. */
export interface ChangeReader {
  /** All changes, in the order in which this laptop met them. */
  metas(): readonly ChangeMeta[]
  operations(hash: string): readonly ChangeOperation[]
  /** The way to an object from the root; null for one that is not reachable. */
  pathOf(object: string): readonly string[] | null
  /** The value that showed at a place while only these changes and what they are built on were there. */
  valueBefore(object: string, key: string, deps: readonly string[]): Scalar
}
