import { NativeSelect, TextInput } from '@mantine/core'
import { useId } from 'react'
import form from '../Form.module.css'

export interface Owner {
  readonly side: 'ours' | 'theirs'
  readonly name: string
  readonly dueOn: string | null
}

interface OwnerFieldsProps {
  readonly label: string
  readonly owner: Owner
  /** Who of the buyer can be meant; others can be typed. */
  readonly people: readonly string[]
  readonly onChange: (part: Partial<Owner>) => void
}

/** Whose task something is, who does it, and by when. */
export function OwnerFields({ label, owner, people, onChange }: OwnerFieldsProps) {
  const names = useId()
  return (
    <div className={form.triple}>
      <NativeSelect
        label={label}
        data={[
          { value: 'ours', label: 'We' },
          { value: 'theirs', label: 'The buyer' },
        ]}
        value={owner.side}
        onChange={(event) => onChange({ side: event.currentTarget.value === 'theirs' ? 'theirs' : 'ours' })}
      />
      <TextInput label="Name" maxLength={80} list={names} value={owner.name} onChange={(event) => onChange({ name: event.currentTarget.value })} />
      <datalist id={names}>
        {people.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <TextInput type="date" label="By" value={owner.dueOn ?? ''} onChange={(event) => onChange({ dueOn: event.currentTarget.value || null })} />
    </div>
  )
}
