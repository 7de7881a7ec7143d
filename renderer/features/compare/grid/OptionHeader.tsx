import { VisuallyHidden } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { optionKindWords } from '../../../ui/words'
import type { GridHandlers } from './GridHandlers'
import { headRow, type GridPlace } from './gridFocus'
import { OptionMenu } from './OptionMenu'
import type { OptionStanding } from './optionStanding'
import classes from './OptionHeader.module.css'
import grid from './CompareGrid.module.css'

interface OptionHeaderProps {
  readonly standing: OptionStanding
  readonly startsGroup: string | undefined
  readonly isTabStop: boolean
  readonly isMenuOpen: boolean
  readonly onMenu: (place: GridPlace, isOpen: boolean) => void
  readonly handlers: GridHandlers
}

/** The head of a column: rank, best estimate and range, or why there is none. */
export function OptionHeader({ standing, startsGroup, isTabStop, isMenuOpen, onMenu, handlers }: OptionHeaderProps) {
  const { option } = standing
  return (
    <th
      scope="col"
      role="columnheader"
      className={`${classes.head} ${grid.column}`}
      tabIndex={isTabStop ? 0 : -1}
      data-row={headRow}
      data-column={option.id}
      data-group={startsGroup}
    >
      <VisuallyHidden>{standing.sentence}</VisuallyHidden>
      <div className={classes.name} title={option.name} aria-hidden>
        {standing.rank !== null && <span className={classes.rank}>{standing.rank}</span>}
        {option.name}
      </div>
      <div className={classes.figures} aria-hidden>
        {standing.figure && <span className={classes.figure}>{standing.figure}</span>}
        {standing.range && <span className={classes.range}>{standing.range}</span>}
        {!standing.figure && <span className={classes.range}>{standing.instead}</span>}
      </div>
      <div className={classes.foot}>
        <span className={classes.kind} data-fails={standing.fails || undefined} title={standing.note ?? undefined} aria-hidden>
          {standing.fails && <IconX size={12} />}
          <span className={classes.words}>{standing.note ?? optionKindWords[option.kind]}</span>
        </span>
        <OptionMenu option={option} isOpen={isMenuOpen} onMenu={onMenu} handlers={handlers} />
      </div>
    </th>
  )
}
