import { Button, Textarea } from '@mantine/core'
import { useState } from 'react'
import { Dialog } from './Dialog'
import form from './Form.module.css'

interface SetAsideDialogProps {
  readonly optionName: string
  readonly onSetAside: (reason: string) => void
  readonly onClose: () => void
}

/** Nothing is left out without a reason, and the buyer reads it. */
export function SetAsideDialog({ optionName, onSetAside, onClose }: SetAsideDialogProps) {
  const [reason, setReason] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const submit = (): void => {
    if (reason.trim() === '') return setProblem('Say why: the buyer reads it.')
    onSetAside(reason.trim())
    onClose()
  }
  return (
    <Dialog
      title={`Set aside ${optionName}`}
      onClose={onClose}
      onSubmit={submit}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="filled">
            Set aside
          </Button>
        </>
      }
    >
      <div className={form.fields}>
        <p className={form.lead}>It leaves the table and keeps its answers. You can bring it back at any time.</p>
        <Textarea
          label="Why it is out"
          description="The buyer reads this"
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
