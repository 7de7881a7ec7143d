import { ActionIcon, Menu } from '@mantine/core'
import { IconAlertTriangle, IconArrowBackUp, IconDots, IconEyeOff, IconParking, IconPencil, IconQuestionMark } from '@tabler/icons-react'
import { memo } from 'react'
import type { AccountRow } from '#shared/domain/account/AccountRow'
import { formatDay, formatMoment } from '#shared/text/formatDate'
import { accountStatusWords } from '../../ui/words'
import { attentionOf, nameOfRow, nextMeeting, reviewWords } from './rowWords'
import classes from './AccountsTable.module.css'

export interface RowHandlers {
  readonly onOpen: (accountId: string) => void
  readonly onEdit: (row: AccountRow) => void
  readonly onPark: (row: AccountRow) => void
  readonly onUnpark: (row: AccountRow) => void
  readonly onTakeOff: (row: AccountRow) => void
  readonly onBringBack: (row: AccountRow) => void
}

interface AccountRowViewProps {
  readonly row: AccountRow
  readonly index: number
  /** The one row that Tab reaches. */
  readonly isActive: boolean
  readonly now: string
  readonly today: string
  readonly zone: string
  readonly handlers: RowHandlers
  readonly onActive: (accountId: string) => void
}

export const AccountRowView = memo(function AccountRowView({ row, index, isActive, now, today, zone, handlers, onActive }: AccountRowViewProps) {
  const meeting = nextMeeting(row, now)
  const attention = attentionOf(row)
  const isLate = row.nextDueOn !== null && row.nextDueOn < today
  const beside = row.question.trim() || row.industry.trim()
  return (
    // The first line of the table is its head.
    <tr className={classes.row} aria-rowindex={index + 2} data-index={index} onClick={() => handlers.onOpen(row.accountId)} onFocus={() => onActive(row.accountId)}>
      <th scope="row">
        <div className={classes.account}>
          <button
            type="button"
            className={classes.name}
            tabIndex={isActive ? 0 : -1}
            onClick={(event) => {
              event.stopPropagation()
              handlers.onOpen(row.accountId)
            }}
          >
            {nameOfRow(row)}
          </button>
          {row.isSample && <span className={classes.sample}>Sample</span>}
          {attention !== null && (
            <span className={classes.attention}>
              <IconAlertTriangle size={14} aria-hidden />
              {attention}
            </span>
          )}
        </div>
        <div className={classes.question} title={beside}>
          {beside}
        </div>
      </th>
      <td className={classes.quiet}>{accountStatusWords[row.status]}</td>
      <td className={classes.owner} title={row.owner}>
        {row.owner}
      </td>
      <td>{meeting && formatMoment(meeting.startsAt, zone)}</td>
      <td data-late={isLate || undefined}>
        {row.nextDueOn !== null && formatDay(row.nextDueOn)}
        {isLate && <div className={classes.late}>Late</div>}
      </td>
      <td className={classes.number}>
        {row.unknowns > 0 ? (
          <span className={classes.count}>
            <IconQuestionMark size={12} aria-hidden />
            {row.unknowns}
          </span>
        ) : (
          '0'
        )}
      </td>
      <td className={classes.review}>{reviewWords[row.review]}</td>
      <td className={classes.changed}>{row.changedAt !== null && formatMoment(row.changedAt, zone)}</td>
      <td className={classes.actions} onClick={(event) => event.stopPropagation()}>
        <RowMenu row={row} isActive={isActive} handlers={handlers} />
      </td>
    </tr>
  )
})

function RowMenu({ row, isActive, handlers }: Pick<AccountRowViewProps, 'row' | 'isActive' | 'handlers'>) {
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon size={26} tabIndex={isActive ? 0 : -1} aria-label={`Actions for ${nameOfRow(row)}`}>
          <IconDots size={16} />
        </ActionIcon>
      </Menu.Target>
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
