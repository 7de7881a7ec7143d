import { ActionIcon, Menu } from '@mantine/core'
import { IconArrowLeft, IconArrowRight, IconBoxAlignRight, IconDots, IconPencil, IconTrash } from '@tabler/icons-react'
import { memo } from 'react'
import type { OptionFacts } from '#shared/domain/comparison/ComparisonFacts'
import { canRemoveOption } from '#shared/domain/comparison/fixedOptions'
import type { GridHandlers } from './GridHandlers'
import { headRow, type GridPlace } from './gridFocus'

interface OptionMenuProps {
  readonly option: OptionFacts
  readonly isOpen: boolean
  readonly onMenu: (place: GridPlace, isOpen: boolean) => void
  readonly handlers: GridHandlers
}

/** What can be done to an option. Apart from its head, whose figures change with every step of a slider. */
export const OptionMenu = memo(function OptionMenu({ option, isOpen, onMenu, handlers }: OptionMenuProps) {
  return (
    <Menu opened={isOpen} onChange={(isOpen) => onMenu({ row: headRow, column: option.id }, isOpen)} returnFocus={false}>
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
  )
})
