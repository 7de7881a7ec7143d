import type { Scalar } from '../schema/fields'

/**
 * The only things that are done to an account, each naming exactly one path, so that nothing a
 * member did not touch is assigned (in Automerge any assignment wipes out a visible conflict).
 */
export type Operation =
  /** Assigns one short value. */
  | { readonly kind: 'put'; readonly path: readonly string[]; readonly value: Scalar }
  /** Makes an entity, whole, under a new id: its fields, its empty maps and collections. */
  | { readonly kind: 'make'; readonly path: readonly string[]; readonly entity: NewEntity }
  /** Changes collaborative text in place. */
  | { readonly kind: 'splice'; readonly path: readonly string[]; readonly index: number; readonly remove: number; readonly insert: string }
  /** Changes nothing: says that what stands at this leaf of the entity was looked at. */
  | { readonly kind: 'settle'; readonly path: readonly string[]; readonly field: string }

export type NewEntity = { readonly [key: string]: Scalar | NewEntity }
