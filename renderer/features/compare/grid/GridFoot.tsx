import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { EmptyState } from '../../../ui/EmptyState'
import classes from './CompareGrid.module.css'

interface GridFootProps {
  readonly isEmpty: boolean
  readonly leftOut: ReactNode
  readonly onAddCriterion: () => void
}

/** Below the last row: what to do where there is none, and what is left out at the moment. */
export function GridFoot({ isEmpty, leftOut, onAddCriterion }: GridFootProps) {
  return (
    <>
      {isEmpty && (
        <EmptyState text="What should the options be measured by? Add what the buyer cares about, one line each: a price, a date, a yes or no.">
          <Button leftSection={<IconPlus size={15} />} onClick={onAddCriterion}>
            Add the first criterion
          </Button>
        </EmptyState>
      )}
      {leftOut && (
        <div className={classes.hidden}>
          <div className={classes.hiddenWords}>{leftOut}</div>
        </div>
      )}
    </>
  )
}
