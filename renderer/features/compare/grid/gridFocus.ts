import type { GridRow } from './gridModel'

/** A place in the table, by what stands there, so that it survives moved rows and columns. */
export interface GridPlace {
  /** A criterion, or the head of the table. */
  readonly row: string
  /** An option, or the column of the criteria. */
  readonly column: string
}

export const headRow = 'head'
export const criteriaColumn = 'criteria'

export interface GridShape {
  readonly rows: readonly string[]
  readonly columns: readonly string[]
}

export function gridShape(rows: readonly GridRow[], optionIds: readonly string[]): GridShape {
  return { rows: [headRow, ...rows.flatMap((row) => (row.kind === 'criterion' ? [row.criterion.id] : []))], columns: [criteriaColumn, ...optionIds] }
}

/** The place itself, or the nearest one left when its row or column is gone. */
export function placeIn(shape: GridShape, place: GridPlace | null): GridPlace {
  const row = place && shape.rows.includes(place.row) ? place.row : (shape.rows[1] ?? headRow)
  const column = place && shape.columns.includes(place.column) ? place.column : (shape.columns[1] ?? criteriaColumn)
  return { row, column }
}

/** How far Page Up and Page Down go. */
const pageRows = 8

/** Where a key leads from a place; null for a key that moves nowhere. */
export function moveBy(key: string, isControl: boolean, shape: GridShape, place: GridPlace): GridPlace | null {
  const row = shape.rows.indexOf(place.row)
  const column = shape.columns.indexOf(place.column)
  const to = (nextRow: number, nextColumn: number): GridPlace => ({
    row: shape.rows[clamp(nextRow, shape.rows.length)] ?? place.row,
    column: shape.columns[clamp(nextColumn, shape.columns.length)] ?? place.column,
  })
  const last = { row: shape.rows.length - 1, column: shape.columns.length - 1 }
  switch (key) {
    case 'ArrowUp':
      return to(isControl ? 0 : row - 1, column)
    case 'ArrowDown':
      return to(isControl ? last.row : row + 1, column)
    case 'ArrowLeft':
      return to(row, isControl ? 0 : column - 1)
    case 'ArrowRight':
      return to(row, isControl ? last.column : column + 1)
    case 'Home':
      return to(isControl ? 0 : row, 0)
    case 'End':
      return to(isControl ? last.row : row, last.column)
    case 'PageUp':
      return to(row - pageRows, column)
    case 'PageDown':
      return to(row + pageRows, column)
    default:
      return null
  }
}

/** The next place after this one, row by row and round to the start, where something holds; null where it holds nowhere. */
export function nextPlace(shape: GridShape, from: GridPlace, holds: (place: GridPlace) => boolean): GridPlace | null {
  const places = shape.rows.flatMap((row) => shape.columns.map((column) => ({ row, column })))
  const start = places.findIndex((place) => place.row === from.row && place.column === from.column)
  return [...places.slice(start + 1), ...places.slice(0, start + 1)].find(holds) ?? null
}

function clamp(index: number, length: number): number {
  return Math.max(0, Math.min(length - 1, index))
}
