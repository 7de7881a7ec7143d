import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Person } from '#shared/domain/account/Account'
import { changedFields } from '../../model/changedFields'
import { Dialog } from '../../ui/Dialog'
import form from '../../ui/Form.module.css'
import { Internal } from '../../ui/Internal'
import { buyingRoleWords, choicesOf } from '../../ui/words'
import type { PersonFields } from './accountActions'

interface PersonDialogProps {
  /** Null for a new one. */
  readonly person: Person | null
  readonly onSave: (fields: Partial<PersonFields>) => void
  readonly onClose: () => void
}

const roles = choicesOf(buyingRoleWords)

export function PersonDialog({ person, onSave, onClose }: PersonDialogProps) {
  const [opened] = useState<PersonFields>({
    name: person?.name ?? '',
    title: person?.title ?? '',
    mail: person?.mail ?? '',
    phone: person?.phone ?? '',
    buyingRole: person?.buyingRole ?? 'unknown',
    needsToKnow: person?.needsToKnow ?? '',
  })
  const [draft, setDraft] = useState(opened)
  const [problem, setProblem] = useState<string | null>(null)
  const change = (part: Partial<PersonFields>): void => setDraft((before) => ({ ...before, ...part }))
  const submit = (): void => {
    if (draft.name.trim() === '') return setProblem('Give a name, or what they do if you do not know it.')
    const saved = { ...draft, name: draft.name.trim(), title: draft.title.trim(), mail: draft.mail.trim(), phone: draft.phone.trim() }
    onSave(person ? changedFields(opened, saved) : saved)
    onClose()
  }
  return (
    <Dialog
      title={person ? 'Edit person' : 'Add person'}
      onClose={onClose}
      onSubmit={submit}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="filled">
            {person ? 'Save' : 'Add person'}
          </Button>
        </>
      }
    >
      <div className={form.fields}>
        <div className={form.pair}>
          <TextInput
            label="Name"
            data-autofocus
            maxLength={80}
            value={draft.name}
            error={problem}
            onChange={(event) => change({ name: event.currentTarget.value })}
          />
          <TextInput label="Title" maxLength={80} value={draft.title} onChange={(event) => change({ title: event.currentTarget.value })} />
        </div>
        <Internal>
          <div className={form.fields}>
            <div className={form.pair}>
              <TextInput type="email" label="Mail" maxLength={200} value={draft.mail} onChange={(event) => change({ mail: event.currentTarget.value })} />
              <TextInput type="tel" label="Phone" maxLength={60} value={draft.phone} onChange={(event) => change({ phone: event.currentTarget.value })} />
            </div>
            <NativeSelect
              label="Role in the decision"
              data={[...roles]}
              value={draft.buyingRole}
              onChange={(event) => change({ buyingRole: roles.find(({ value }) => value === event.currentTarget.value)?.value ?? 'unknown' })}
            />
            <Textarea
              label="Needs to know in order to decide well"
              maxLength={400}
              value={draft.needsToKnow}
              onChange={(event) => change({ needsToKnow: event.currentTarget.value })}
            />
          </div>
        </Internal>
      </div>
    </Dialog>
  )
}
