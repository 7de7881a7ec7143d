import { IconAlertTriangle, IconQuestionMark } from '@tabler/icons-react'
import { memo, type KeyboardEvent } from 'react'
import type { AccountRow } from '#shared/domain/account/AccountRow'
import { formatMoment } from '#shared/text/formatDate'
import { accountStatusWords } from '../../ui/words'
import classes from './AccountsTable.module.css'

interface AccountsTableProps {
  readonly rows: readonly AccountRow[]
  readonly zone: string
  readonly onOpen: (accountId: string) => void
}

export function AccountsTable({ rows, zone, onOpen }: AccountsTableProps) {
  return (
    <div className={classes.scroller}>
      <table className={classes.table} onKeyDown={moveBetweenRows}>
        <thead>
          <tr>
            <th scope="col">Account</th>
            <th scope="col">Status</th>
            <th scope="col" className={classes.number}>
              Comparisons
            </th>
            <th scope="col" className={classes.number}>
              Not known
            </th>
            <th scope="col">To decide</th>
            <th scope="col">Last changed</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.accountId} row={row} zone={zone} onOpen={onOpen} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

const Row = memo(function Row({
  row,
  zone,
  onOpen,
}: {
  readonly row: AccountRow
  readonly zone: string
  readonly onOpen: (accountId: string) => void
}) {
  return (
    <tr className={classes.row} onClick={() => onOpen(row.accountId)}>
      <th scope="row">
        <button
          type="button"
          className={classes.name}
          onClick={(event) => {
            event.stopPropagation()
            onOpen(row.accountId)
          }}
        >
          {row.name.trim() || 'Account without a name'}
        </button>
        {row.isSample && <span className={classes.sample}>Sample</span>}
        {row.industry.trim() !== '' && <span className={classes.industry}>{row.industry}</span>}
      </th>
      <td className={classes.quiet}>{accountStatusWords[row.status]}</td>
      <td className={classes.number}>{row.comparisons}</td>
      <td className={classes.number}>
        {row.unknowns > 0 ? (
          <span className={classes.unknowns}>
            <IconQuestionMark size={12} aria-hidden />
            {row.unknowns}
          </span>
        ) : (
          '0'
        )}
      </td>
      <td>
        {row.conflicts > 0 && (
          <span className={classes.conflicts}>
            <IconAlertTriangle size={14} aria-hidden />
            {row.conflicts === 1 ? '1 conflict' : `${row.conflicts} conflicts`}
          </span>
        )}
      </td>
      <td className={classes.quiet}>{row.changedAt === null ? '' : formatMoment(row.changedAt, zone)}</td>
    </tr>
  )
})

/** Arrows go from account to account; Tab goes on as usual. */
function moveBetweenRows(event: KeyboardEvent<HTMLTableElement>): void {
  const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (by === 0) return
  const names = [...event.currentTarget.querySelectorAll<HTMLElement>(`.${classes.name}`)]
  const here = names.findIndex((name) => name === document.activeElement)
  const next = names[here + by]
  if (here < 0 || !next) return
  event.preventDefault()
  next.focus()
}
