import { Button } from '@mantine/core'
import { IconArrowRight } from '@tabler/icons-react'
import { pathSteps, type PathStep } from '#shared/domain/path/PathStep'
import type { PathState, StepState } from '#shared/domain/path/StepState'
import { sayOpen, stepNames, stepQuestions, stepStateWords } from '#shared/text/path/pathWords'
import { Panel } from '../../ui/Panel'
import { StepStateIcon } from '../../ui/StepStateIcon'
import classes from './PathPanel.module.css'

interface PathPanelProps {
  readonly path: PathState
  readonly onStep: (step: PathStep) => void
}

/** The way through an account at a glance, and the one thing to do next. */
export function PathPanel({ path, onStep }: PathPanelProps) {
  const next = path.next ?? 'takeAway'
  return (
    <Panel
      title="The path"
      actions={
        <Button variant="filled" rightSection={<IconArrowRight size={15} />} onClick={() => onStep(next)}>
          {path.next === null ? `Open ${stepNames[next]}` : `Go on: ${stepNames[next]}`}
        </Button>
      }
    >
      <ol aria-label="Steps" className={classes.steps}>
        {pathSteps.map((step, index) => {
          const state = path.steps[step]
          return (
            <li key={step} className={classes.step}>
              <StepStateIcon kind={state.kind} />
              <button type="button" className={classes.name} onClick={() => onStep(step)}>
                {index + 1} {stepNames[step]}
              </button>
              <span className={classes.state}>{stepStateWords[state.kind]}</span>
              <span className={classes.open}>{hint(state)}</span>
            </li>
          )
        })}
      </ol>
    </Panel>
  )
}

/** What is still open; of a step that is not begun its question. */
function hint(state: StepState): string {
  if (state.kind === 'done') return ''
  return state.kind === 'open' ? sayOpen(state) : stepQuestions[state.step]
}
