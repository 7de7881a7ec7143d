import { VisuallyHidden } from '@mantine/core'
import { memo } from 'react'
import type { CriterionFacts } from '#shared/domain/comparison/ComparisonFacts'
import classes from './ValueCell.module.css'
import grid from './CompareGrid.module.css'

interface NewcomerCellProps {
  readonly optionId: string
  readonly optionName: string
  readonly criterion: CriterionFacts
  readonly bar: string | null
  readonly startsGroup: string | undefined
  readonly isTabStop: boolean
}

/** Nobody has met the newcomer, so its column has no answers: it says what somebody would have to offer. */
export const NewcomerCell = memo(function NewcomerCell({ optionId, optionName, criterion, bar, startsGroup, isTabStop }: NewcomerCellProps) {
  const words = bar === null ? 'could not win by this alone' : `would win with ${bar}`
  return (
    <td
      role="gridcell"
      className={`${classes.cell} ${grid.column}`}
      tabIndex={isTabStop ? 0 : -1}
      data-row={criterion.id}
      data-column={optionId}
      data-group={startsGroup}
    >
      <VisuallyHidden>{`${criterion.name}, ${optionName}: ${words}`}</VisuallyHidden>
      <div className={classes.beat} title={words} aria-hidden>
        {bar ?? '–'}
      </div>
    </td>
  )
})
