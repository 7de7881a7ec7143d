import { useEffect, useRef, useState, type FocusEvent, type RefObject } from 'react'
import { placeIn, type GridPlace, type GridShape } from './gridFocus'
import { placeOfElement } from './useGridKeyboard'

/** The one tab stop of the table, which goes where the focus goes and stays near when its row or column is gone. */
export function useGridFocus(table: RefObject<HTMLTableElement | null>, shape: GridShape) {
  const [wanted, setWanted] = useState<GridPlace | null>(null)
  const tabStop = placeIn(shape, wanted)
  const hasFocus = useRef(false)
  const places = [...shape.rows, ...shape.columns].join(' ')

  useEffect(() => {
    if (hasFocus.current && document.activeElement === document.body) focusWhole(elementAt(table.current, tabStop))
    // eslint-disable-next-line react-hooks/exhaustive-deps -- only rows and columns that come and go can take the focus away
  }, [places])

  return {
    tabStop,
    focus: (place: GridPlace): void => {
      setWanted(place)
      focusWhole(elementAt(table.current, place))
    },
    onFocus: (event: FocusEvent<HTMLTableElement>): void => {
      hasFocus.current = true
      const place = placeOfElement(event.target, event.currentTarget)
      if (place) setWanted(place)
    },
    onBlur: (event: FocusEvent<HTMLTableElement>): void => {
      if (event.relatedTarget !== null) hasFocus.current = event.currentTarget.contains(event.relatedTarget)
    },
  }
}

function elementAt(table: HTMLElement | null, { row, column }: GridPlace): HTMLElement | null {
  return table?.querySelector<HTMLElement>(`[data-row="${row}"][data-column="${column}"]`) ?? null
}

/** Focusing alone leaves a cell where it is that lies half under the first column. */
function focusWhole(element: HTMLElement | null): void {
  element?.focus({ preventScroll: true })
  element?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
}
