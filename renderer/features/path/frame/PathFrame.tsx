import { Button, NativeSelect } from '@mantine/core'
import { IconArrowRight } from '@tabler/icons-react'
import { useEffect, useRef, type ReactNode } from 'react'
import { neighbourStep, type PathStep } from '#shared/domain/path/PathStep'
import type { PathState } from '#shared/domain/path/StepState'
import { sayNext, sayOpen, stepQuestions } from '#shared/text/path/pathWords'
import { PathSteps } from './PathSteps'
import classes from './PathFrame.module.css'

interface PathFrameProps {
  readonly step: PathStep
  readonly path: PathState
  /** Those of the account, to switch between; one or none needs no choice. */
  readonly comparisons: readonly { readonly id: string; readonly title: string }[]
  readonly comparisonId: string | null
  readonly onStep: (step: PathStep) => void
  readonly onComparison: (comparisonId: string) => void
  /** False where the main thing to do stands in the step itself. */
  readonly leadsOn?: boolean
  /** What else this step offers, beside the button that leads on. */
  readonly actions?: ReactNode
  readonly children: ReactNode
}

/** What stands around every step: where it lies on the path, its question, what is still open, what comes next. */
export function PathFrame({ step, path, comparisons, comparisonId, onStep, onComparison, leadsOn = true, actions, children }: PathFrameProps) {
  const question = useFocusOnArrival(step)
  const next = leadsOn ? neighbourStep(step, 1) : null
  return (
    <div className={classes.frame}>
      <PathSteps step={step} path={path} onStep={onStep} />
      <div className={classes.head}>
        <div className={classes.words}>
          <h1 ref={question} tabIndex={-1} className={classes.question}>
            {stepQuestions[step]}
          </h1>
          <p className={classes.open}>{sayOpen(path.steps[step])}</p>
        </div>
        <div className={classes.actions}>
          {comparisons.length > 1 && (
            <NativeSelect
              aria-label="Comparison"
              className={classes.comparison}
              data={comparisons.map(({ id, title }) => ({ value: id, label: title.trim() || 'Comparison without a title' }))}
              value={comparisonId ?? ''}
              onChange={(event) => onComparison(event.currentTarget.value)}
            />
          )}
          {actions}
          {next && (
            <Button variant="filled" rightSection={<IconArrowRight size={15} />} onClick={() => onStep(next)}>
              {sayNext(next)}
            </Button>
          )}
        </div>
      </div>
      <div className={classes.body}>{children}</div>
    </div>
  )
}

/** Whoever goes to another step is read its question first, and goes on from there with Tab. */
function useFocusOnArrival(step: PathStep) {
  const question = useRef<HTMLHeadingElement>(null)
  const former = useRef<PathStep | null>(null)
  useEffect(() => {
    const isNew = former.current !== null && former.current !== step
    const isLost = document.activeElement === document.body
    former.current = step
    if (isNew || isLost) question.current?.focus()
  }, [step])
  return question
}
