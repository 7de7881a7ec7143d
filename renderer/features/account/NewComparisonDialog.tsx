import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { fixedOptionNames } from '#shared/text/brief/fixedOptionNames'
import { formatList } from '#shared/text/format'
import { Dialog } from '../../ui/Dialog'
import form from '../../ui/Form.module.css'

interface NewComparisonDialogProps {
  readonly currency: string
  readonly onCreate: (title: string, question: string, currency: string) => void
  readonly onClose: () => void
}

export function NewComparisonDialog({ currency, onCreate, onClose }: NewComparisonDialogProps) {
  const [title, setTitle] = useState('')
  const [question, setQuestion] = useState('')
  const [money, setMoney] = useState(currency || 'EUR')
  const [problem, setProblem] = useState<string | null>(null)
  const submit = (): void => {
    if (title.trim() === '') return setProblem('Give it a title, for example “Warehouse system 2027”.')
    onCreate(title.trim(), question.trim(), money.trim().toUpperCase())
    onClose()
  }
  return (
    <Dialog
      title="New comparison"
      onClose={onClose}
      onSubmit={submit}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="filled">
            Create comparison
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
          description="Three letters"
          maxLength={3}
          w={120}
          value={money}
          onChange={(event) => setMoney(event.currentTarget.value)}
        />
        <p className={form.lead}>
          {formatList(Object.values(fixedOptionNames).map((name) => `“${name}”`))} are in from the start. You can set them aside with a reason.
        </p>
      </div>
    </Dialog>
  )
}
