import type { KeyboardEvent } from 'react'
import type { GridHandlers } from './GridHandlers'
import { criteriaColumn, headRow, moveBy, nextPlace, type GridPlace, type GridShape } from './gridFocus'
import type { GridMode } from './GridMode'

interface GridKeyboard {
  readonly shape: GridShape
  readonly handlers: GridHandlers
  readonly singleKeys: boolean
  readonly setMode: (mode: GridMode) => void
  readonly focus: (place: GridPlace) => void
  /** False for the newcomer's column: there is nothing to type or to prove. */
  readonly canEdit: (place: GridPlace) => boolean
  readonly canType: (place: GridPlace) => boolean
  readonly isUnknown: (place: GridPlace) => boolean
}

/** What each key does on a cell or a head of the table. Never on a field inside it, nor on what floats over it. */
export function useGridKeyboard({ shape, handlers, singleKeys, setMode, focus, canEdit, canType, isUnknown }: GridKeyboard) {
  const onPlaceKey = (event: KeyboardEvent, place: GridPlace): boolean => {
    const isControl = event.ctrlKey || event.metaKey
    if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown') && place.row !== headRow) {
      handlers.onMoveCriterion(place.row, event.key === 'ArrowUp' ? -1 : 1)
      return true
    }
    if (event.altKey && (event.key === 'ArrowLeft' || event.key === 'ArrowRight') && place.row === headRow && place.column !== criteriaColumn) {
      handlers.onMoveOption(place.column, event.key === 'ArrowLeft' ? -1 : 1)
      return true
    }
    if (event.altKey) return false
    const next = moveBy(event.key, isControl, shape, place)
    if (next) {
      focus(next)
      return true
    }
    return !isControl && (onHeadKey(event, place) || onCellKey(event, place) || (singleKeys && onLetter(event, place)))
  }

  const onHeadKey = (event: KeyboardEvent, place: GridPlace): boolean => {
    const isHead = place.row === headRow || place.column === criteriaColumn
    if (!isHead || !['Enter', ' ', 'F2'].includes(event.key)) return false
    if (place.row === headRow && place.column === criteriaColumn) return false
    setMode({ kind: 'menu', place })
    return true
  }

  const onCellKey = (event: KeyboardEvent, place: GridPlace): boolean => {
    if (!canEdit(place)) return false
    if (event.key === 'Enter' || event.key === 'F2') setMode({ kind: 'edit', place, startWith: null })
    else if (event.key === ' ') setMode({ kind: 'evidence', place })
    else if (event.key === 'Delete') handlers.onSetCell(place.column, place.row, null)
    else if (/^[0-9?-]$/.test(event.key) && canType(place)) setMode({ kind: 'edit', place, startWith: event.key })
    else return false
    return true
  }

  const onLetter = (event: KeyboardEvent, place: GridPlace): boolean => {
    switch (event.key.toLowerCase()) {
      case 'd':
        handlers.onToggleDifferences()
        return true
      case 'm':
        if (place.row !== headRow) handlers.onToggleMustHave(place.row)
        return true
      case 'w':
        if (place.row !== headRow) handlers.onFocusWeight(place.row)
        return true
      case 'u': {
        const unknown = nextPlace(shape, place, isUnknown)
        if (unknown) focus(unknown)
        return true
      }
      default:
        return false
    }
  }

  return (event: KeyboardEvent<HTMLTableElement>): void => {
    const place = placeOfElement(event.target, event.currentTarget)
    if (place && onPlaceKey(event, place)) event.preventDefault()
  }
}

/** The place of a focused cell or of the button in its corner; null for fields and for what floats over the table. */
export function placeOfElement(element: EventTarget, table: HTMLElement): GridPlace | null {
  if (!(element instanceof HTMLElement) || !table.contains(element) || element.matches('input, select, textarea')) return null
  const { row, column } = element.closest<HTMLElement>('[data-row]')?.dataset ?? {}
  return row === undefined || column === undefined ? null : { row, column }
}
