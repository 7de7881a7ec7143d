import { useEffect } from 'react'

/** What the task bar and the window switcher show. */
export function useWindowTitle(what: string): void {
  useEffect(() => {
    document.title = what === '' ? 'Plumbline' : `${what} – Plumbline`
  }, [what])
}
