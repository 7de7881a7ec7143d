import { useEffect, useMemo, useRef, useState } from 'react'
import { createTypingSchedule } from './typingSchedule'

export interface Typing {
  readonly value: string
  /** Called with the whole text when it is time to send it. */
  readonly onWrite: (text: string) => void
  /** Told when text waits to be sent; the answer is called when none waits any more. */
  readonly onTyping?: (() => () => void) | undefined
  /** Puts what was typed on top of a value that arrived meanwhile; without it what was typed stays. */
  readonly merge?: ((base: string, typed: string, incoming: string) => string) | undefined
}

interface Draft {
  readonly text: string
  /** The value the text was typed on. */
  readonly base: string
}

/** A text field that sends what is typed after a pause, when it is left and when the window closes. */
export function useTyping({ value, onWrite, onTyping, merge }: Typing) {
  const [draft, setDraft] = useState<Draft | null>(null)
  if (draft !== null && value !== draft.base) {
    setDraft(value === draft.text ? null : { base: value, text: merge ? merge(draft.base, draft.text, value) : draft.text })
  }
  const latest = useRef({ draft, onWrite, onTyping })
  const over = useRef<(() => void) | null>(null)
  useEffect(() => {
    latest.current = { draft, onWrite, onTyping }
  })

  const schedule = useMemo(
    () =>
      createTypingSchedule(() => {
        const { draft, onWrite } = latest.current
        if (draft !== null && draft.text !== draft.base) onWrite(draft.text)
        over.current?.()
        over.current = null
      }),
    [],
  )
  useEffect(() => {
    window.addEventListener('pagehide', schedule.flush)
    return () => {
      window.removeEventListener('pagehide', schedule.flush)
      schedule.flush()
    }
  }, [schedule])

  return {
    text: draft?.text ?? value,
    write: (text: string) => {
      const next = { text, base: draft?.base ?? value }
      // The schedule may run before the next render has put the draft there.
      latest.current = { ...latest.current, draft: next }
      setDraft(next)
      over.current ??= onTyping?.() ?? null
      schedule.touch()
    },
    leave: () => {
      schedule.flush()
      setDraft(null)
    },
  }
}
