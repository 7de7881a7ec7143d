import { useEffect, useState } from 'react'

/** Gives the focus back to where it was when the component came, or to the main thing of the page where that is gone. */
export function useReturnFocus(): void {
  // Read while drawing: the trap of a dialog takes the focus right after.
  const [before] = useState(() => document.activeElement)
  useEffect(
    () => () => {
      if (before instanceof HTMLElement && before.isConnected) return before.focus()
      // What is left on the page may claim the focus itself first.
      setTimeout(() => {
        if (document.activeElement !== document.body) return
        const home = document.querySelector<HTMLElement>('[data-focus-home] [tabindex="0"]') ?? document.getElementById('content')
        home?.focus()
      })
    },
    [before],
  )
}
