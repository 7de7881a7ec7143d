import { ActionIcon, Menu, VisuallyHidden } from '@mantine/core'
import { IconAdjustmentsHorizontal, IconArrowDown, IconArrowUp, IconDots, IconLock, IconLockOpen, IconPencil, IconTrash } from '@tabler/icons-react'
import { memo } from 'react'
import type { CriterionFacts } from '#shared/domain/comparison/ComparisonFacts'
import { formatPercent } from '#shared/text/format'
import { Keys } from '../../../ui/Keys'
import { sayMustHaveLimit } from '../../../ui/criterionWords'
import type { GridHandlers } from './GridHandlers'
import { criteriaColumn, type GridPlace } from './gridFocus'
import classes from './CriterionHeader.module.css'

interface CriterionHeaderProps {
  readonly criterion: CriterionFacts
  /** Whole percent of the weight; null while it is not weighted or its scale is not complete. */
  readonly share: number | null
  readonly gap: string | null
  readonly isTabStop: boolean
  readonly isMenuOpen: boolean
  readonly onMenu: (place: GridPlace, isOpen: boolean) => void
  readonly handlers: GridHandlers
}

/** The head of a row: name, share of the weight, and the limit of a must-have. */
export const CriterionHeader = memo(function CriterionHeader({
  criterion,
  share,
  gap,
  isTabStop,
  isMenuOpen,
  onMenu,
  handlers,
}: CriterionHeaderProps) {
  const limit = sayMustHaveLimit(criterion)
  const weight = share === null ? (criterion.mustHave ? 'gate only' : 'not weighted yet') : formatPercent(share / 100)
  const notes = [gap ?? weight, ...(criterion.mustHave ? [limit === null ? 'no limit set' : `must be ${limit}`] : [])]
  return (
    <th scope="row" role="rowheader" className={classes.head} tabIndex={isTabStop ? 0 : -1} data-row={criterion.id} data-column={criteriaColumn}>
      <VisuallyHidden>{`${criterion.name}${criterion.mustHave ? ', must-have' : ''}, ${notes.join(', ')}`}</VisuallyHidden>
      <div className={classes.texts} title={[criterion.name, criterion.question, ...notes].filter(Boolean).join('\n')} aria-hidden>
        <div className={classes.name}>{criterion.name}</div>
        <div className={classes.notes}>
          <span data-gap={gap !== null || undefined}>{gap ?? weight}</span>
          {criterion.mustHave && (
            <>
              {' · '}
              <span className={classes.must}>MUST</span> {limit ?? 'no limit set'}
            </>
          )}
        </div>
      </div>
      <Menu opened={isMenuOpen} onChange={(isOpen) => onMenu({ row: criterion.id, column: criteriaColumn }, isOpen)} returnFocus={false}>
        <Menu.Target>
          <ActionIcon size={24} tabIndex={-1} className={classes.menu} aria-label={`Actions for ${criterion.name}`}>
            <IconDots size={16} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconPencil size={15} />} onClick={() => handlers.onEditCriterion(criterion.id)}>
            Edit criterion
          </Menu.Item>
          <Menu.Item
            leftSection={<IconAdjustmentsHorizontal size={15} />}
            rightSection={<Keys>W</Keys>}
            onClick={() => handlers.onFocusWeight(criterion.id)}
          >
            Go to its weight
          </Menu.Item>
          <Menu.Item
            leftSection={criterion.mustHave ? <IconLockOpen size={15} /> : <IconLock size={15} />}
            rightSection={<Keys>M</Keys>}
            onClick={() => handlers.onToggleMustHave(criterion.id)}
          >
            {criterion.mustHave ? 'No longer a must-have' : 'Make it a must-have'}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item
            leftSection={<IconArrowUp size={15} />}
            rightSection={<Keys>Alt ↑</Keys>}
            onClick={() => handlers.onMoveCriterion(criterion.id, -1)}
          >
            Move up
          </Menu.Item>
          <Menu.Item
            leftSection={<IconArrowDown size={15} />}
            rightSection={<Keys>Alt ↓</Keys>}
            onClick={() => handlers.onMoveCriterion(criterion.id, 1)}
          >
            Move down
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item leftSection={<IconTrash size={15} />} onClick={() => handlers.onRemoveCriterion(criterion.id)}>
            Remove
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </th>
  )
})
