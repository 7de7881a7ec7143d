import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Comparison } from '#shared/domain/account/Account'
import { Dialog } from '../../../ui/Dialog'
import form from '../../../ui/Form.module.css'
import { changedFields } from '../../../model/changedFields'
import type { FieldValues } from '../compareActions'

type Details = Pick<Comparison, 'title' | 'question' | 'currency' | 'banner'>

interface DetailsDialogProps {
  readonly comparison: Comparison
  readonly onSave: (fields: FieldValues<Comparison>) => void
  readonly onClose: () => void
}

export function DetailsDialog({ comparison, onSave, onClose }: DetailsDialogProps) {
  const [opened] = useState<Details>({
    title: comparison.title,
    question: comparison.question,
    currency: comparison.currency,
    banner: comparison.banner,
  })
  const [draft, setDraft] = useState(opened)
  const [problem, setProblem] = useState<string | null>(null)
  const change = (part: Partial<Details>): void => {
    setDraft((before) => ({ ...before, ...part }))
    setProblem(null)
  }
  const submit = (): void => {
    const { title, question, currency, banner } = draft
    if (title.trim() === '') return setProblem('Give it a title.')
    onSave(changedFields(opened, { title: title.trim(), question: question.trim(), currency: currency.trim().toUpperCase(), banner: banner.trim() }))
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
          value={draft.title}
          error={problem}
          onChange={(event) => change({ title: event.currentTarget.value })}
        />
        <TextInput
          label="Question"
          description="What the buyer decides, in one sentence"
          maxLength={400}
          value={draft.question}
          onChange={(event) => change({ question: event.currentTarget.value })}
        />
        <TextInput
          label="Currency"
          description="Three letters, for example EUR"
          maxLength={3}
          w={140}
          value={draft.currency}
          onChange={(event) => change({ currency: event.currentTarget.value })}
        />
        <TextInput
          label="Reservation"
          description="Stands above the table and in the brief, for example: prices of last year"
          maxLength={400}
          value={draft.banner}
          onChange={(event) => change({ banner: event.currentTarget.value })}
        />
      </div>
    </Dialog>
  )
}
