import { Button, NativeSelect, Textarea } from '@mantine/core'
import { useState } from 'react'
import type { PromiseMade } from '#shared/domain/account/Account'
import { Dialog } from '../Dialog'
import form from '../Form.module.css'
import { choicesOf, promiseStateWords } from '../words'
import { OwnerFields } from './OwnerFields'

export type PromiseFields = Pick<PromiseMade, 'text' | 'side' | 'who' | 'dueOn' | 'state' | 'closedOn'>

interface PromiseDialogProps {
  /** Null for a new one. */
  readonly promise: PromiseMade | null
  readonly people: readonly string[]
  readonly today: string
  readonly onSave: (opened: PromiseFields, saved: PromiseFields) => void
  readonly onClose: () => void
}

const states = choicesOf(promiseStateWords)

/** Who promised what to whom, and by when. */
export function PromiseDialog({ promise, people, today, onSave, onClose }: PromiseDialogProps) {
  const [opened] = useState<PromiseFields>({
    text: promise?.text ?? '',
    side: promise?.side ?? 'ours',
    who: promise?.who ?? '',
    dueOn: promise?.dueOn ?? null,
    state: promise?.state ?? 'open',
    closedOn: promise?.closedOn ?? null,
  })
  const [draft, setDraft] = useState(opened)
  const [problem, setProblem] = useState<string | null>(null)
  const change = (part: Partial<PromiseFields>): void => setDraft((before) => ({ ...before, ...part }))
  const submit = (): void => {
    if (draft.text.trim() === '') return setProblem('Write down what was promised.')
    onSave(opened, { ...draft, text: draft.text.trim(), who: draft.who.trim() })
    onClose()
  }
  return (
    <Dialog
      title={promise ? 'Edit promise' : 'New promise'}
      onClose={onClose}
      onSubmit={submit}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="filled">
            {promise ? 'Save' : 'Add promise'}
          </Button>
        </>
      }
    >
      <div className={form.fields}>
        <Textarea
          label="What was promised"
          data-autofocus
          maxLength={1000}
          value={draft.text}
          error={problem}
          onChange={(event) => change({ text: event.currentTarget.value })}
        />
        <OwnerFields
          label="Promised by"
          owner={{ side: draft.side, name: draft.who, dueOn: draft.dueOn }}
          people={people}
          onChange={({ name, ...part }) => change({ ...part, ...(name !== undefined && { who: name }) })}
        />
        {promise && (
          <NativeSelect
            label="State"
            data={[...states]}
            value={draft.state}
            onChange={(event) => {
              const state = states.find(({ value }) => value === event.currentTarget.value)?.value ?? 'open'
              change({ state, closedOn: state === 'open' ? null : (draft.closedOn ?? today) })
            }}
          />
        )}
      </div>
    </Dialog>
  )
}
