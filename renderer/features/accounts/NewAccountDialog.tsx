import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { Dialog } from '../../ui/Dialog'

interface NewAccountDialogProps {
  readonly onCreate: (name: string) => void
  readonly onClose: () => void
}

export function NewAccountDialog({ onCreate, onClose }: NewAccountDialogProps) {
  const [name, setName] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const submit = (): void => {
    if (name.trim() === '') return setProblem('Give it a name, for example the company of the buyer.')
    onCreate(name.trim())
    onClose()
  }
  return (
    <Dialog
      title="New account"
      onClose={onClose}
      onSubmit={submit}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="filled">
            Create account
          </Button>
        </>
      }
    >
      <TextInput
        label="Name"
        description="The buyer’s company"
        data-autofocus
        maxLength={120}
        value={name}
        error={problem}
        onChange={(event) => {
          setName(event.currentTarget.value)
          setProblem(null)
        }}
      />
    </Dialog>
  )
}
