import { Button } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import type { NeedWeight, StartingWeights } from '#shared/domain/path/startingWeights'
import { formatPercent } from '#shared/text/format'
import { Panel } from '../../../ui/Panel'
import classes from './Matters.module.css'
import { needWords } from './needWords'

interface StartingWeightsPanelProps {
  readonly weights: StartingWeights
  readonly onTake: () => void
}

/** What the order of the needs is worth, before anybody has moved a slider. */
export function StartingWeightsPanel({ weights: { needs, state }, onTake }: StartingWeightsPanelProps) {
  return (
    <Panel title="What matters more">
      <div className={classes.weights}>
        <p className={classes.lead}>
          {needs.length === 0
            ? 'Put the needs in order, and the order gives weights to start from.'
            : 'The order gives weights to start from. Nothing is final: the buyer can move each of them on Decide.'}
        </p>
        {needs.length > 0 && (
          <ol aria-label="Starting weights">
            {needs.map((weight) => (
              <li key={weight.need.id} className={classes.share}>
                <span className={classes.shareName} title={needWords(weight.need)}>
                  {needWords(weight.need)}
                </span>
                <span className={classes.figure}>{weight.share === null ? '' : formatPercent(weight.share)}</span>
                {weight.share === null ? (
                  <span className={classes.none}>{whyNone(weight)}</span>
                ) : (
                  <span className={classes.track} aria-hidden>
                    <span className={classes.bar} style={{ width: `${weight.share * 100}%`, display: 'block' }} />
                  </span>
                )}
              </li>
            ))}
          </ol>
        )}
        {state === 'same' && (
          <p className={classes.ok}>
            <IconCheck size={15} aria-hidden /> These are the weights of the comparison.
          </p>
        )}
        {state === 'moved' && <p className={classes.lead}>The weights of the comparison were moved since, so they stay as they are until you replace them.</p>}
        {(state === 'free' || state === 'moved') && (
          <div>
            <Button onClick={onTake}>Use this order as starting weights</Button>
          </div>
        )}
      </div>
    </Panel>
  )
}

function whyNone({ need, criteria }: NeedWeight): string {
  if (criteria.length === 0) return 'No weight yet: it asks nothing of the options.'
  if (need.confirmedOn === null) return 'No weight yet: the buyer has not ticked it.'
  return 'A must-have: it lets pass or it does not, without a weight.'
}
