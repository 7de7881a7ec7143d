import type { Scalar } from '#shared/domain/schema/fields'
import type { GridPlace } from './gridFocus'

/** What is going on in the table besides moving about. */
export type GridMode =
  | { readonly kind: 'rest' }
  | { readonly kind: 'edit'; readonly place: GridPlace; readonly startWith: string | null }
  | { readonly kind: 'evidence'; readonly place: GridPlace }
  | { readonly kind: 'menu'; readonly place: GridPlace }

/** What was typed or chosen; null where the cell was left as it was, so that nothing is assigned. */
export type CellChange = { readonly value: Scalar } | null

/** Where the focus goes when an edit is over; `none`: it is elsewhere already. */
export type AfterEdit = 'stay' | 'right' | 'left' | 'none'

export const atRest: GridMode = { kind: 'rest' }

export function isAt(mode: GridMode, kind: GridMode['kind'], row: string, column: string): boolean {
  return mode.kind === kind && mode.kind !== 'rest' && mode.place.row === row && mode.place.column === column
}
