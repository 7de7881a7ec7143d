import { lazy, type ReactNode } from 'react'
import type { WorkspaceInfo } from '#shared/ipc/contract'
import { AccountPage } from '../features/account/AccountPage'
import { CollisionsPanel } from '../features/sync/CollisionsPanel'
import type { OpenAccount } from '../model/account/OpenAccount'
import { useModel, useModelState } from '../model/ModelContext'
import { isPathPlace, placeOfStep, type Place } from '../model/Place'
import { AccountGate } from './AccountGate'
import { AccountRemarks, AccountReview } from './AccountReview'
import { AccountsScreen } from './AccountsScreen'
import { decideCollision } from './collisionDecision'
import { PathScreen } from './PathScreen'
import { TodayScreen } from './TodayScreen'
import { showAccountFile } from './showAccountFile'
import { zone } from './zone'

const CollisionsScreen = lazy(async () => ({ default: (await import('./CollisionsScreen')).CollisionsScreen }))
const HealthScreen = lazy(async () => ({ default: (await import('./HealthScreen')).HealthScreen }))
const HistoryScreen = lazy(async () => ({ default: (await import('./HistoryScreen')).HistoryScreen }))
const ReviewListScreen = lazy(async () => ({ default: (await import('./ReviewListScreen')).ReviewListScreen }))
const ReviewAccountScreen = lazy(async () => ({ default: (await import('./ReviewAccountScreen')).ReviewAccountScreen }))
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
  if (place.kind === 'review') return <ReviewListScreen />
  if (place.kind === 'collisions') return <CollisionsScreen />
  if (place.kind === 'health') return <HealthScreen />
  if (place.kind === 'settings') return <SettingsScreen workspace={workspace} />
  const { accountId } = place
  return (
    <AccountGate key={accountId} accountId={accountId}>
      {accountPlace}
    </AccountGate>
  )

  function accountPlace(open: OpenAccount): ReactNode {
    if (place.kind === 'reviewAccount') return <ReviewAccountScreen key={accountId} {...{ accountId, open }} />
    if (place.kind === 'history') return <HistoryScreen key={accountId} {...{ accountId, open }} />
    if (isPathPlace(place)) return <PathScreen place={place} open={open} />
    const { account, conflicts } = open
    return (
      <AccountPage
        {...{ accountId, account, today, zone, isNewComparisonAsked, onAskNewComparison }}
        onOpenComparison={(comparisonId) => go({ kind: 'compare', accountId, comparisonId })}
        onStep={(step, comparisonId) => go(placeOfStep(step, accountId, comparisonId))}
        onShowFile={() => void showAccountFile(model, accountId)}
        onHistory={() => go({ kind: 'history', accountId })}
        notices={
          <>
            <CollisionsPanel collisions={conflicts} zone={zone} onDecide={(collision, value) => decideCollision(model, accountId, collision, value)} />
            <AccountRemarks {...{ accountId, account }} />
          </>
        }
        review={<AccountReview {...{ accountId, account }} />}
      />
    )
  }
}
