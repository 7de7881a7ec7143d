import type { BriefCell } from '#shared/domain/brief/BriefContent'
import { BriefNotes } from '#shared/text/brief/briefSources'
import { briefTable } from '#shared/text/brief/briefTable'
import classes from './Buyer.module.css'
import type { BuyerAnalysis } from './useBuyerAnalysis'

/** The table in the words of the brief, so that what is seen here and what is taken home say the same. */
export function SideBySidePage({ analysis: { view, live } }: { readonly analysis: BuyerAnalysis }) {
  const table = briefTable(view, live.analysis, new BriefNotes())
  const columns = table.groups.flatMap((group) => group.columns)
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">{table.corner}</th>
          {columns.map((column) => (
            <th key={column.name} scope="col">
              {column.name}
              <span className={classes.quiet}>{[column.standing, ...column.details.slice(0, -1)].join(', ')}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map((row) => (
          <tr key={row.name}>
            <th scope="row">
              {row.name}
              <span className={classes.quiet}>{[row.share, row.mustHave].filter((part) => part !== null).join(', ')}</span>
            </th>
            {row.cells.map((cell, index) => (
              <Cell key={index} cell={cell} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Cell({ cell }: { readonly cell: BriefCell }) {
  return (
    <td data-fails={cell.fails || undefined} data-unknown={!cell.isKnown || undefined}>
      <span className={classes.value}>
        {cell.value}
        {cell.best !== null && (
          <span className={classes.best} title={cell.best}>
            {' ▲'}
          </span>
        )}
      </span>
      {cell.remarks !== '' && <span className={classes.quiet}>{cell.remarks}</span>}
    </td>
  )
}
