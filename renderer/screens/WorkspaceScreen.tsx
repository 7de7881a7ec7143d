import { lazy, Suspense, useCallback, useEffect, useMemo, useState } from 'react'
import type { WorkspaceInfo } from '#shared/ipc/contract'
import { NewAccountDialog } from '../features/accounts/NewAccountDialog'
import { Rail } from '../features/shell/Rail'
import { Shell } from '../features/shell/Shell'
import { StatusBar } from '../features/shell/StatusBar'
import { TopBar } from '../features/shell/TopBar'
import { useShortcuts } from '../features/shell/useShortcuts'
import { useModel, useModelState } from '../model/ModelContext'
import { AccountFileScreen } from './AccountFileScreen'
import { PlaceScreen } from './PlaceScreen'
import { useCrumbs } from './useCrumbs'
import { useGlobalCommands } from './useGlobalCommands'
import { useUndo } from './useUndo'
import { useWindowTitle } from './useWindowTitle'
import { zone } from './zone'

const loadCommandBox = () => import('./CommandBoxScreen')
const CommandBoxScreen = lazy(async () => ({ default: (await loadCommandBox()).CommandBoxScreen }))
const KeyboardMap = lazy(async () => ({ default: (await import('../features/shell/KeyboardMap')).KeyboardMap }))

type Over = 'nothing' | 'commandBox' | 'keys' | 'newAccount'

/** The window while a workspace is open. */
export function WorkspaceScreen({ workspace }: { readonly workspace: WorkspaceInfo }) {
  const model = useModel()
  const place = useModelState('place', (state) => state.place)
  const saving = useModelState('account', (state) => state.saving)
  const sync = useModelState('sync', (state) => state.status)
  const rows = useModelState('accounts', (state) => state.rows)
  const singleKeys = useModelState('settings', (state) => state.settings.singleKeys)
  const [over, setOver] = useState<Over>('nothing')
  const [isNewComparisonAsked, askNewComparison] = useState(false)
  const { go } = model.place.getState()
  const crumbs = useCrumbs(place)
  useWindowTitle(crumbs.at(-1)?.label ?? '')
  const { undo, redo, onUndo, onRedo } = useUndo(place)
  const conflicts = useMemo(() => (rows ?? []).reduce((sum, row) => sum + row.conflicts, 0), [rows])

  const onNewAccount = useCallback(() => setOver('newAccount'), [])
  const onKeys = useCallback(() => setOver('keys'), [])
  const onSingleKeys = (singleKeys: boolean): void => void model.settings.getState().change({ singleKeys })
  const onCommandBox = useCallback(() => setOver('commandBox'), [])
  const onNewComparison = useCallback(() => {
    const { place } = model.place.getState()
    if ('accountId' in place) go({ kind: 'account', accountId: place.accountId })
    askNewComparison(true)
  }, [model, go])
  const onSettings = useCallback(() => go({ kind: 'settings' }), [go])
  useGlobalCommands({ place, onNewAccount, onNewComparison: 'accountId' in place ? onNewComparison : null, onKeys, onUndo, onRedo })
  useShortcuts({ onCommandBox, onKeys, onUndo, onRedo, onSettings, onToday: () => go({ kind: 'today' }), onAccounts: () => go({ kind: 'accounts' }), onReview: () => go({ kind: 'review' }), singleKeys })
  useEffect(
    () =>
      model.desktop.subscribe('menu.chosen', ({ entry }) => ({ undo: onUndo, redo: onRedo, palette: onCommandBox, settings: onSettings })[entry]()),
    [model, onUndo, onRedo, onCommandBox, onSettings],
  )

  useEffect(() => {
    // Fetched while nothing else goes on, so that the first key typed into it is not lost.
    const idle = requestIdleCallback(() => void loadCommandBox())
    return () => cancelIdleCallback(idle)
  }, [])

  const openWhatNeedsYou = (): void => {
    const collided = (rows ?? []).filter((row) => row.conflicts > 0)
    const [first] = collided
    if (sync.kind === 'needsYou' || !first) go({ kind: 'health' })
    else go(collided.length === 1 ? { kind: 'account', accountId: first.accountId } : { kind: 'collisions' })
  }
  const createAccount = async (name: string): Promise<void> => {
    const accountId = await model.accounts.getState().create(name)
    if (accountId !== null) go({ kind: 'account', accountId })
    else go({ kind: 'accounts' })
  }
  return (
    <Shell
      problem={workspace.damage}
      rail={<Rail place={place} onGo={go} />}
      topBar={<TopBar crumbs={crumbs} isSample={workspace.isSample} undo={undo} redo={redo} onCommandBox={onCommandBox} />}
      statusBar={
        <StatusBar
          saving={saving}
          sync={sync}
          conflicts={conflicts}
          zone={zone}
          onRetry={model.account.getState().retry}
          onSyncDetails={openWhatNeedsYou}
          onKeys={onKeys}
        />
      }
    >
      <PlaceScreen {...{ place, workspace, isNewComparisonAsked, onNewAccount }} onAskNewComparison={askNewComparison} />
      <AccountFileScreen />
      <Suspense>
        {over === 'commandBox' && <CommandBoxScreen onClose={() => setOver('nothing')} />}
        {over === 'keys' && <KeyboardMap singleKeys={singleKeys} onSingleKeys={onSingleKeys} onClose={() => setOver('nothing')} />}
      </Suspense>
      {over === 'newAccount' && <NewAccountDialog onCreate={(name) => void createAccount(name)} onClose={() => setOver('nothing')} />}
    </Shell>
  )
}
