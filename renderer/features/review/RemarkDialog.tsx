import { Button, Textarea } from '@mantine/core'
import { useState } from 'react'
import { Dialog } from '../../ui/Dialog'
import form from '../../ui/Form.module.css'

interface RemarkDialogProps {
  /** What it is about, in words. */
  readonly about: string
  readonly onRemark: (text: string) => boolean
  readonly onClose: () => void
}

export function RemarkDialog({ about, onRemark, onClose }: RemarkDialogProps) {
  const [text, setText] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  return (
    <Dialog
      title="Leave a remark"
      onClose={onClose}
      onSubmit={() => {
        if (text.trim() === '') return setProblem('Write what should be looked at again.')
        if (onRemark(text.trim())) onClose()
      }}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="filled">
            Leave remark
          </Button>
        </>
      }
    >
      <div className={form.fields}>
        <p className={form.lead}>{about}</p>
        <Textarea label="Remark" data-autofocus maxLength={4000} value={text} error={problem} onChange={(event) => setText(event.currentTarget.value)} />
      </div>
    </Dialog>
  )
}
