import { Button, Radio, TextInput } from '@mantine/core'
import { useId, useState } from 'react'
import type { Criterion } from '#shared/domain/account/Account'
import { Dialog } from '../../../ui/Dialog'
import form from '../../../ui/Form.module.css'
import { draftOf, type CriterionDraft, type DraftProblems } from './criterionDraft'
import { MustHaveFields } from './MustHaveFields'
import { ScaleFields } from './ScaleFields'

interface CriterionDialogProps {
  /** Null for a new one. */
  readonly criterion: Criterion | null
  /** Somebody wants it to be a must-have and the limit is still open. */
  readonly asMustHave: boolean
  /** Headings in use. */
  readonly groups: readonly string[]
  /** What is wrong with the draft; null when it was saved. `opened` is the criterion as the form found it. */
  readonly onSave: (draft: CriterionDraft, opened: Criterion | null) => DraftProblems | null
  readonly onClose: () => void
}

const proposers: readonly { readonly value: Criterion['proposedBy']; readonly label: string }[] = [
  { value: 'buyer', label: 'The buyer' },
  { value: 'us', label: 'Us' },
  { value: 'neutral', label: 'Neither' },
]

/** What is asked of every option: its scale with fixed ends, and where it must be met. */
export function CriterionDialog({ criterion, asMustHave, groups, onSave, onClose }: CriterionDialogProps) {
  const groupsId = useId()
  const [opened] = useState(criterion)
  const [draft, setDraft] = useState(() => ({ ...draftOf(criterion), ...(asMustHave && { mustHave: true }) }))
  const [problems, setProblems] = useState<DraftProblems>({})
  const change = (part: Partial<CriterionDraft>): void => {
    setDraft((before) => ({ ...before, ...part }))
    setProblems({})
  }
  const submit = (): void => {
    const found = onSave(draft, opened)
    if (found) setProblems(found)
    else onClose()
  }
  return (
    <Dialog
      title={criterion ? 'Edit criterion' : 'New criterion'}
      width={560}
      onClose={onClose}
      onSubmit={submit}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="filled">
            {criterion ? 'Save' : 'Add criterion'}
          </Button>
        </>
      }
    >
      <div className={form.fields}>
        <TextInput
          label="Name"
          data-autofocus
          maxLength={80}
          value={draft.name}
          error={problems.name}
          onChange={(event) => change({ name: event.currentTarget.value })}
        />
        <TextInput
          label="Question"
          description="As the buyer would ask it"
          maxLength={400}
          value={draft.question}
          onChange={(event) => change({ question: event.currentTarget.value })}
        />
        <div className={form.pair}>
          <TextInput
            label="Heading"
            description="Groups rows of the table"
            maxLength={60}
            list={groupsId}
            value={draft.group}
            onChange={(event) => change({ group: event.currentTarget.value })}
          />
          <datalist id={groupsId}>
            {groups.map((group) => (
              <option key={group} value={group} />
            ))}
          </datalist>
          <Radio.Group
            label="Proposed by"
            value={draft.proposedBy}
            onChange={(value) => change({ proposedBy: proposers.find((proposer) => proposer.value === value)?.value ?? 'neutral' })}
          >
            <div className={form.radios}>
              {proposers.map(({ value, label }) => (
                <Radio key={value} value={value} label={label} />
              ))}
            </div>
          </Radio.Group>
        </div>
        <ScaleFields draft={draft} problems={problems} onChange={change} hasAnswers={criterion !== null} />
        <MustHaveFields draft={draft} problems={problems} onChange={change} />
      </div>
    </Dialog>
  )
}
