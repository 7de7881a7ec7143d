import type { ClipboardEvent } from 'react'
import type { GridPlace } from './gridFocus'
import { placeOfElement } from './useGridKeyboard'

/** Copying and pasting on a cell; in a field, and where text is selected, they stay what they are. */
export function onClipboard(event: ClipboardEvent<HTMLTableElement>, act: (place: GridPlace) => void): void {
  const place = placeOfElement(event.target, event.currentTarget)
  if (!place || (event.type === 'copy' && window.getSelection()?.isCollapsed === false)) return
  event.preventDefault()
  act(place)
}
