import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Option } from '#shared/domain/account/Account'
import { isFixedOption } from '#shared/domain/comparison/fixedOptions'
import { Dialog } from '../../../ui/Dialog'
import form from '../../../ui/Form.module.css'
import { Internal } from '../../../ui/Internal'
import { TypedText } from '../../../ui/TypedText'
import { choicesOf, optionKindWords } from '../../../ui/words'

export type OptionForm = Pick<Option, 'name' | 'kind' | 'description'>

interface OptionDialogProps {
  /** Null for a new one. */
  readonly option: Option | null
  readonly onSave: (opened: OptionForm, saved: OptionForm) => void
  readonly onMarginNote: (note: string) => void
  readonly onTyping: () => () => void
  readonly onClose: () => void
}

const choosable = choicesOf(optionKindWords).filter(({ value }) => !isFixedOption(value))

/** A possible choice of the buyer: its name, and what it is to us. */
export function OptionDialog({ option, onSave, onMarginNote, onTyping, onClose }: OptionDialogProps) {
  const [opened] = useState<OptionForm>({ name: option?.name ?? '', kind: option?.kind ?? 'rival', description: option?.description ?? '' })
  const [draft, setDraft] = useState(opened)
  const [problem, setProblem] = useState<string | null>(null)
  const change = (part: Partial<OptionForm>): void => {
    setDraft((before) => ({ ...before, ...part }))
    setProblem(null)
  }
  const submit = (): void => {
    if (draft.name.trim() === '') return setProblem('Give it a name.')
    onSave(opened, { ...draft, name: draft.name.trim(), description: draft.description.trim() })
    onClose()
  }
  return (
    <Dialog
      title={option ? 'Edit option' : 'New option'}
      onClose={onClose}
      onSubmit={submit}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="filled">
            {option ? 'Save' : 'Add option'}
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
          error={problem}
          onChange={(event) => change({ name: event.currentTarget.value })}
        />
        {isFixedOption(draft.kind) ? (
          <p className={form.lead}>{optionKindWords[draft.kind]} sits in every comparison. It can be set aside with a reason, not removed.</p>
        ) : (
          <NativeSelect
            label="What it is"
            data={[...choosable]}
            value={draft.kind}
            onChange={(event) => change({ kind: choosable.find(({ value }) => value === event.currentTarget.value)?.value ?? 'rival' })}
          />
        )}
        <Textarea
          label="Which one exactly"
          description="Version, plan or model; a few words are printed under its name"
          maxLength={2_000}
          value={draft.description}
          onChange={(event) => change({ description: event.currentTarget.value })}
        />
        {option && (
          <Internal>
            <TypedText
              label="Our margin and other notes"
              isLong
              maxLength={400}
              value={option.marginNote}
              onWrite={onMarginNote}
              onTyping={onTyping}
            />
          </Internal>
        )}
      </div>
    </Dialog>
  )
}
