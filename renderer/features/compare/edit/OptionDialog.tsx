import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Option, OptionKind } from '#shared/domain/account/Account'
import { isFixedOption } from '#shared/domain/comparison/fixedOptions'
import { Dialog } from '../../../ui/Dialog'
import form from '../../../ui/Form.module.css'
import { Internal } from '../../../ui/Internal'
import { TypedText } from '../../../ui/TypedText'
import { choicesOf, optionKindWords } from '../../../ui/words'
import type { FieldValues } from '../compareActions'

interface OptionDialogProps {
  /** Null for a new one. */
  readonly option: Option | null
  readonly onSave: (fields: FieldValues<Option>) => void
  readonly onMarginNote: (note: string) => void
  readonly onTyping: () => () => void
  readonly onClose: () => void
}

const choosable = choicesOf(optionKindWords).filter(({ value }) => !isFixedOption(value))

/** A possible choice of the buyer: its name, and what it is to us. */
export function OptionDialog({ option, onSave, onMarginNote, onTyping, onClose }: OptionDialogProps) {
  const [name, setName] = useState(option?.name ?? '')
  const [kind, setKind] = useState<OptionKind>(option?.kind ?? 'rival')
  const [problem, setProblem] = useState<string | null>(null)
  const submit = (): void => {
    if (name.trim() === '') return setProblem('Give it a name.')
    onSave({ name: name.trim(), ...(option && isFixedOption(option.kind) ? {} : { kind }) })
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
          value={name}
          error={problem}
          onChange={(event) => {
            setName(event.currentTarget.value)
            setProblem(null)
          }}
        />
        {option && isFixedOption(option.kind) ? (
          <p className={form.lead}>{optionKindWords[option.kind]} sits in every comparison. It can be set aside with a reason, not removed.</p>
        ) : (
          <NativeSelect
            label="What it is"
            data={[...choosable]}
            value={kind}
            onChange={(event) => setKind(choosable.find(({ value }) => value === event.currentTarget.value)?.value ?? 'rival')}
          />
        )}
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
