import { Button } from '@mantine/core'
import type { Comparison } from '#shared/domain/account/Account'
import { formatCount } from '#shared/text/format'
import { Dialog } from '../../../ui/Dialog'
import form from '../../../ui/Form.module.css'

interface ReplaceWeightsDialogProps {
  readonly comparison: Comparison
  readonly points: { readonly [criterionId: string]: number }
  readonly onReplace: () => void
  readonly onClose: () => void
}

/** Asks before anything takes the place of a weight that somebody moved by hand. */
export function ReplaceWeightsDialog({ comparison, points, onReplace, onClose }: ReplaceWeightsDialogProps) {
  const changed = Object.entries(points).flatMap(([id, next]) => {
    const criterion = comparison.criteria[id]
    return criterion && criterion.points !== next ? [{ criterion, next }] : []
  })
  return (
    <Dialog
      title="Replace the weights?"
      onClose={onClose}
      onSubmit={() => {
        onReplace()
        onClose()
      }}
      actions={
        <>
          <Button onClick={onClose} data-autofocus>
            Keep them
          </Button>
          <Button type="submit" variant="filled">
            Replace {formatCount(changed.length, 'weight')}
          </Button>
        </>
      }
    >
      <div className={form.fields}>
        <p>These weights were moved by hand. One undo brings them back.</p>
        <ul>
          {changed.map(({ criterion, next }) => (
            <li key={criterion.id}>
              {criterion.name}: {criterion.points ?? 'no'} points now, {next} by the order
            </li>
          ))}
        </ul>
      </div>
    </Dialog>
  )
}
