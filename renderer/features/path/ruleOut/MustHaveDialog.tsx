import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Criterion } from '#shared/domain/account/Account'
import { inOrder } from '#shared/domain/schema/order'
import { Dialog } from '../../../ui/Dialog'
import form from '../../../ui/Form.module.css'
import { readNumber } from '../../../ui/readNumber'

export type MustHaveFields = Pick<Criterion, 'mustHave' | 'mustAtLeast' | 'mustAtMost' | 'mustEqual'>

interface MustHaveDialogProps {
  readonly criteria: readonly Criterion[]
  /** Null: to choose which. */
  readonly criterionId: string | null
  readonly onSave: (criterionId: string, fields: MustHaveFields) => void
  readonly onClose: () => void
}

/** Where a criterion must be met: an option beyond the limit is out. */
export function MustHaveDialog({ criteria, criterionId, onSave, onClose }: MustHaveDialogProps) {
  const [chosen, setChosen] = useState(criterionId ?? criteria.find(({ mustHave }) => !mustHave)?.id ?? criteria[0]?.id ?? '')
  const criterion = criteria.find(({ id }) => id === chosen)
  const [typed, setTyped] = useState<{ readonly least?: string; readonly most?: string; readonly equal?: string }>({})
  const [problem, setProblem] = useState<string | null>(null)
  const least = typed.least ?? String(criterion?.mustAtLeast ?? '')
  const most = typed.most ?? String(criterion?.mustAtMost ?? '')
  const equal = typed.equal ?? criterion?.mustEqual ?? ''
  const change = (part: typeof typed): void => {
    setTyped((before) => ({ ...before, ...part }))
    setProblem(null)
  }
  const save = (fields: MustHaveFields): void => {
    onSave(chosen, fields)
    onClose()
  }
  const submit = (): void => {
    if (!criterion) return
    if (criterion.scale !== 'number') {
      if (equal === '') return setProblem('Say which answer is needed.')
      return save({ mustHave: true, mustAtLeast: null, mustAtMost: null, mustEqual: equal })
    }
    const [mustAtLeast, mustAtMost] = [readNumber(least), readNumber(most)]
    const isTyped = [least, most].every((text, index) => text.trim() === '' || [mustAtLeast, mustAtMost][index] !== null)
    if (!isTyped) return setProblem('Write the limit as a number.')
    if (mustAtLeast === null && mustAtMost === null) return setProblem('Set at least one limit.')
    if (mustAtLeast !== null && mustAtMost !== null && mustAtLeast > mustAtMost) return setProblem('Nothing could pass: the least is above the most.')
    save({ mustHave: true, mustAtLeast, mustAtMost, mustEqual: null })
  }
  return (
    <Dialog
      title={criterionId === null ? 'Set a must-have' : 'Edit must-have'}
      onClose={onClose}
      onSubmit={submit}
      aside={
        criterion?.mustHave && (
          <Button onClick={() => save({ mustHave: false, mustAtLeast: null, mustAtMost: null, mustEqual: null })}>No longer a must-have</Button>
        )
      }
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
        <NativeSelect
          label="Criterion"
          data-autofocus
          disabled={criterionId !== null}
          data={criteria.map(({ id, name }) => ({ value: id, label: name }))}
          value={chosen}
          onChange={(event) => {
            setChosen(event.currentTarget.value)
            setTyped({})
            setProblem(null)
          }}
        />
        {criterion?.scale === 'number' && (
          <div className={form.pair}>
            <TextInput
              label={`At least${unitWords(criterion)}`}
              inputMode="decimal"
              value={least}
              error={problem}
              onChange={(event) => change({ least: event.currentTarget.value })}
            />
            <TextInput
              label={`At most${unitWords(criterion)}`}
              inputMode="decimal"
              value={most}
              onChange={(event) => change({ most: event.currentTarget.value })}
            />
          </div>
        )}
        {criterion && criterion.scale !== 'number' && (
          <NativeSelect
            label="Needed answer"
            value={equal}
            error={problem}
            data={[{ value: '', label: 'Choose…' }, ...answersOf(criterion)]}
            onChange={(event) => change({ equal: event.currentTarget.value })}
          />
        )}
        <p className={form.lead}>An option that does not meet it leaves the ranking, ours too.</p>
      </div>
    </Dialog>
  )
}

function unitWords({ unit }: Criterion): string {
  return unit.trim() === '' ? '' : ` (${unit.trim()})`
}

function answersOf(criterion: Criterion): readonly { readonly value: string; readonly label: string }[] {
  if (criterion.scale === 'yesNo')
    return [
      { value: 'yes', label: 'Yes' },
      { value: 'no', label: 'No' },
    ]
  return inOrder(criterion.categories).map(({ id, label }) => ({ value: id, label }))
}
