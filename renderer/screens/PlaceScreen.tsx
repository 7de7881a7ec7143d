import { lazy } from 'react'
import type { WorkspaceInfo } from '#shared/ipc/contract'
import { AccountPage } from '../features/account/AccountPage'
import { ComparePage } from '../features/compare/ComparePage'
import { useModel, useModelState } from '../model/ModelContext'
import type { Place } from '../model/Place'
import { Problem } from '../ui/Problem'
import { AccountGate } from './AccountGate'
import { AccountsScreen } from './AccountsScreen'
import { showAccountFile } from './showAccountFile'
import { zone } from './zone'

const SettingsScreen = lazy(async () => ({ default: (await import('./SettingsScreen')).SettingsScreen }))
const TakeAwayScreen = lazy(async () => ({ default: (await import('./TakeAwayScreen')).TakeAwayScreen }))

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
  if (place.kind === 'accounts') return <AccountsScreen onNew={onNewAccount} />
  if (place.kind === 'settings') return <SettingsScreen workspace={workspace} />
  const { accountId } = place
  return (
    <AccountGate key={accountId} accountId={accountId}>
      {({ account, conflicts, confirmed }) => {
        if (place.kind === 'account') {
          return (
            <AccountPage
              {...{ accountId, account, conflicts, today, zone, isNewComparisonAsked, onAskNewComparison }}
              onOpenComparison={(comparisonId) => go({ kind: 'compare', accountId, comparisonId })}
              onShowFile={() => void showAccountFile(model, accountId)}
            />
          )
        }
        const { comparisonId } = place
        const comparison = account.comparisons[comparisonId]
        if (!comparison || comparison.deletedAt !== null)
          return <Problem>This comparison is not in the account any more. Undo brings it back, if it was you who removed it.</Problem>
        if (place.kind === 'takeAway')
          return <TakeAwayScreen key={comparisonId} {...{ accountId, comparisonId }} title={comparison.title} revision={confirmed.revision} />
        return (
          <ComparePage
            key={comparisonId}
            {...{ accountId, account, comparison, today }}
            onTakeAway={() => go({ kind: 'takeAway', accountId, comparisonId })}
          />
        )
      }}
    </AccountGate>
  )
}
