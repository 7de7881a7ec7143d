import type { Scalar } from '../schema/fields'

/** One leaf of an account. */
export interface FieldPlace {
  /** `comparisons/<id>/criteria/<id>` */
  readonly at: string
  readonly field: string
  readonly key: string | null
}

/** One thing that became different in an account, by an edit or between two states. */
export type AccountFact =
  | ({ readonly kind: 'set'; readonly before: Scalar; readonly after: Scalar } & FieldPlace)
  /** Long text: what was written into it, and how many characters went. */
  | ({ readonly kind: 'wrote'; readonly inserted: string; readonly removed: number } & FieldPlace)
  | { readonly kind: 'added'; readonly at: string }
  | { readonly kind: 'removed'; readonly at: string }
  | { readonly kind: 'restored'; readonly at: string }
  | { readonly kind: 'moved'; readonly at: string }
  /** Somebody looked at what two had done there at the same time, and left it as it is. */
  | ({ readonly kind: 'reviewed' } & FieldPlace)

/** True where two facts are about the very same leaf. */
export function samePlace(one: AccountFact, other: AccountFact): boolean {
  return placeKey(one) === placeKey(other)
}

/** Stands for the leaf or the entity that a fact is about. */
export function placeKey(fact: AccountFact): string {
  return 'field' in fact ? [fact.at, fact.field, ...(fact.key === null ? [] : [fact.key])].join('/') : fact.at
}
