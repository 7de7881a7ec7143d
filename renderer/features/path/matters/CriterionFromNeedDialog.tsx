import { Button, Radio, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Criterion, Need } from '#shared/domain/account/Account'
import { Dialog } from '../../../ui/Dialog'
import form from '../../../ui/Form.module.css'
import { readNumber } from '../../../ui/readNumber'
import { needWords } from './needWords'

export type CriterionFields = Pick<Criterion, 'name' | 'question' | 'scale' | 'unit' | 'direction' | 'lo' | 'hi'>

interface CriterionFromNeedDialogProps {
  readonly need: Need
  readonly onSave: (fields: CriterionFields) => void
  readonly onClose: () => void
}

interface Draft {
  readonly name: string
  readonly question: string
  readonly scale: 'yesNo' | 'number'
  readonly unit: string
  readonly worst: string
  readonly best: string
}

/** What a need asks of every option, with a scale whose ends are fixed before anything is scored. */
export function CriterionFromNeedDialog({ need, onSave, onClose }: CriterionFromNeedDialogProps) {
  const [draft, setDraft] = useState<Draft>(() => ({
    name: need.paraphrase.trim().slice(0, longestName),
    question: needWords(need).slice(0, longestQuestion),
    scale: 'yesNo',
    unit: '',
    worst: '',
    best: '',
  }))
  const [problems, setProblems] = useState<Partial<Record<keyof Draft, string>>>({})
  const change = (part: Partial<Draft>): void => {
    setDraft((before) => ({ ...before, ...part }))
    setProblems({})
  }
  const submit = (): void => {
    const found = problemsOf(draft)
    if (Object.keys(found).length > 0) return setProblems(found)
    onSave(fieldsOf(draft))
    onClose()
  }
  return (
    <Dialog
      title="New criterion from a need"
      width={520}
      onClose={onClose}
      onSubmit={submit}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="filled">
            Add criterion
          </Button>
        </>
      }
    >
      <div className={form.fields}>
        <p className={form.lead}>“{needWords(need)}”</p>
        <TextInput
          label="Name"
          description="In two or three words"
          data-autofocus
          maxLength={longestName}
          value={draft.name}
          error={problems.name}
          onChange={(event) => change({ name: event.currentTarget.value })}
        />
        <TextInput
          label="Question"
          description="What is asked of every option"
          maxLength={longestQuestion}
          value={draft.question}
          onChange={(event) => change({ question: event.currentTarget.value })}
        />
        <Radio.Group label="Answered by" value={draft.scale} onChange={(scale) => change({ scale: scale === 'number' ? 'number' : 'yesNo' })}>
          <div className={form.radios}>
            <Radio value="yesNo" label="Yes or no" />
            <Radio value="number" label="A number" />
          </div>
        </Radio.Group>
        {draft.scale === 'number' && (
          <div className={form.triple}>
            <TextInput
              label="Worst"
              inputMode="decimal"
              value={draft.worst}
              error={problems.worst}
              onChange={(event) => change({ worst: event.currentTarget.value })}
            />
            <TextInput
              label="Best"
              inputMode="decimal"
              value={draft.best}
              error={problems.best}
              onChange={(event) => change({ best: event.currentTarget.value })}
            />
            <TextInput label="Unit" maxLength={24} value={draft.unit} onChange={(event) => change({ unit: event.currentTarget.value })} />
          </div>
        )}
      </div>
    </Dialog>
  )
}

const longestName = 80
const longestQuestion = 400

function problemsOf(draft: Draft): Partial<Record<keyof Draft, string>> {
  const isNumber = draft.scale === 'number'
  const [worst, best] = [readNumber(draft.worst), readNumber(draft.best)]
  return {
    ...(draft.name.trim() === '' && { name: 'Give it a name.' }),
    ...(isNumber && worst === null && { worst: 'The worst that could be.' }),
    ...(isNumber && best === null && { best: 'The best that could be.' }),
    ...(isNumber && worst !== null && worst === best && { best: 'The best must differ from the worst.' }),
  }
}

function fieldsOf({ name, question, scale, unit, ...ends }: Draft): CriterionFields {
  const shared = { name: name.trim(), question: question.trim(), scale }
  const [worst, best] = [readNumber(ends.worst) ?? 0, readNumber(ends.best) ?? 0]
  if (scale === 'yesNo') return { ...shared, unit: '', direction: 'max', lo: null, hi: null }
  return { ...shared, unit: unit.trim(), direction: best < worst ? 'min' : 'max', lo: Math.min(worst, best), hi: Math.max(worst, best) }
}
