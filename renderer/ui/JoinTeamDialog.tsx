import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { ChosenFolder } from './ChosenFolder'
import { Dialog } from './Dialog'
import form from './Form.module.css'

interface JoinTeamDialogProps {
  readonly memberName: string
  readonly onChooseFolder: () => Promise<ChosenFolder | null>
  readonly onJoin: (folderToken: string, memberName: string) => void
  readonly onClose: () => void
}

export function JoinTeamDialog({ memberName, onChooseFolder, onJoin, onClose }: JoinTeamDialogProps) {
  const [name, setName] = useState(memberName)
  const [folder, setFolder] = useState<ChosenFolder | null>(null)
  const [problems, setProblems] = useState<{ readonly name?: string; readonly folder?: string }>({})
  const choose = async (): Promise<void> => {
    const chosen = await onChooseFolder()
    if (chosen) setFolder(chosen)
    setProblems({})
  }
  const submit = (): void => {
    if (name.trim() === '' || folder === null)
      return setProblems({
        ...(name.trim() === '' && { name: 'Your colleagues see this name.' }),
        ...(folder === null && { folder: 'Choose the folder of your team.' }),
      })
    onJoin(folder.token, name.trim())
    onClose()
  }
  return (
    <Dialog
      title="Join a team folder"
      onClose={onClose}
      onSubmit={submit}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="filled">
            Join
          </Button>
        </>
      }
    >
      <div className={form.fields}>
        <TextInput
          label="Your name"
          data-autofocus
          maxLength={80}
          value={name}
          error={problems.name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <div>
          <p className={form.label}>Team folder</p>
          <div className={form.folder}>
            <Button onClick={() => void choose()}>Choose folder</Button>
            <span className={form.path}>{folder?.path ?? 'None chosen'}</span>
          </div>
          {problems.folder && (
            <p className={form.problem} role="alert">
              {problems.folder}
            </p>
          )}
        </div>
      </div>
    </Dialog>
  )
}
