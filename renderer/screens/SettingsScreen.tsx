import { useEffect } from 'react'
import type { WorkspaceInfo } from '#shared/ipc/contract'
import { SettingsPage } from '../features/settings/SettingsPage'
import { useModel, useModelState } from '../model/ModelContext'
import { chooseTeamFolder } from './chooseTeamFolder'
import { zone } from './zone'

/** Loaded when it is first opened. */
export function SettingsScreen({ workspace }: { readonly workspace: WorkspaceInfo }) {
  const { desktop, place, session, settings, sync } = useModel()
  const { settings: present, problem: settingsProblem } = useModelState('settings', (state) => state)
  const { status, problem: syncProblem, isBusy } = useModelState('sync', (state) => state)
  const workspaces = useModelState('session', (state) => state.workspaces)
  const problem = useModelState('session', (state) => state.problem)
  const version = useModelState('session', (state) => state.start?.version ?? '')
  const { loadWorkspaces, join, create, openSample, open } = session.getState()
  const { publish, leave, syncNow } = sync.getState()
  useEffect(() => void loadWorkspaces(), [loadWorkspaces, workspace])
  return (
    <SettingsPage
      settings={present}
      settingsProblem={settingsProblem}
      workspace={workspace}
      workspaces={workspaces}
      workspaceProblem={problem}
      sync={status}
      syncProblem={syncProblem}
      isSyncBusy={isBusy}
      version={version}
      zone={zone}
      onChange={(change) => void settings.getState().change(change)}
      onChooseFolder={() => chooseTeamFolder(desktop)}
      onPublish={(folder) => void publish(folder)}
      onLeave={() => void leave()}
      onSyncNow={() => void syncNow()}
      onHealth={() => place.getState().go({ kind: 'health' })}
      onJoin={join}
      onCreate={(name, member) => void create(name, member)}
      onOpenSample={() => void openSample()}
      onOpenWorkspace={(workspaceId) => void open(workspaceId)}
    />
  )
}
