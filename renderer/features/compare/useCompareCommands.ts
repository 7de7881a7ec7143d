import { useMemo } from 'react'
import type { Comparison } from '#shared/domain/account/Account'
import { inOrder } from '#shared/domain/schema/order'
import type { CommandSet } from '../../model/createCommandsStore'
import { useCommands } from '../../model/ModelContext'
import type { CompareActions } from './compareActions'
import type { CompareDialog } from './CompareDialog'
import type { GridHandlers } from './grid/GridHandlers'

interface CompareCommandsNeeds {
  readonly comparison: Comparison
  readonly actions: CompareActions
  readonly handlers: GridHandlers
  readonly openDialog: (dialog: CompareDialog) => void
  readonly onToggleOrder: () => void
  readonly onTakeAway: () => void
}

const section = 'This comparison'

/** What the command box offers while a comparison is open. */
export function useCompareCommands({ comparison, actions, handlers, openDialog, onToggleOrder, onTakeAway }: CompareCommandsNeeds): void {
  const set = useMemo((): CommandSet => {
    const criteria = inOrder(comparison.criteria)
    const command = (id: string, title: string, run: () => void, keys?: string) => ({ id, section, title, run, ...(keys !== undefined && { keys }) })
    return {
      commands: [
        command('differences', 'Differences only', handlers.onToggleDifferences, 'D'),
        command('order', 'Sort by rank', onToggleOrder),
        command('add-option', 'Add option', () => openDialog({ kind: 'option', optionId: null })),
        command('add-criterion', 'Add criterion', () => openDialog({ kind: 'criterion', criterionId: null, asMustHave: false })),
        command('agree', 'Agree these weights', () => openDialog({ kind: 'agree' })),
        command('reset', 'Reset to the agreed weights', actions.resetWeights),
        command('sums', 'Show the sums', () => openDialog({ kind: 'sums' })),
        command('set-aside', 'Show what is set aside', () => openDialog({ kind: 'setAsideList' })),
        command('take-away', 'Take away', onTakeAway),
        ...criteria.map((criterion) =>
          command(
            `must ${criterion.id}`,
            criterion.mustHave ? `${criterion.name}: no longer a must-have` : `Make ${criterion.name} a must-have`,
            () => handlers.onToggleMustHave(criterion.id),
            'M',
          ),
        ),
      ],
      numberCommands: criteria.map((criterion) => ({
        id: `weight ${criterion.id}`,
        section,
        title: `Set weight of ${criterion.name} to`,
        min: 0,
        max: 100,
        run: (points) => actions.setPoints(criterion.id, points),
      })),
    }
  }, [comparison.criteria, actions, handlers, openDialog, onToggleOrder, onTakeAway])
  useCommands('compare', set)
}
