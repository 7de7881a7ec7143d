import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Comparison } from '#shared/domain/account/Account'
import { Dialog } from '../../../ui/Dialog'
import form from '../../../ui/Form.module.css'
import type { FieldValues } from '../compareActions'

interface DetailsDialogProps {
  readonly comparison: Comparison
  readonly onSave: (fields: FieldValues<Comparison>) => void
  readonly onClose: () => void
}

export function DetailsDialog({ comparison, onSave, onClose }: DetailsDialogProps) {
  const [title, setTitle] = useState(comparison.title)
  const [question, setQuestion] = useState(comparison.question)
  const [currency, setCurrency] = useState(comparison.currency)
  const [problem, setProblem] = useState<string | null>(null)
  const submit = (): void => {
    if (title.trim() === '') return setProblem('Give it a title.')
    onSave({ title: title.trim(), question: question.trim(), currency: currency.trim().toUpperCase() })
    onClose()
  }
  return (
    <Dialog
      title="Title and question"
      onClose={onClose}
      onSubmit={submit}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="filled">
            Save
          </Button>
        </>
      }
    >
      <div className={form.fields}>
        <TextInput
          label="Title"
          data-autofocus
          maxLength={120}
          value={title}
          error={problem}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <TextInput
          label="Question"
          description="What the buyer decides, in one sentence"
          maxLength={400}
          value={question}
          onChange={(event) => setQuestion(event.currentTarget.value)}
        />
        <TextInput
          label="Currency"
          description="Three letters, for example EUR"
          maxLength={3}
          w={140}
          value={currency}
          onChange={(event) => setCurrency(event.currentTarget.value)}
        />
      </div>
    </Dialog>
  )
}
