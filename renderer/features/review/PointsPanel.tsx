import { Button } from '@mantine/core'
import type { ReviewPoint } from '#shared/domain/review/reviewPoints'
import { sayPoint } from '#shared/text/review/sayReview'
import { Panel } from '../../ui/Panel'
import type { RemarkPlace } from './reviewActions'
import classes from './Review.module.css'

interface PointsPanelProps {
  readonly points: readonly ReviewPoint[]
  readonly onRemark: (place: RemarkPlace, about: string) => void
}

/** What deserves a look, whether it changed or not. */
export function PointsPanel({ points, onRemark }: PointsPanelProps) {
  return (
    <Panel title="Worth a look" count={points.length}>
      {points.length === 0 && <p className={classes.nothing}>Nothing is late, owed or unknown, and no idea of ours decides.</p>}
      <ul>
        {points.map((point) => {
          const sentence = sayPoint(point)
          return (
            <li key={sentence} className={classes.change} data-pressing={point.kind === 'promiseLate' || point.kind === 'oursDecide'}>
              <span className={classes.sentence}>{sentence}</span>
              <Button size="compact-sm" aria-label={`Remark on: ${sentence}`} onClick={() => onRemark({ at: point.at, field: '', key: null }, sentence)}>
                Remark
              </Button>
            </li>
          )
        })}
      </ul>
    </Panel>
  )
}
