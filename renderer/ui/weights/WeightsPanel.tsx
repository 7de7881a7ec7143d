import { Button } from '@mantine/core'
import { IconAlertTriangle, IconArrowBackUp, IconCheck } from '@tabler/icons-react'
import type { CriterionFacts } from '#shared/domain/comparison/ComparisonFacts'
import { formatDay } from '#shared/text/formatDate'
import { sayMustHaveLimit } from '../criterionWords'
import { WeightRow } from './WeightRow'
import type { WeightsView } from './weightsView'
import classes from './WeightsPanel.module.css'

interface WeightsPanelProps {
  readonly view: WeightsView
  readonly onTry: (criterionId: string, points: number) => void
  readonly onSet: (criterionId: string, points: number) => void
  readonly onLeave: () => void
  readonly onAgree: () => void
  readonly onReset: () => void
  readonly onTyping?: (() => () => void) | undefined
}

/** What matters to the buyer: a slider for each criterion that is a preference, the gates below. */
export function WeightsPanel({ view, onTry, onSet, onLeave, onAgree, onReset, onTyping }: WeightsPanelProps) {
  return (
    <>
      <h2 className={classes.title}>What matters to you</h2>
      <p className={classes.question}>Going from the worst to the best shown below each line: how much would that matter?</p>
      <AgreedLine view={view} />
      {view.nudge && (
        <p className={classes.nudge}>
          <IconAlertTriangle size={14} aria-hidden />
          {view.nudge}
        </p>
      )}
      <ul className={classes.rows}>
        {view.sliders.map(({ criterion, share, agreed }) => (
          <WeightRow key={criterion.id} criterion={criterion} share={share} agreed={agreed} {...{ onTry, onSet, onLeave, onTyping }} />
        ))}
      </ul>
      {view.gates.length > 0 && (
        <>
          <h3 className={classes.subtitle}>Must be met, not weighed</h3>
          <ul>
            {view.gates.map((criterion) => (
              <li key={criterion.id} className={classes.gate}>
                <span className={classes.gateName} title={criterion.name}>
                  {criterion.name}
                  <span className={classes.gateLimit}>{limitWords(criterion)}</span>
                </span>
                <Button size="compact-xs" variant="subtle" onClick={() => onSet(criterion.id, 50)} aria-label={`Also weigh ${criterion.name}`}>
                  Also weigh
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
      <div className={classes.actions}>
        <Button leftSection={<IconCheck size={15} />} onClick={onAgree} disabled={view.sliders.length === 0}>
          Agree these weights
        </Button>
        {view.agreed !== null && view.changed > 0 && (
          <Button leftSection={<IconArrowBackUp size={15} />} onClick={onReset}>
            Reset to agreed
          </Button>
        )}
      </div>
    </>
  )
}

function limitWords(criterion: CriterionFacts): string {
  const limit = sayMustHaveLimit(criterion)
  return limit === null ? 'no limit set' : `must be ${limit}`
}

function AgreedLine({ view: { agreed, changed } }: { readonly view: WeightsView }) {
  if (!agreed) return <p className={classes.state}>Not agreed with the buyer yet</p>
  const agreedWords = `agreed on ${formatDay(agreed.on)}${agreed.with === '' ? '' : ` with ${agreed.with}`}`
  if (changed === 0) {
    return (
      <p className={classes.state} data-agreed>
        <IconCheck size={14} aria-hidden /> {agreedWords.replace('agreed', 'Agreed')}
      </p>
    )
  }
  return (
    <p className={classes.state}>
      Trial: {changed === 1 ? '1 weight differs' : `${changed} weights differ`} from what was {agreedWords}
    </p>
  )
}
