import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import type { IntakeField } from '#shared/domain/intake/intakeTable'
import { formatCount } from '#shared/text/format'
import { sayIntake, type IntakeStep } from '../../../model/createIntakeStore'
import { Dialog } from '../../../ui/Dialog'
import { Problem } from '../../../ui/Problem'
import { ColumnsStep } from './ColumnsStep'
import { missingIn } from './intakeWords'
import { LookStep } from './LookStep'
import classes from './Intake.module.css'

interface IntakeDialogProps {
  readonly step: Exclude<IntakeStep, { readonly kind: 'none' }>
  readonly isBusy: boolean
  readonly problem: string | null
  readonly onMean: (column: number, field: IntakeField | null) => void
  readonly onLook: () => void
  readonly onBack: () => void
  readonly onOtherFile: () => void
  readonly onTake: () => void
  readonly onUndo: () => void
  readonly onClose: () => void
}

/** Taking a list in, step by step; nothing is changed before the last button. */
export function IntakeDialog({ step, isBusy, problem, onMean, onLook, onBack, onOtherFile, onTake, onUndo, onClose }: IntakeDialogProps) {
  const { title, body, aside, actions } = partsOf()
  return (
    <Dialog title={title} onClose={onClose} width={step.kind === 'mapping' || step.kind === 'look' ? 820 : 520} actions={actions} aside={aside}>
      <div className={classes.step}>
        {problem !== null && <Problem>{problem}</Problem>}
        {body}
      </div>
    </Dialog>
  )

  function partsOf(): { readonly title: string; readonly body: ReactNode; readonly aside?: ReactNode; readonly actions: ReactNode } {
    switch (step.kind) {
      case 'mapping': {
        const canGoOn = missingIn(step.mapping) === null
        return {
          title: 'Import from CSV: what the columns hold',
          body: <ColumnsStep list={step.list} mapping={step.mapping} onMean={onMean} />,
          aside: <Button onClick={onOtherFile}>Choose another file</Button>,
          actions: (
            <>
              <Button onClick={onClose}>Cancel</Button>
              <Button variant="filled" disabled={!canGoOn} loading={isBusy} onClick={onLook}>
                See what would change
              </Button>
            </>
          ),
        }
      }
      case 'look': {
        const accounts = step.preview.created + step.preview.extended
        return {
          title: 'Import from CSV: what would change',
          body: <LookStep preview={step.preview} fileName={step.list.fileName} />,
          aside: <Button onClick={onBack}>Back to the columns</Button>,
          actions: (
            <>
              <Button onClick={onClose}>Cancel</Button>
              <Button variant="filled" disabled={accounts === 0} data-autofocus onClick={onTake}>
                Import {formatCount(accounts, 'account')}
              </Button>
            </>
          ),
        }
      }
      case 'taking':
        return {
          title: `Importing ${step.list.fileName}`,
          body: <Progress done={step.done} of={step.of} />,
          actions: <Button onClick={onClose}>Go on working meanwhile</Button>,
        }
      case 'taken':
        return {
          title: step.isUndone ? 'The import was undone' : 'Import finished',
          body: (
            <p role="status" className={classes.sentence}>
              {step.isUndone ? 'The new accounts are off the list, and what was added to others is gone. What was changed since stays.' : `${sayIntake(step.result)}.`}
            </p>
          ),
          aside: !step.isUndone && step.result.created + step.result.extended > 0 && (
            <Button loading={isBusy} onClick={onUndo}>
              Undo the import
            </Button>
          ),
          actions: (
            <Button variant="filled" data-autofocus onClick={onClose}>
              Done
            </Button>
          ),
        }
    }
  }
}

function Progress({ done, of }: { readonly done: number; readonly of: number }) {
  return (
    <div className={classes.progress}>
      <progress aria-label="Import" value={done} max={Math.max(1, of)} />
      <p role="status" className={classes.sentence}>
        {done} of {formatCount(of, 'account')}. It can be undone as a whole afterwards.
      </p>
    </div>
  )
}
