import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Contradiction, Finding, Person } from '#shared/domain/account/Account'
import { Dialog } from '../../../ui/Dialog'
import form from '../../../ui/Form.module.css'
import { OwnerFields } from '../../../ui/promised/OwnerFields'
import { choicesOf } from '../../../ui/words'
import { contradictionStateWords } from './contradictionWords'

type ContradictionFields = Pick<Contradiction, 'oneFinding' | 'otherFinding' | 'state' | 'settledBy' | 'answer' | 'ownerSide' | 'owner' | 'dueOn'>

interface ContradictionDialogProps {
  /** Null for a new one. */
  readonly contradiction: Contradiction | null
  readonly findings: readonly Finding[]
  readonly people: readonly Person[]
  readonly onSave: (opened: ContradictionFields, saved: ContradictionFields) => void
  readonly onClose: () => void
}

const states = choicesOf(contradictionStateWords)

/** Which two findings disagree, what would settle it, and who sees to it. */
export function ContradictionDialog({ contradiction, findings, people, onSave, onClose }: ContradictionDialogProps) {
  const [opened] = useState<ContradictionFields>({
    oneFinding: contradiction ? contradiction.oneFinding : (findings.at(-2)?.id ?? null),
    otherFinding: contradiction ? contradiction.otherFinding : (findings.at(-1)?.id ?? null),
    state: contradiction?.state ?? 'open',
    settledBy: contradiction?.settledBy ?? '',
    answer: contradiction?.answer ?? '',
    ownerSide: contradiction?.ownerSide ?? 'ours',
    owner: contradiction?.owner ?? '',
    dueOn: contradiction?.dueOn ?? null,
  })
  const [draft, setDraft] = useState(opened)
  const [problem, setProblem] = useState<string | null>(null)
  const change = (part: Partial<ContradictionFields>): void => {
    setDraft((before) => ({ ...before, ...part }))
    setProblem(null)
  }
  const submit = (): void => {
    if (draft.oneFinding === draft.otherFinding) return setProblem('Choose two different findings.')
    onSave(opened, { ...draft, owner: draft.owner.trim() })
    onClose()
  }
  const claims = findings.map(({ id, claim }) => ({ value: id, label: claim.length > longestChoice ? `${claim.slice(0, longestChoice)}…` : claim }))
  return (
    <Dialog
      title={contradiction ? 'Edit contradiction' : 'New contradiction'}
      width={600}
      onClose={onClose}
      onSubmit={submit}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="filled">
            {contradiction ? 'Save' : 'Add contradiction'}
          </Button>
        </>
      }
    >
      <div className={form.fields}>
        <NativeSelect
          label="One says"
          data-autofocus
          data={claims}
          value={draft.oneFinding ?? ''}
          onChange={(event) => change({ oneFinding: event.currentTarget.value || null })}
        />
        <NativeSelect
          label="The other says"
          data={claims}
          value={draft.otherFinding ?? ''}
          error={problem}
          onChange={(event) => change({ otherFinding: event.currentTarget.value || null })}
        />
        <TextInput
          label="What would settle it"
          maxLength={400}
          value={draft.settledBy}
          onChange={(event) => change({ settledBy: event.currentTarget.value })}
        />
        <OwnerFields
          label="Who sees to it"
          owner={{ side: draft.ownerSide, name: draft.owner, dueOn: draft.dueOn }}
          people={people.map(({ name }) => name).filter((name) => name.trim() !== '')}
          onChange={({ side, name, dueOn }) =>
            change({ ...(side && { ownerSide: side }), ...(name !== undefined && { owner: name }), ...(dueOn !== undefined && { dueOn }) })
          }
        />
        <NativeSelect
          label="State"
          data={[...states]}
          value={draft.state}
          onChange={(event) => change({ state: states.find(({ value }) => value === event.currentTarget.value)?.value ?? 'open' })}
        />
        {draft.state !== 'open' && (
          <Textarea
            label={draft.state === 'settled' ? 'How it was settled' : 'Why it cannot be known'}
            maxLength={1000}
            value={draft.answer}
            onChange={(event) => change({ answer: event.currentTarget.value })}
          />
        )}
      </div>
    </Dialog>
  )
}

/** A choice of a list is one line. */
const longestChoice = 90
