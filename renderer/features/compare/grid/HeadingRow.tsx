import { formatPercent } from '#shared/text/format'
import classes from './CompareGrid.module.css'

/** A heading over some rows, with their part of the weight. */
export function HeadingRow({ name, share, columns }: { readonly name: string; readonly share: number; readonly columns: number }) {
  return (
    <tr className={classes.heading}>
      <th scope="rowgroup" role="rowheader" className={classes.headingName}>
        {name} <span className={classes.headingShare}>· {formatPercent(share / 100)}</span>
      </th>
      <td role="gridcell" colSpan={Math.max(1, columns)} className={classes.headingRest} />
    </tr>
  )
}
