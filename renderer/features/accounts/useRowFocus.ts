import { defaultRangeExtractor, useVirtualizer, type Virtualizer } from '@tanstack/react-virtual'
import { useLayoutEffect, useRef, useState, type KeyboardEvent, type RefObject } from 'react'
import type { AccountRow } from '#shared/domain/account/AccountRow'

interface RowFocus {
  readonly virtualizer: Virtualizer<HTMLDivElement, Element>
  readonly activeId: string | null
  readonly onActive: (accountId: string) => void
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
}

export const rowHeight = 52
export const headHeight = 36

/** Draws the rows in view, and the one with the focus wherever it is: one tab stop, and arrows from there. */
export function useRowFocus(rows: readonly AccountRow[], scroller: RefObject<HTMLDivElement | null>): RowFocus {
  const [wantedId, setWantedId] = useState<string | null>(null)
  const isMoving = useRef(false)
  const wanted = wantedId === null ? -1 : rows.findIndex(({ accountId }) => accountId === wantedId)
  const active = Math.max(0, wanted)
  const virtualizer = useVirtualizer<HTMLDivElement, Element>({
    count: rows.length,
    getScrollElement: () => scroller.current,
    getItemKey: (index) => rows[index]?.accountId ?? index,
    estimateSize: () => rowHeight,
    overscan: 8,
    scrollMargin: headHeight,
    scrollPaddingStart: headHeight,
    rangeExtractor: (range) => {
      const inView = defaultRangeExtractor(range)
      return active >= rows.length || inView.includes(active) ? inView : [...inView, active].sort((one, other) => one - other)
    },
  })

  useLayoutEffect(() => {
    if (!isMoving.current) return
    isMoving.current = false
    scroller.current?.querySelector<HTMLElement>(`[data-index="${active}"] button`)?.focus({ preventScroll: true })
  }, [active, scroller])

  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || !(event.target instanceof HTMLElement) || !event.target.closest('[data-index]')) return
    const page = Math.max(1, Math.floor(((scroller.current?.clientHeight ?? 0) - headHeight) / rowHeight) - 1)
    const last = rows.length - 1
    const moves: { readonly [key: string]: number } = { ArrowDown: active + 1, ArrowUp: active - 1, PageDown: active + page, PageUp: active - page, Home: 0, End: last }
    const goal = moves[event.key]
    if (goal === undefined) return
    event.preventDefault()
    const next = Math.min(last, Math.max(0, goal))
    const row = rows[next]
    if (!row || next === active) return
    isMoving.current = true
    setWantedId(row.accountId)
    virtualizer.scrollToIndex(next)
  }
  return { virtualizer, activeId: rows[active]?.accountId ?? null, onActive: setWantedId, onKeyDown }
}
