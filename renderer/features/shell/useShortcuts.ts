import { useEffect, useRef } from 'react'
import { moveToPane } from './panes'

export interface Shortcuts {
  readonly onCommandBox: () => void
  readonly onKeys: () => void
  readonly onUndo: () => void
  readonly onRedo: () => void
  readonly onToday: () => void
  readonly onAccounts: () => void
  readonly onReview: () => void
  readonly onSettings: () => void
  /** False where a single letter must not do anything (WCAG 2.1.4). */
  readonly singleKeys: boolean
}

/** The keys that work everywhere in the window. */
export function useShortcuts(shortcuts: Shortcuts): void {
  const latest = useRef(shortcuts)
  useEffect(() => {
    latest.current = shortcuts
  })
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (!event.defaultPrevented && handle(event, latest.current)) event.preventDefault()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [])
}

function handle(event: KeyboardEvent, shortcuts: Shortcuts): boolean {
  const key = event.key.toLowerCase()
  if (event.ctrlKey || event.metaKey) {
    // While a dialog asks something, the work under it is out of reach.
    if (key === 'k') return does(shortcuts.onCommandBox)
    if (key === ',') return does(shortcuts.onSettings)
    if (key === '1') return does(shortcuts.onToday)
    if (key === '2') return does(shortcuts.onAccounts)
    if (key === '3') return does(shortcuts.onReview)
    if (isTyping(event.target) || isDialogOpen()) return false
    if (key === 'z') return does(event.shiftKey ? shortcuts.onRedo : shortcuts.onUndo)
    return key === 'y' && does(shortcuts.onRedo)
  }
  if (key === 'f6') return moveToPane(event.shiftKey ? -1 : 1)
  if (key === 'f1') return does(shortcuts.onKeys)
  if (key === '?' && shortcuts.singleKeys && !isTyping(event.target) && !isDialogOpen()) return does(shortcuts.onKeys)
  return false
}

function does(action: () => void): true {
  action()
  return true
}

/** True in a field, where the keys of the work belong to the text. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('textarea, select, input:not([type="range"], [type="checkbox"], [type="radio"])'))
  )
}

/** While a dialog asks something, the work under it is out of reach. */
export function isDialogOpen(): boolean {
  return document.querySelector('[role="dialog"][aria-modal="true"]') !== null
}
