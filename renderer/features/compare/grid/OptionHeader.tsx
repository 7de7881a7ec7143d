import { ActionIcon, Menu, VisuallyHidden } from '@mantine/core'
import { IconArrowLeft, IconArrowRight, IconBoxAlignRight, IconDots, IconPencil, IconTrash, IconX } from '@tabler/icons-react'
import { memo } from 'react'
import { canRemoveOption } from '#shared/domain/comparison/fixedOptions'
import type { GridHandlers } from './GridHandlers'
import { headRow } from './gridFocus'
import type { OptionStanding } from './optionStanding'
import { optionKindWords } from '../../../ui/words'
import classes from './OptionHeader.module.css'
import grid from './CompareGrid.module.css'

interface OptionHeaderProps {
  readonly standing: OptionStanding
  readonly startsGroup: string | undefined
  readonly isTabStop: boolean
  readonly isMenuOpen: boolean
  readonly onMenu: (isOpen: boolean) => void
  readonly handlers: GridHandlers
}

/** The head of a column: rank, best estimate and range, or why there is none. */
export const OptionHeader = memo(function OptionHeader({ standing, startsGroup, isTabStop, isMenuOpen, onMenu, handlers }: OptionHeaderProps) {
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
        <Menu opened={isMenuOpen} onChange={onMenu} returnFocus={false}>
          <Menu.Target>
            <ActionIcon size={24} tabIndex={-1} aria-label={`Actions for ${option.name}`}>
              <IconDots size={16} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item leftSection={<IconPencil size={15} />} onClick={() => handlers.onEditOption(option.id)}>
              Edit option
            </Menu.Item>
            <Menu.Item leftSection={<IconArrowLeft size={15} />} onClick={() => handlers.onMoveOption(option.id, -1)}>
              Move left
            </Menu.Item>
            <Menu.Item leftSection={<IconArrowRight size={15} />} onClick={() => handlers.onMoveOption(option.id, 1)}>
              Move right
            </Menu.Item>
            <Menu.Divider />
            <Menu.Item leftSection={<IconBoxAlignRight size={15} />} onClick={() => handlers.onSetAside(option.id)}>
              Set aside with a reason
            </Menu.Item>
            {canRemoveOption(option) && (
              <Menu.Item leftSection={<IconTrash size={15} />} onClick={() => handlers.onRemoveOption(option.id)}>
                Remove
              </Menu.Item>
            )}
          </Menu.Dropdown>
        </Menu>
      </div>
    </th>
  )
})
