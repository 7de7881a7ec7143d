import { pathSteps, type PathStep } from '#shared/domain/path/PathStep'
import type { PathState } from '#shared/domain/path/StepState'
import { stepNames, stepStateWords } from '#shared/text/path/pathWords'
import { StepStateIcon } from '../../../ui/StepStateIcon'
import classes from './PathSteps.module.css'

interface PathStepsProps {
  readonly step: PathStep
  readonly path: PathState
  readonly onStep: (step: PathStep) => void
}

/** The seven steps with their state, in icon and word; any can be entered at any time. */
export function PathSteps({ step: here, path, onStep }: PathStepsProps) {
  return (
    <nav aria-label="Path" data-pane tabIndex={-1}>
      <ol className={classes.steps}>
        {pathSteps.map((step, index) => {
          const { kind } = path.steps[step]
          return (
            <li key={step}>
              <button type="button" className={classes.step} aria-current={step === here ? 'step' : undefined} onClick={() => onStep(step)}>
                <span className={classes.icon}>
                  <StepStateIcon kind={kind} />
                </span>
                <span className={classes.name}>
                  {index + 1} {stepNames[step]}
                </span>{' '}
                <span className={classes.state}>{stepStateWords[kind]}</span>
              </button>
            </li>
          )
        })}
      </ol>
    </nav>
  )
}
