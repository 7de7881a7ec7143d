import { lazy } from 'react'
import type { WorkspaceInfo } from '#shared/ipc/contract'
import { AccountPage } from '../features/account/AccountPage'
import { useModel, useModelState } from '../model/ModelContext'
import { isPathPlace, placeOfStep, type Place } from '../model/Place'
import { AccountGate } from './AccountGate'
import { AccountsScreen } from './AccountsScreen'
import { PathScreen } from './PathScreen'
import { TodayScreen } from './TodayScreen'
import { showAccountFile } from './showAccountFile'
import { zone } from './zone'

const SettingsScreen = lazy(async () => ({ default: (await import('./SettingsScreen')).SettingsScreen }))

interface PlaceScreenProps {
  readonly place: Place
  readonly workspace: WorkspaceInfo
  readonly isNewComparisonAsked: boolean
  readonly onAskNewComparison: (isAsked: boolean) => void
  readonly onNewAccount: () => void
}

/** What stands in the middle of the window. */
export function PlaceScreen({ place, workspace, isNewComparisonAsked, onAskNewComparison, onNewAccount }: PlaceScreenProps) {
  const model = useModel()
  const today = useModelState('session', (state) => state.today)
  const { go } = model.place.getState()
  if (place.kind === 'today') return <TodayScreen />
  if (place.kind === 'accounts') return <AccountsScreen onNew={onNewAccount} />
  if (place.kind === 'settings') return <SettingsScreen workspace={workspace} />
  const { accountId } = place
  return (
    <AccountGate key={accountId} accountId={accountId}>
      {(open) =>
        isPathPlace(place) ? (
          <PathScreen place={place} open={open} />
        ) : (
          <AccountPage
            {...{ accountId, today, zone, isNewComparisonAsked, onAskNewComparison }}
            account={open.account}
            conflicts={open.conflicts}
            onOpenComparison={(comparisonId) => go({ kind: 'compare', accountId, comparisonId })}
            onStep={(step, comparisonId) => go(placeOfStep(step, accountId, comparisonId))}
            onShowFile={() => void showAccountFile(model, accountId)}
          />
        )
      }
    </AccountGate>
  )
}
