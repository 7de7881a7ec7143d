import type { GridPlace } from './gridFocus'

/** What is going on in the table besides moving about. */
export type GridMode =
  | { readonly kind: 'rest' }
  | { readonly kind: 'edit'; readonly place: GridPlace; readonly startWith: string | null }
  | { readonly kind: 'evidence'; readonly place: GridPlace }
  | { readonly kind: 'menu'; readonly place: GridPlace }

/** Where the focus goes when an edit is over; `none`: it is elsewhere already. */
export type AfterEdit = 'stay' | 'right' | 'left' | 'none'

export const atRest: GridMode = { kind: 'rest' }

export function isAt(mode: GridMode, kind: GridMode['kind'], row: string, column: string): boolean {
  return mode.kind === kind && mode.kind !== 'rest' && mode.place.row === row && mode.place.column === column
}
