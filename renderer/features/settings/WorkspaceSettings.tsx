import { Button } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { useState } from 'react'
import type { WorkspaceInfo } from '#shared/ipc/contract'
import type { ChosenFolder } from '../../ui/ChosenFolder'
import { JoinTeamDialog, type JoinTeam } from '../../ui/JoinTeamDialog'
import { Panel } from '../../ui/Panel'
import { Problem } from '../../ui/Problem'
import { StartEmptyDialog } from '../../ui/StartEmptyDialog'
import classes from './SettingsPage.module.css'

export interface WorkspaceChoice {
  readonly workspaceId: string
  readonly name: string
  readonly isOpen: boolean
}

interface WorkspaceSettingsProps {
  readonly workspace: WorkspaceInfo
  readonly workspaces: readonly WorkspaceChoice[]
  readonly problem: string | null
  readonly memberName: string
  readonly onChooseFolder: () => Promise<ChosenFolder | null>
  readonly onJoin: JoinTeam
  readonly onCreate: (name: string, memberName: string) => void
  readonly onOpenSample: () => void
  readonly onOpen: (workspaceId: string) => void
}

/** Which world is open, where its files lie, and the ways to another one. */
export function WorkspaceSettings({
  workspace,
  workspaces,
  problem,
  memberName,
  onChooseFolder,
  onJoin,
  onCreate,
  onOpenSample,
  onOpen,
}: WorkspaceSettingsProps) {
  const [asked, setAsked] = useState<'nothing' | 'join' | 'create'>('nothing')
  const close = (): void => setAsked('nothing')
  return (
    <Panel title="Workspaces on this laptop">
      <ul>
        {workspaces.map((choice) => (
          <li key={choice.workspaceId} className={classes.workspace}>
            <span className={classes.workspaceName}>{choice.name}</span>
            {choice.isOpen ? (
              <span className={classes.open}>
                <IconCheck size={15} aria-hidden /> open
              </span>
            ) : (
              <Button size="compact-sm" onClick={() => onOpen(choice.workspaceId)} aria-label={`Open workspace ${choice.name}`}>
                Open
              </Button>
            )}
          </li>
        ))}
      </ul>
      <div className={classes.body}>
        <div>
          <p className={classes.label}>Account files of “{workspace.name}”</p>
          <p className={classes.path}>{workspace.accountFolder}</p>
        </div>
        <div className={classes.buttons}>
          <Button onClick={() => setAsked('create')}>Start an empty workspace</Button>
          <Button onClick={() => setAsked('join')}>Join a team folder</Button>
          {!workspace.isSample && <Button onClick={onOpenSample}>Open the sample</Button>}
        </div>
        {problem !== null && <Problem>{problem}</Problem>}
      </div>
      {asked === 'join' && <JoinTeamDialog memberName={memberName} onChooseFolder={onChooseFolder} onJoin={onJoin} onClose={close} />}
      {asked === 'create' && <StartEmptyDialog memberName={memberName} onCreate={onCreate} onClose={close} />}
    </Panel>
  )
}
