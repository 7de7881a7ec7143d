import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Finding, Person } from '#shared/domain/account/Account'
import { Dialog } from '../../../ui/Dialog'
import form from '../../../ui/Form.module.css'
import { Internal } from '../../../ui/Internal'
import { choicesOf, findingKindWords, ourViewWords } from '../../../ui/words'

type FindingFields = Pick<Finding, 'claim' | 'sourceTitle' | 'sourceAddress' | 'kind' | 'readBy' | 'readOn' | 'ourView' | 'ourReason' | 'note'>

interface FindingDialogProps {
  readonly finding: Finding
  readonly people: readonly Person[]
  readonly today: string
  readonly onSave: (opened: FindingFields, saved: FindingFields) => void
  readonly onClose: () => void
}

const kinds = choicesOf(findingKindWords)
const views = choicesOf(ourViewWords)

/** Where a finding comes from, and what we honestly think of it. */
export function FindingDialog({ finding, people, today, onSave, onClose }: FindingDialogProps) {
  const [opened] = useState<FindingFields>(() => {
    const { claim, sourceTitle, sourceAddress, kind, readBy, readOn, ourView, ourReason, note } = finding
    return { claim, sourceTitle, sourceAddress, kind, readBy, readOn, ourView, ourReason, note }
  })
  const [draft, setDraft] = useState(opened)
  const [problem, setProblem] = useState<string | null>(null)
  const change = (part: Partial<FindingFields>): void => setDraft((before) => ({ ...before, ...part }))
  const submit = (): void => {
    if (draft.claim.trim() === '') return setProblem('Write down what it says.')
    onSave(opened, { ...draft, claim: draft.claim.trim() })
    onClose()
  }
  return (
    <Dialog
      title="Edit finding"
      width={560}
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
          label="What it says"
          data-autofocus
          maxLength={1000}
          value={draft.claim}
          error={problem}
          onChange={(event) => change({ claim: event.currentTarget.value })}
        />
        <div className={form.pair}>
          <TextInput label="Source" maxLength={400} value={draft.sourceTitle} onChange={(event) => change({ sourceTitle: event.currentTarget.value })} />
          <NativeSelect
            label="What it is"
            data={[...kinds]}
            value={draft.kind}
            onChange={(event) => change({ kind: kinds.find(({ value }) => value === event.currentTarget.value)?.value ?? 'other' })}
          />
        </div>
        <TextInput
          label="Address"
          description="A web address, or where it is to be found"
          maxLength={2000}
          value={draft.sourceAddress}
          onChange={(event) => change({ sourceAddress: event.currentTarget.value })}
        />
        <div className={form.pair}>
          <NativeSelect
            label="Who read it"
            data={[{ value: '', label: 'Nobody named' }, ...people.map(({ id, name }) => ({ value: id, label: name.trim() || 'Person without a name' }))]}
            value={draft.readBy ?? ''}
            onChange={(event) => change({ readBy: event.currentTarget.value || null })}
          />
          <TextInput
            type="date"
            label="When"
            max={today}
            value={draft.readOn ?? ''}
            onChange={(event) => change({ readOn: event.currentTarget.value || null })}
          />
        </div>
        <NativeSelect
          label="Our view"
          data={[...views]}
          value={draft.ourView}
          onChange={(event) => change({ ourView: views.find(({ value }) => value === event.currentTarget.value)?.value ?? 'notSaid' })}
        />
        <Textarea
          label="Why we see it so"
          description="The buyer reads this"
          maxLength={1000}
          value={draft.ourReason}
          onChange={(event) => change({ ourReason: event.currentTarget.value })}
        />
        <Internal>
          <Textarea label="Note" maxLength={400} value={draft.note} onChange={(event) => change({ note: event.currentTarget.value })} />
        </Internal>
      </div>
    </Dialog>
  )
}
