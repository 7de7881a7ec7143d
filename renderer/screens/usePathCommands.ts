import { useMemo } from 'react'
import { pathSteps, type PathStep } from '#shared/domain/path/PathStep'
import { stepNames, stepQuestions } from '#shared/text/path/pathWords'
import type { CommandSet } from '../model/createCommandsStore'
import { useCommands } from '../model/ModelContext'

/** Offers every step of the account in the command box; its question finds it too. */
export function usePathCommands(onStep: (step: PathStep) => void): void {
  const set = useMemo(
    (): CommandSet => ({
      commands: pathSteps.map((step, index) => ({
        id: step,
        section: 'The path',
        title: `Go to step ${index + 1}: ${stepNames[step]}`,
        words: stepQuestions[step].split(' '),
        keys: `Alt ${index + 1}`,
        run: () => onStep(step),
      })),
    }),
    [onStep],
  )
  useCommands('path', set)
}
