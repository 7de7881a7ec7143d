import { Button, Progress } from '@mantine/core'
import { IconPlayerStop, IconRefresh } from '@tabler/icons-react'
import { sayRemark } from '#shared/text/decision/sayRemark'
import { formatPercent } from '#shared/text/format'
import { describeRemarks } from '#shared/domain/decision/sentences/describeRemarks'
import type { CasesUnderWay } from '../../../ui/weights/usePlausibleCases'
import classes from './DecidePage.module.css'

interface AnswerPartProps extends CasesUnderWay {
  /** True while the weights on the screen are not the agreed ones. */
  readonly isTrial: boolean
}

/** The answer in one sentence, and how surely. */
export function AnswerPart({ reasoning, state, stop, again, isTrial }: AnswerPartProps) {
  const { wording, byPoints, analysis, cases } = reasoning
  const counted = describeRemarks(analysis.input, analysis.evaluation, cases).find(({ kind }) => kind === 'plausibleWeights')
  return (
    <section className={classes.answer} aria-label="What comes out">
      {isTrial && <p className={classes.trial}>Trial, not the agreed weights</p>}
      <p className={classes.sentence}>{wording.answer}</p>
      <div className={classes.sure}>
        {byPoints !== null && <span>By points: {byPoints}</span>}
        {state.kind === 'counting' && (
          <>
            <span className={classes.progress}>
              <Progress value={state.share * 100} size="sm" aria-label="Counting plausible cases" />
            </span>
            <span>Counting plausible cases, {formatPercent(state.share)}</span>
            <Button size="compact-xs" leftSection={<IconPlayerStop size={13} />} onClick={stop}>
              Stop
            </Button>
          </>
        )}
        {state.kind === 'stopped' && (
          <>
            <span>Plausible cases not counted.</span>
            <Button size="compact-xs" leftSection={<IconRefresh size={13} />} onClick={again}>
              Count them
            </Button>
          </>
        )}
        {state.kind === 'done' && counted && <span>{sayRemark(counted)}</span>}
      </div>
    </section>
  )
}
