import { VisuallyHidden } from '@mantine/core'
import type { StabilityRow } from '#shared/domain/comparison/decisionRows'
import { sayStability } from '#shared/text/decision/sayStability'
import { formatPercent } from '#shared/text/format'
import classes from './StabilityTable.module.css'

/** How far each weight could move before somebody else is first: the span as a bar, the weight now as a mark, both in words. */
export function StabilityTable({ rows }: { readonly rows: readonly StabilityRow[] }) {
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">What matters</th>
          <th scope="col" className={classes.number}>
            Now
          </th>
          <th scope="col" className={classes.span}>
            <VisuallyHidden>On a scale from 0 to 100 %</VisuallyHidden>
            <span className={classes.axis} aria-hidden>
              <span>0 %</span>
              <span>100 %</span>
            </span>
          </th>
          <th scope="col">Nothing changes while</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.criterion.id}>
            <th scope="row">{row.criterion.name}</th>
            <td className={classes.number}>{formatPercent(row.shown)}</td>
            <td className={classes.span}>
              <span className={classes.track} aria-hidden>
                <span className={classes.safe} style={{ insetInlineStart: `${row.lo * 100}%`, width: `${(row.hi - row.lo) * 100}%` }} />
                <span className={classes.now} style={{ insetInlineStart: `${row.share * 100}%` }} />
              </span>
            </td>
            <td>{sayStability(row)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
