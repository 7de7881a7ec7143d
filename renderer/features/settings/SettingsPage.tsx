import type { Settings, SyncStatus, WorkspaceInfo } from '#shared/ipc/contract'
import type { ChosenFolder } from '../../ui/ChosenFolder'
import type { JoinTeam } from '../../ui/JoinTeamDialog'
import { AppearanceSettings } from './AppearanceSettings'
import { MemberSettings } from './MemberSettings'
import { TeamFolderSettings } from './TeamFolderSettings'
import { WorkspaceSettings, type WorkspaceChoice } from './WorkspaceSettings'
import classes from './SettingsPage.module.css'

interface SettingsPageProps {
  readonly settings: Settings
  readonly settingsProblem: string | null
  readonly workspace: WorkspaceInfo
  readonly workspaces: readonly WorkspaceChoice[]
  readonly workspaceProblem: string | null
  readonly sync: SyncStatus
  readonly syncProblem: string | null
  readonly isSyncBusy: boolean
  readonly version: string
  readonly zone: string
  readonly onChange: (change: Partial<Settings>) => void
  readonly onChooseFolder: () => Promise<ChosenFolder | null>
  readonly onPublish: (folderToken: string) => void
  readonly onLeave: () => void
  readonly onSyncNow: () => void
  readonly onHealth: () => void
  readonly onJoin: JoinTeam
  readonly onCreate: (name: string, memberName: string) => void
  readonly onOpenSample: () => void
  readonly onOpenWorkspace: (workspaceId: string) => void
}

export function SettingsPage(props: SettingsPageProps) {
  return (
    <div className={classes.page}>
      <h1 className={classes.title}>Settings</h1>
      <MemberSettings
        memberName={props.settings.memberName}
        problem={props.settingsProblem}
        onChange={(memberName) => props.onChange({ memberName })}
      />
      <AppearanceSettings theme={props.settings.theme} onChange={(theme) => props.onChange({ theme })} />
      <TeamFolderSettings
        teamFolder={props.workspace.teamFolder}
        isSample={props.workspace.isSample}
        status={props.sync}
        problem={props.syncProblem}
        isBusy={props.isSyncBusy}
        zone={props.zone}
        onChooseFolder={props.onChooseFolder}
        onPublish={props.onPublish}
        onLeave={props.onLeave}
        onSyncNow={props.onSyncNow}
        onHealth={props.onHealth}
      />
      <WorkspaceSettings
        workspace={props.workspace}
        workspaces={props.workspaces}
        problem={props.workspaceProblem}
        memberName={props.settings.memberName}
        onChooseFolder={props.onChooseFolder}
        onJoin={props.onJoin}
        onCreate={props.onCreate}
        onOpenSample={props.onOpenSample}
        onOpen={props.onOpenWorkspace}
      />
      <p className={classes.version}>Plumbline {props.version}</p>
    </div>
  )
}
