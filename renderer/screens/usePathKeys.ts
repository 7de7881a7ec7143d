import { useEffect } from 'react'
import { neighbourStep, pathSteps, type PathStep } from '#shared/domain/path/PathStep'
import { isDialogOpen, isTyping } from '../features/shell/useShortcuts'

/** Alt with an arrow goes to the step before or after, Alt with a number to that step. In a field they belong to the text. */
export function usePathKeys(step: PathStep, onStep: (step: PathStep) => void): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || !event.altKey || event.ctrlKey || event.metaKey || isTyping(event.target) || isDialogOpen()) return
      const wanted = stepOfKey(event, step)
      if (!wanted) return
      event.preventDefault()
      if (wanted !== step) onStep(wanted)
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [step, onStep])
}

function stepOfKey({ key, code }: KeyboardEvent, step: PathStep): PathStep | null {
  if (key === 'ArrowLeft') return neighbourStep(step, -1)
  if (key === 'ArrowRight') return neighbourStep(step, 1)
  // With Alt some keyboards write another character on the digit.
  const digit = /^Digit([1-7])$/.exec(code)?.[1]
  return digit === undefined ? null : (pathSteps[Number(digit) - 1] ?? null)
}
