import { Dialog } from '../../../ui/Dialog'
import type { SumsTable } from './sumsTable'
import classes from './SumsDialog.module.css'

/** Every figure of the table as a sum that anybody can check with a pencil. */
export function SumsDialog({ sums, onClose }: { readonly sums: SumsTable; readonly onClose: () => void }) {
  const hasUnknown = sums.rows.some((row) => row.cells.some((cell) => cell.isUnknown))
  return (
    <Dialog title="The sums" onClose={onClose} width={Math.min(1100, 420 + sums.options.length * 130)}>
      <p className={classes.note}>
        Weight × score = points. Points are rounded so that each column adds up to the total.
        {hasUnknown && ' A score with ? is not known and stands in the middle of the scale until it is.'}
      </p>
      <div className={classes.scroller} tabIndex={0} role="region" aria-label="The sums as a table">
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col" rowSpan={2}>
                Criterion
              </th>
              <th scope="col" rowSpan={2} className={classes.number}>
                Weight
              </th>
              {sums.options.map((option) => (
                <th key={option.name} scope="colgroup" colSpan={2} className={classes.option}>
                  {option.name}
                </th>
              ))}
            </tr>
            <tr>
              {sums.options.flatMap((option) => [
                <th key={`${option.name} score`} scope="col" className={`${classes.number} ${classes.first}`}>
                  Score
                </th>,
                <th key={`${option.name} points`} scope="col" className={classes.number}>
                  Points
                </th>,
              ])}
            </tr>
          </thead>
          <tbody>
            {sums.rows.map((row) => (
              <tr key={row.id}>
                <th scope="row">{row.name}</th>
                <td className={classes.number}>{row.share} %</td>
                {row.cells.flatMap((cell, index) => [
                  <td key={`${index} score`} className={`${classes.number} ${classes.first}`}>
                    {cell.isUnknown ? '? ' : ''}
                    {cell.score}
                  </td>,
                  <td key={`${index} points`} className={classes.number}>
                    {cell.points}
                  </td>,
                ])}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">Total</th>
              <td className={classes.number}>{sums.rows.reduce((sum, row) => sum + row.share, 0)} %</td>
              {sums.options.map((option) => (
                <td key={option.name} colSpan={2} className={`${classes.number} ${classes.first}`}>
                  {option.total}
                </td>
              ))}
            </tr>
          </tfoot>
        </table>
      </div>
    </Dialog>
  )
}
