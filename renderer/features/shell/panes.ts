/** Moves the focus to the next or previous part of the window; false where there is none. */
export function moveToPane(by: -1 | 1): boolean {
  const panes = [...document.querySelectorAll<HTMLElement>('[data-pane]')].filter((pane) => pane.checkVisibility())
  if (panes.length === 0) return false
  const here = panes.findIndex((pane) => pane.contains(document.activeElement))
  const next = here < 0 ? (by === 1 ? 0 : panes.length - 1) : (here + by + panes.length) % panes.length
  panes[next]?.focus()
  return true
}
