import { Button, Radio, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { ChosenFolder } from './ChosenFolder'
import { Dialog } from './Dialog'
import form from './Form.module.css'

interface Team {
  readonly spaceId: string
  readonly name: string
}

/** Answers the teams in the folder where there are several and none was named. */
export type JoinTeam = (folderToken: string, memberName: string, spaceId?: string) => Promise<readonly Team[] | null>

interface JoinTeamDialogProps {
  readonly memberName: string
  readonly onChooseFolder: () => Promise<ChosenFolder | null>
  readonly onJoin: JoinTeam
  readonly onClose: () => void
}

interface Problems {
  readonly name?: string
  readonly folder?: string
  readonly team?: string
}

export function JoinTeamDialog({ memberName, onChooseFolder, onJoin, onClose }: JoinTeamDialogProps) {
  const [name, setName] = useState(memberName)
  const [folder, setFolder] = useState<ChosenFolder | null>(null)
  /** None until the folder turned out to hold several. */
  const [teams, setTeams] = useState<readonly Team[]>([])
  const [chosen, setChosen] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  const [problems, setProblems] = useState<Problems>({})
  const choose = async (): Promise<void> => {
    const answer = await onChooseFolder()
    if (answer) setFolder(answer)
    setTeams([])
    setChosen(null)
    setProblems({})
  }
  const submit = async (): Promise<void> => {
    const missing: Problems = {
      ...(name.trim() === '' && { name: 'Your colleagues see this name.' }),
      ...(folder === null && { folder: 'Choose the folder of your team.' }),
      ...(teams.length > 0 && chosen === null && { team: 'Choose your team.' }),
    }
    setProblems(missing)
    if (folder === null || Object.keys(missing).length > 0) return
    setBusy(true)
    const several = await onJoin(folder.token, name.trim(), chosen ?? undefined)
    setBusy(false)
    if (several === null) return onClose()
    setTeams(several)
    setChosen(null)
  }
  return (
    <Dialog
      title="Join a team folder"
      onClose={onClose}
      onSubmit={() => void submit()}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="filled" disabled={isBusy}>
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
        {teams.length > 0 && (
          <Radio.Group label={`This folder holds ${teams.length} teams. Which is yours?`} value={chosen ?? ''} onChange={setChosen} error={problems.team}>
            {teams.map((team) => (
              <Radio key={team.spaceId} value={team.spaceId} label={teamLabel(team, teams)} mt="xs" />
            ))}
          </Radio.Group>
        )}
      </div>
    </Dialog>
  )
}

/** Two teams may have one name; the beginning of the id tells them apart, as it does in the folder. */
function teamLabel({ spaceId, name }: Team, teams: readonly Team[]): string {
  return teams.some((other) => other.name === name && other.spaceId !== spaceId) ? `${name} (${spaceId.slice(0, 6)})` : name
}
