import { Button } from '@mantine/core'
import { useMemo } from 'react'
import type { Account } from '#shared/domain/account/Account'
import type { AccountFact } from '#shared/domain/history/AccountFact'
import type { PathStep } from '#shared/domain/path/PathStep'
import { changesByStep } from '#shared/domain/review/changesByStep'
import { sayFact } from '#shared/text/history/sayFact'
import { sayStep } from '#shared/text/review/sayReview'
import { formatCount } from '#shared/text/format'
import { Panel } from '../../ui/Panel'
import type { RemarkPlace } from './reviewActions'
import classes from './Review.module.css'

interface ChangesPanelProps {
  readonly title: string
  readonly account: Account
  readonly facts: readonly AccountFact[]
  /** Changes that are not among the facts. */
  readonly more: number
  readonly onRemark: (place: RemarkPlace, about: string) => void
  readonly onStep: (step: PathStep) => void
}

/** What changed, in words, step by step, each line with a way to say something about it. */
export function ChangesPanel({ title, account, facts, more, onRemark, onStep }: ChangesPanelProps) {
  const steps = useMemo(() => changesByStep(facts), [facts])
  const count = steps.reduce((sum, step) => sum + step.facts.length, more)
  return (
    <Panel title={title} count={count}>
      {count === 0 && <p className={classes.nothing}>Nothing changed.</p>}
      {steps.map(({ step, facts: own }) => (
        <section key={step} className={classes.step} aria-label={sayStep(step)}>
          <div className={classes.stepHead}>
            <h3 className={classes.stepName}>
              {sayStep(step)} <span className={classes.count}>{own.length}</span>
            </h3>
            {step !== 'account' && (
              <button type="button" className={classes.link} onClick={() => onStep(step)}>
                {`Look at ${sayStep(step)}`}
              </button>
            )}
          </div>
          <ul>
            {own.map((fact, index) => {
              const sentence = sayFact(account, fact)
              return (
                <li key={`${index} ${fact.at}`} className={classes.change}>
                  <span className={classes.sentence}>{sentence}</span>
                  <Button size="compact-sm" aria-label={`Remark on: ${sentence}`} onClick={() => onRemark(placeOf(fact), sentence)}>
                    Remark
                  </Button>
                </li>
              )
            })}
          </ul>
        </section>
      ))}
      {more > 0 && <p className={classes.nothing}>{`And ${formatCount(more, 'more change')}. Open the account to see everything.`}</p>}
    </Panel>
  )
}

function placeOf(fact: AccountFact): RemarkPlace {
  return 'field' in fact ? { at: fact.at, field: fact.field, key: fact.key } : { at: fact.at, field: '', key: null }
}
