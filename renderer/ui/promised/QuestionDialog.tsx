import { Button, NativeSelect, Textarea } from '@mantine/core'
import { useState } from 'react'
import type { Person, Question } from '#shared/domain/account/Account'
import { Dialog } from '../Dialog'
import form from '../Form.module.css'
import { choicesOf, questionStateWords } from '../words'
import { OwnerFields } from './OwnerFields'

export type QuestionFields = Pick<Question, 'text' | 'askedBy' | 'ownerSide' | 'owner' | 'dueOn' | 'state' | 'answer' | 'answeredOn'>

interface QuestionDialogProps {
  /** Null for a new one. */
  readonly question: Question | null
  /** What a new one starts with. */
  readonly start?: Partial<QuestionFields>
  /** The cell it is about, in words. */
  readonly about?: string | null
  readonly people: readonly Person[]
  readonly today: string
  readonly onSave: (opened: QuestionFields, saved: QuestionFields) => void
  readonly onClose: () => void
}

const states = choicesOf(questionStateWords)

/** What nobody knows yet: who finds it out, by when, and in the end the answer. */
export function QuestionDialog({ question, start = {}, about = null, people, today, onSave, onClose }: QuestionDialogProps) {
  const [opened] = useState<QuestionFields>({
    text: question?.text ?? start.text ?? '',
    askedBy: question?.askedBy ?? start.askedBy ?? null,
    ownerSide: question?.ownerSide ?? start.ownerSide ?? 'ours',
    owner: question?.owner ?? start.owner ?? '',
    dueOn: question?.dueOn ?? start.dueOn ?? null,
    state: question?.state ?? start.state ?? 'open',
    answer: question?.answer ?? start.answer ?? '',
    answeredOn: question?.answeredOn ?? start.answeredOn ?? null,
  })
  const [draft, setDraft] = useState(opened)
  const [problems, setProblems] = useState<{ readonly text?: string; readonly answer?: string }>({})
  const change = (part: Partial<QuestionFields>): void => {
    setDraft((before) => ({ ...before, ...part }))
    setProblems({})
  }
  const setState = (state: Question['state']): void => change({ state, answeredOn: state === 'open' ? null : (draft.answeredOn ?? today) })
  const submit = (): void => {
    if (draft.text.trim() === '') return setProblems({ text: 'Write the question down.' })
    if (draft.state === 'answered' && draft.answer.trim() === '') return setProblems({ answer: 'Write down the answer, or leave the question open.' })
    onSave(opened, { ...draft, text: draft.text.trim(), owner: draft.owner.trim() })
    onClose()
  }
  return (
    <Dialog
      title={question ? 'Question' : 'New question'}
      width={560}
      onClose={onClose}
      onSubmit={submit}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="filled">
            {question ? 'Save' : 'Ask'}
          </Button>
        </>
      }
    >
      <div className={form.fields}>
        {about !== null && <p className={form.lead}>About {about}</p>}
        <Textarea
          label="Question"
          {...(!question && { 'data-autofocus': true })}
          maxLength={1000}
          value={draft.text}
          error={problems.text}
          onChange={(event) => change({ text: event.currentTarget.value })}
        />
        <OwnerFields
          label="Who finds out"
          owner={{ side: draft.ownerSide, name: draft.owner, dueOn: draft.dueOn }}
          people={people.map(({ name }) => name).filter((name) => name.trim() !== '')}
          onChange={({ side, name, dueOn }) =>
            change({ ...(side && { ownerSide: side }), ...(name !== undefined && { owner: name }), ...(dueOn !== undefined && { dueOn }) })
          }
        />
        <NativeSelect
          label="Asked by"
          data={[{ value: '', label: 'Nobody named' }, ...people.map(({ id, name }) => ({ value: id, label: name.trim() || 'Person without a name' }))]}
          value={draft.askedBy ?? ''}
          onChange={(event) => change({ askedBy: event.currentTarget.value || null })}
        />
        {question && (
          <>
            <Textarea
              label="Answer"
              data-autofocus
              maxLength={20_000}
              value={draft.answer}
              error={problems.answer}
              onChange={(event) => {
                const answer = event.currentTarget.value
                change({ answer, ...(draft.state === 'open' && answer.trim() !== '' && { state: 'answered', answeredOn: today }) })
              }}
            />
            <NativeSelect
              label="State"
              data={[...states]}
              value={draft.state}
              onChange={(event) => setState(states.find(({ value }) => value === event.currentTarget.value)?.value ?? 'open')}
            />
          </>
        )}
      </div>
    </Dialog>
  )
}
