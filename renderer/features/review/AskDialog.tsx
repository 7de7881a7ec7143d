import { Button, Textarea } from '@mantine/core'
import { useState } from 'react'
import { Dialog } from '../../ui/Dialog'
import form from '../../ui/Form.module.css'

interface AskDialogProps {
  readonly onAsk: (words: string) => boolean
  readonly onClose: () => void
}

/** What a colleague should look at; may stay empty. */
export function AskDialog({ onAsk, onClose }: AskDialogProps) {
  const [words, setWords] = useState('')
  return (
    <Dialog
      title="Ask for a review"
      onClose={onClose}
      onSubmit={() => {
        if (onAsk(words.trim())) onClose()
      }}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="filled">
            Ask for a review
          </Button>
        </>
      }
    >
      <div className={form.fields}>
        <Textarea
          label="What should be looked at?"
          description="Optional. The buyer never sees this."
          data-autofocus
          maxLength={2000}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
      </div>
    </Dialog>
  )
}
