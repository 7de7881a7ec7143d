import { IconAlertTriangle, IconQuestionMark } from '@tabler/icons-react'
import { memo } from 'react'
import type { AccountRow } from '#shared/domain/account/AccountRow'
import { formatDay, formatMoment } from '#shared/text/formatDate'
import { accountStatusWords } from '../../ui/words'
import { RowMenu, type RowHandlers } from './RowMenu'
import { attentionOf, nameOfRow, nextMeeting, reviewWords } from './rowWords'
import classes from './AccountsTable.module.css'

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
