import { breakEvenRows, stabilityRows, type BreakEvenRow } from '#shared/domain/comparison/decisionRows'
import { sayBreakEven } from '#shared/text/decision/sayStability'
import { StabilityTable } from '../../../ui/charts/StabilityTable'
import { Panel } from '../../../ui/Panel'
import { Sentences } from '../../../ui/Sentences'
import type { Reasoning } from '../../../ui/weights/usePlausibleCases'
import classes from './DecidePage.module.css'

/** What would change the answer, exactly: the nearest flip, each weight's room, and what each rival would need. */
export function ChangePart({ reasoning: { wording, analysis } }: { readonly reasoning: Reasoning }) {
  const stability = stabilityRows(analysis)
  const breakEvens = breakEvenRows(analysis)
  if (wording.flips.length === 0 && stability.length === 0) return null
  return (
    <Panel title="What would change it">
      <div className={classes.body}>
        <Sentences sentences={wording.flips} />
        {stability.length > 0 && (
          <section>
            <h3 className={classes.subtitle}>How much each weight could move</h3>
            <StabilityTable rows={stability} />
          </section>
        )}
        {breakEvens.length > 0 && (
          <section>
            <h3 className={classes.subtitle}>What another option would need to draw level, one thing alone</h3>
            <dl className={classes.needs}>
              {byRival(breakEvens).map(([rival, rows]) => (
                <div key={rival.id} className={classes.need}>
                  <dt>{rival.name}</dt>
                  <dd>{rows.map(sayBreakEven).join('; or ')}</dd>
                </div>
              ))}
            </dl>
          </section>
        )}
      </div>
    </Panel>
  )
}

/** More ways than these are none anybody would take. */
const mostWays = 3

function byRival(rows: readonly BreakEvenRow[]): readonly (readonly [BreakEvenRow['rival'], readonly BreakEvenRow[]])[] {
  const rivals = [...new Map(rows.map(({ rival }) => [rival.id, rival])).values()]
  return rivals.map((rival) => [rival, rows.filter((row) => row.rival.id === rival.id).slice(0, mostWays)])
}
