import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { Dialog } from './Dialog'
import form from './Form.module.css'

interface StartEmptyDialogProps {
  readonly memberName: string
  readonly onCreate: (name: string, memberName: string) => void
  readonly onClose: () => void
}

export function StartEmptyDialog({ memberName, onCreate, onClose }: StartEmptyDialogProps) {
  const [workspace, setWorkspace] = useState('')
  const [name, setName] = useState(memberName)
  const [hasTried, setHasTried] = useState(false)
  const submit = (): void => {
    setHasTried(true)
    if (workspace.trim() === '' || name.trim() === '') return
    onCreate(workspace.trim(), name.trim())
    onClose()
  }
  return (
    <Dialog
      title="Start empty"
      onClose={onClose}
      onSubmit={submit}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="filled">
            Start
          </Button>
        </>
      }
    >
      <div className={form.fields}>
        <TextInput
          label="Workspace"
          description="For example your team or your practice"
          data-autofocus
          maxLength={80}
          value={workspace}
          error={hasTried && workspace.trim() === '' ? 'Give it a name.' : null}
          onChange={(event) => setWorkspace(event.currentTarget.value)}
        />
        <TextInput
          label="Your name"
          description="Stands beside what you change"
          maxLength={80}
          value={name}
          error={hasTried && name.trim() === '' ? 'Your colleagues see this name.' : null}
          onChange={(event) => setName(event.currentTarget.value)}
        />
      </div>
    </Dialog>
  )
}
