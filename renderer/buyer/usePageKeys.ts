import { useEffect } from 'react'

const steps: { readonly [key: string]: (before: number, last: number) => number } = {
  ArrowRight: (before, last) => Math.min(last, before + 1),
  PageDown: (before, last) => Math.min(last, before + 1),
  ArrowLeft: (before) => Math.max(0, before - 1),
  PageUp: (before) => Math.max(0, before - 1),
  Home: () => 0,
  End: (_before, last) => last,
}

/** The arrow keys turn pages, except on a slider or in a field, where they are its own. */
export function usePageKeys(turn: (to: (before: number, last: number) => number) => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const step = steps[event.key]
      if (!step || event.altKey || event.ctrlKey || event.metaKey || event.target instanceof HTMLInputElement) return
      event.preventDefault()
      turn(step)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [turn])
}
