import { ActionIcon, Menu } from '@mantine/core'
import { IconArrowBackUp, IconDots, IconEyeOff, IconParking, IconPencil } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import type { AccountRow } from '#shared/domain/account/AccountRow'
import { nameOfRow } from './rowWords'

export interface RowHandlers {
  readonly onOpen: (accountId: string) => void
  readonly onEdit: (row: AccountRow) => void
  readonly onPark: (row: AccountRow) => void
  readonly onUnpark: (row: AccountRow) => void
  readonly onTakeOff: (row: AccountRow) => void
  readonly onBringBack: (row: AccountRow) => void
}

interface RowMenuProps {
  readonly row: AccountRow
  readonly isActive: boolean
  readonly handlers: RowHandlers
}

/** What can be done to an account from the list. Only its button is drawn until it is wanted: rows come and go while scrolling. */
export function RowMenu({ row, isActive, handlers }: RowMenuProps) {
  const [isWanted, setWanted] = useState(false)
  const target = useRef<HTMLButtonElement>(null)
  const button = (
    <ActionIcon ref={target} size={26} tabIndex={isActive ? 0 : -1} aria-haspopup="menu" aria-label={`Actions for ${nameOfRow(row)}`} onClick={() => setWanted(true)}>
      <IconDots size={16} />
    </ActionIcon>
  )
  if (!isWanted) return button
  return (
    <Menu position="bottom-end" defaultOpened returnFocus={false} onClose={() => target.current?.focus()}>
      <Menu.Target>{button}</Menu.Target>
      <Menu.Dropdown>
        {row.isRemoved ? (
          <Menu.Item leftSection={<IconArrowBackUp size={15} />} onClick={() => handlers.onBringBack(row)}>
            Bring back
          </Menu.Item>
        ) : (
          <>
            <Menu.Item leftSection={<IconPencil size={15} />} onClick={() => handlers.onEdit(row)}>
              Edit
            </Menu.Item>
            {row.status === 'parked' ? (
              <Menu.Item leftSection={<IconArrowBackUp size={15} />} onClick={() => handlers.onUnpark(row)}>
                Take up again
              </Menu.Item>
            ) : (
              <Menu.Item leftSection={<IconParking size={15} />} onClick={() => handlers.onPark(row)}>
                Park with a reason
              </Menu.Item>
            )}
            <Menu.Divider />
            <Menu.Item leftSection={<IconEyeOff size={15} />} onClick={() => handlers.onTakeOff(row)}>
              Take off the list
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}
