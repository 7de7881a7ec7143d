import { useEffect } from 'react'
import { StartPage } from '../features/start/StartPage'
import { useModel, useModelState } from '../model/ModelContext'
import { chooseTeamFolder } from './chooseTeamFolder'

export function StartScreen() {
  const { desktop, session } = useModel()
  const problem = useModelState('session', (state) => state.problem)
  const isBusy = useModelState('session', (state) => state.isBusy)
  const memberName = useModelState('settings', (state) => state.settings.memberName)
  const workspaces = useModelState('session', (state) => state.workspaces)
  const { openSample, join, create, open, loadWorkspaces } = session.getState()
  useEffect(() => void loadWorkspaces(), [loadWorkspaces])
  return (
    <StartPage
      problem={problem}
      isBusy={isBusy}
      memberName={memberName}
      workspaces={workspaces}
      onSample={() => void openSample()}
      onChooseFolder={() => chooseTeamFolder(desktop)}
      onJoin={join}
      onCreate={(workspace, name) => void create(workspace, name)}
      onOpen={(workspaceId) => void open(workspaceId)}
    />
  )
}
