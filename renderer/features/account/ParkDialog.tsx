import { Button, Textarea } from '@mantine/core'
import { useState } from 'react'
import { Dialog } from '../../ui/Dialog'
import form from '../../ui/Form.module.css'

interface ParkDialogProps {
  readonly onPark: (reason: string) => void
  readonly onClose: () => void
}

/** Puts an account away for now, with the reason one will want to know later. */
export function ParkDialog({ onPark, onClose }: ParkDialogProps) {
  const [reason, setReason] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const submit = (): void => {
    if (reason.trim() === '') return setProblem('Say why, so that whoever takes it up again knows.')
    onPark(reason.trim())
    onClose()
  }
  return (
    <Dialog
      title="Park this account"
      onClose={onClose}
      onSubmit={submit}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="filled">
            Park
          </Button>
        </>
      }
    >
      <div className={form.fields}>
        <p className={form.lead}>Everything stays as it is. You can take it up again at any time.</p>
        <Textarea
          label="Why"
          description="Internal"
          data-autofocus
          maxLength={400}
          value={reason}
          error={problem}
          onChange={(event) => {
            setReason(event.currentTarget.value)
            setProblem(null)
          }}
        />
      </div>
    </Dialog>
  )
}
