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
    const ask = async (): Promise<void> => {
      // Without a text main only begins to read, before the first letter is typed.
      const found = await desktop.invoke('search.find', { text: settled, current, limit: mostFound })
      if (!isWanted || settled === '') return
      if (!found.ok) return setAnswer({ text: settled, found: [], isComplete: true, problem: found.error.message })
      setAnswer({ text: settled, ...found.value, problem: null })
      if (!found.value.isComplete) await ask()
    }
    void ask()
    return () => {
      isWanted = false
    }
  }, [desktop, settled, current])
  return text.trim() === '' ? null : answer
}

/** Shorter than anybody waits, longer than between two letters of a word. */
const typingPauseMs = 120
const mostFound = 20
