import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { AccountRow } from '#shared/domain/account/AccountRow'
import type { AccountFields } from '../../model/actions/listActions'
import { changedFields } from '../../model/changedFields'
import { Dialog } from '../../ui/Dialog'
import form from '../../ui/Form.module.css'

interface EditAccountDialogProps {
  readonly row: AccountRow
  /** Only what was changed. */
  readonly onSave: (fields: Partial<AccountFields>) => void
  readonly onClose: () => void
}

/** What the list says of an account, changed without opening it. */
export function EditAccountDialog({ row, onSave, onClose }: EditAccountDialogProps) {
  const [opened] = useState<AccountFields>(() => ({ name: row.name, industry: row.industry, domain: row.domain, owner: row.owner }))
  const [fields, setFields] = useState(opened)
  const [problem, setProblem] = useState<string | null>(null)
  const submit = (): void => {
    const trimmed = { name: fields.name.trim(), industry: fields.industry.trim(), domain: fields.domain.trim(), owner: fields.owner.trim() }
    if (trimmed.name === '') return setProblem('Give it a name, for example the company of the buyer.')
    onSave(changedFields(opened, trimmed))
    onClose()
  }
  const field = (name: keyof AccountFields) => ({
    value: fields[name],
    onChange: (event: { readonly currentTarget: { readonly value: string } }): void => {
      const { value } = event.currentTarget
      setFields((before) => ({ ...before, [name]: value }))
      setProblem(null)
    },
  })
  return (
    <Dialog
      title="Edit account"
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
        <TextInput label="Name" description="The buyer’s company" data-autofocus maxLength={120} error={problem} {...field('name')} />
        <TextInput label="Industry" maxLength={80} {...field('industry')} />
        <div className={form.pair}>
          <TextInput label="Web domain" description="Internal" placeholder="example.com" maxLength={200} {...field('domain')} />
          <TextInput label="Owner" description="Who in your team answers for it" maxLength={80} {...field('owner')} />
        </div>
      </div>
    </Dialog>
  )
}
