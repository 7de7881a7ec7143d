import { MantineProvider, useMantineColorScheme } from '@mantine/core'
import { useEffect, type ReactNode } from 'react'
import { FaultBoundary } from './features/problem/FaultBoundary'
import { ProblemScreen } from './features/problem/ProblemScreen'
import { Toasts } from './features/shell/Toasts'
import type { Model } from './model/createModel'
import { ModelProvider, useModel, useModelState } from './model/ModelContext'
import { IntakeScreen } from './screens/IntakeScreen'
import { StartScreen } from './screens/StartScreen'
import { WorkspaceScreen } from './screens/WorkspaceScreen'
import { theme, tokensForLibrary } from './styles/theme'
import { Loading } from './ui/Loading'

/** The whole window. The theme lies above all state, so that no edit draws everything again. */
export function App({ model }: { readonly model: Model }) {
  return (
    <MantineProvider theme={theme} cssVariablesResolver={tokensForLibrary} defaultColorScheme="auto">
      <ModelProvider value={model}>
        <ThemeOfMember />
        <FaultBoundary onFault={(error) => model.session.getState().bugMet('drawing', error)}>
          <Screen />
        </FaultBoundary>
        <Faults />
      </ModelProvider>
    </MantineProvider>
  )
}

function Screen(): ReactNode {
  const { messages: store } = useModel()
  const isStarted = useModelState('session', (state) => state.start !== null)
  const workspace = useModelState('session', (state) => state.workspace)
  const hasFault = useModelState('session', (state) => state.bug !== null)
  const messages = useModelState('messages', (state) => state.messages)
  if (hasFault) return null
  if (!isStarted) return <Loading what="Plumbline" />
  return (
    <>
      {workspace ? <WorkspaceScreen key={workspace.workspaceId} workspace={workspace} /> : <StartScreen />}
      <IntakeScreen />
      <Toasts messages={messages} onDismiss={store.getState().dismiss} />
    </>
  )
}

/** Beside the boundary, so that it shows whatever failed. */
function Faults(): ReactNode {
  const bug = useModelState('session', (state) => state.bug)
  return bug && <ProblemScreen details={bug.details} onReload={() => window.location.reload()} />
}

function ThemeOfMember(): null {
  const wanted = useModelState('settings', (state) => state.settings.theme)
  const isStarted = useModelState('session', (state) => state.start !== null)
  const { setColorScheme } = useMantineColorScheme()
  useEffect(() => {
    if (isStarted) setColorScheme(wanted === 'system' ? 'auto' : wanted)
  }, [wanted, isStarted, setColorScheme])
  return null
}
