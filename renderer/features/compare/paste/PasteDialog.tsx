import { Button } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { shownValue } from '#shared/domain/comparison/cellDisplay'
import { formatCount } from '#shared/text/format'
import { Dialog } from '../../../ui/Dialog'
import { sayValue } from '../grid/cellWords'
import type { PastedCell, PastePlan } from './planPaste'
import classes from './PasteDialog.module.css'

interface PasteDialogProps {
  readonly plan: PastePlan
  readonly onFill: (cells: readonly PastedCell[]) => void
  readonly onClose: () => void
}

/** What pasting would change, before it does; one step to undo. */
export function PasteDialog({ plan, onFill, onClose }: PasteDialogProps) {
  const readable = plan.cells.filter((cell) => cell.read.ok)
  const submit = (): void => {
    onFill(readable)
    onClose()
  }
  return (
    <Dialog
      title="Fill the table"
      width={560}
      onClose={onClose}
      onSubmit={submit}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="filled" disabled={readable.length === 0} data-autofocus>
            Fill {formatCount(readable.length, 'cell')}
          </Button>
        </>
      }
    >
      <p className={classes.lead}>
        {[
          'Empty cells change nothing.',
          ...(plan.outside > 0
            ? [`${formatCount(plan.outside, 'cell lies', 'cells lie')} beyond the table and ${plan.outside === 1 ? 'is' : 'are'} left out.`]
            : []),
        ].join(' ')}
      </p>
      <div className={classes.scroller} tabIndex={0} role="region" aria-label="What is filled in">
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">Criterion</th>
              <th scope="col">Option</th>
              <th scope="col">Becomes</th>
            </tr>
          </thead>
          <tbody>
            {plan.cells.map(({ criterion, option, read }) => (
              <tr key={`${criterion.id} ${option.id}`}>
                <td>{criterion.name}</td>
                <td>{option.name}</td>
                <td>
                  {read.ok ? (
                    sayValue(shownValue(criterion, read.value), criterion.unit)
                  ) : (
                    <span className={classes.problem}>
                      <IconAlertTriangle size={14} aria-hidden /> {read.error} Stays as it is.
                    </span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Dialog>
  )
}
