import type { OutsideRow } from '#shared/domain/comparison/decisionRows'
import { sayOutside } from '#shared/text/decision/sayStability'
import classes from './OutsideList.module.css'

/** Who is not in the ranking, and why: nothing was left out in silence. */
export function OutsideList({ rows }: { readonly rows: readonly OutsideRow[] }) {
  return (
    <dl className={classes.list}>
      {rows.map((row) => (
        <div key={row.option.id} className={classes.row}>
          <dt>{row.option.name}</dt>
          <dd>{sayOutside(row)}</dd>
        </div>
      ))}
    </dl>
  )
}
