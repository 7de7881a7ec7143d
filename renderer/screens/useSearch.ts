import { useEffect, useState } from 'react'
import type { SearchAnswer } from '../features/shell/commandLines'
import { useModel } from '../model/ModelContext'
import { useSettled } from '../ui/useSettled'

/** What main finds for a text; an answer to something typed before is not shown any more. */
export function useSearch(text: string, current: string | null): SearchAnswer | null {
  const { desktop } = useModel()
  const settled = useSettled(text.trim(), typingPauseMs)
  const [answer, setAnswer] = useState<SearchAnswer | null>(null)
  useEffect(() => {
    let isWanted = true
    if (settled !== '') {
      void desktop.invoke('search.find', { text: settled, current, limit: mostFound }).then((found) => {
        if (isWanted) setAnswer({ text: settled, found: found.ok ? found.value : [], problem: found.ok ? null : found.error.message })
      })
    }
    return () => {
      isWanted = false
    }
  }, [desktop, settled, current])
  return text.trim() === '' ? null : answer
}

/** Shorter than anybody waits, longer than between two letters of a word. */
const typingPauseMs = 120
const mostFound = 20
