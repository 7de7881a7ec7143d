import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { Fragment, useRef } from 'react'
import type { AccountRow } from '#shared/domain/account/AccountRow'
import { AccountRowView } from './AccountRowView'
import { accountColumns, columnWords, startsDescending, type AccountColumn } from './accountColumns'
import type { RowHandlers } from './RowMenu'
import type { Sorting } from './shownRows'
import { headHeight, useRowFocus } from './useRowFocus'
import classes from './AccountsTable.module.css'

interface AccountsTableProps {
  readonly rows: readonly AccountRow[]
  readonly now: string
  readonly today: string
  readonly zone: string
  readonly sorting: Sorting
  readonly onSort: (sorting: Sorting) => void
  readonly handlers: RowHandlers
}

/** The list as a table that draws only what is in view. */
export function AccountsTable({ rows, now, today, zone, sorting, onSort, handlers }: AccountsTableProps) {
  const scroller = useRef<HTMLDivElement>(null)
  const { virtualizer, activeId, onActive, onKeyDown } = useRowFocus(rows, scroller)
  const items = virtualizer.getVirtualItems()
  const end = headHeight + virtualizer.getTotalSize()
  return (
    <div className={classes.scroller} ref={scroller} data-draws-what-is-in-view>
      <table className={classes.table} aria-label="Accounts" aria-rowcount={rows.length + 1} onKeyDown={onKeyDown}>
        <thead>
          <tr aria-rowindex={1}>
            {accountColumns.map((column) => (
              <ColumnHead key={column} column={column} sorting={sorting} onSort={onSort} />
            ))}
            <th scope="col" className={classes.actions}>
              <span className={classes.hidden}>Actions</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map((item, place) => {
            const row = rows[item.index]
            const before = items[place - 1]?.end ?? headHeight
            return (
              row && (
                <Fragment key={item.key}>
                  <Gap height={item.start - before} />
                  <AccountRowView {...{ row, now, today, zone, handlers, onActive }} index={item.index} isActive={row.accountId === activeId} />
                </Fragment>
              )
            )
          })}
          <Gap height={end - (items.at(-1)?.end ?? headHeight)} />
        </tbody>
      </table>
    </div>
  )
}

/** Stands for the rows that are not drawn. */
function Gap({ height }: { readonly height: number }) {
  return height <= 0 ? null : <tr aria-hidden className={classes.gap} style={{ height }} />
}

interface ColumnHeadProps {
  readonly column: AccountColumn
  readonly sorting: Sorting
  readonly onSort: (sorting: Sorting) => void
}

function ColumnHead({ column, sorting, onSort }: ColumnHeadProps) {
  const isSorted = sorting.column === column
  const Arrow = sorting.isDescending ? IconArrowDown : IconArrowUp
  return (
    <th scope="col" className={classes[column]} aria-sort={isSorted ? (sorting.isDescending ? 'descending' : 'ascending') : 'none'}>
      <button
        type="button"
        className={classes.sort}
        onClick={() => onSort({ column, isDescending: isSorted ? !sorting.isDescending : startsDescending.has(column) })}
      >
        {columnWords[column]}
        {isSorted && <Arrow size={13} aria-hidden />}
      </button>
    </th>
  )
}
