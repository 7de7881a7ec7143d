import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Need, Person } from '#shared/domain/account/Account'
import { changedFields } from '../../../model/changedFields'
import { Dialog } from '../../../ui/Dialog'
import form from '../../../ui/Form.module.css'

export type NeedFields = Pick<Need, 'quote' | 'saidBy' | 'saidOn' | 'paraphrase' | 'confirmedOn'>

interface NeedDialogProps {
  readonly need: Need
  readonly people: readonly Person[]
  readonly today: string
  readonly onSave: (fields: Partial<NeedFields>) => void
  readonly onClose: () => void
}

export function NeedDialog({ need, people, today, onSave, onClose }: NeedDialogProps) {
  const [opened] = useState<NeedFields>({
    quote: need.quote,
    paraphrase: need.paraphrase,
    saidBy: need.saidBy,
    saidOn: need.saidOn,
    confirmedOn: need.confirmedOn,
  })
  const [draft, setDraft] = useState(opened)
  const [problem, setProblem] = useState<string | null>(null)
  const change = (part: Partial<NeedFields>): void => setDraft((before) => ({ ...before, ...part }))
  const submit = (): void => {
    if (draft.quote.trim() === '' && draft.paraphrase.trim() === '') return setProblem('Write down what they said.')
    const saved = { ...draft, quote: draft.quote.trim(), paraphrase: draft.paraphrase.trim() }
    onSave(changedFields(opened, saved))
    onClose()
  }
  return (
    <Dialog
      title="Edit need"
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
        <Textarea
          label="What they said, word for word"
          data-autofocus
          maxLength={1000}
          value={draft.quote}
          error={problem}
          onChange={(event) => change({ quote: event.currentTarget.value })}
        />
        <Textarea
          label="What that means"
          description="In a few words both of you agree on"
          maxLength={1000}
          value={draft.paraphrase}
          onChange={(event) => change({ paraphrase: event.currentTarget.value })}
        />
        <div className={form.pair}>
          <NativeSelect
            label="Said by"
            data={[
              { value: '', label: 'Nobody named' },
              ...people.map(({ id, name }) => ({ value: id, label: name.trim() || 'Person without a name' })),
            ]}
            value={draft.saidBy ?? ''}
            onChange={(event) => change({ saidBy: event.currentTarget.value || null })}
          />
          <TextInput
            type="date"
            label="Said on"
            max={today}
            value={draft.saidOn ?? ''}
            onChange={(event) => change({ saidOn: event.currentTarget.value || null })}
          />
        </div>
        <TextInput
          type="date"
          label="Confirmed by the buyer on"
          description="Only confirmed needs are printed in the brief"
          max={today}
          value={draft.confirmedOn ?? ''}
          onChange={(event) => change({ confirmedOn: event.currentTarget.value || null })}
        />
      </div>
    </Dialog>
  )
}
