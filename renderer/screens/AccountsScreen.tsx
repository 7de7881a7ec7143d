import { AccountsPage } from '../features/accounts/AccountsPage'
import { useModel, useModelState } from '../model/ModelContext'
import { zone } from './zone'

export function AccountsScreen({ onNew }: { readonly onNew: () => void }) {
  const { place, session } = useModel()
  const isSample = useModelState('session', (state) => state.workspace?.isSample ?? false)
  const rows = useModelState('accounts', (state) => state.rows)
  const problem = useModelState('accounts', (state) => state.problem)
  const { go } = place.getState()
  return (
    <AccountsPage
      rows={rows}
      problem={problem}
      zone={zone}
      onOpen={openAccount}
      onNew={onNew}
      onSample={isSample ? null : () => void session.getState().openSample()}
    />
  )

  function openAccount(accountId: string): void {
    go({ kind: 'account', accountId })
  }
}
