import { useCallback, useEffect, useRef } from 'react'

/** A function that stays the same one and does what the newest one does, for parts that are drawn only when something changes. */
export function useStable<Args extends readonly unknown[], Result>(run: (...args: Args) => Result): (...args: Args) => Result {
  const latest = useRef(run)
  useEffect(() => {
    latest.current = run
  })
  return useCallback((...args: Args) => latest.current(...args), [])
}
