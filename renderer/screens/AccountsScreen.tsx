import { AccountsPage } from '../features/accounts/AccountsPage'
import { useModel, useModelState } from '../model/ModelContext'
import { zone } from './zone'

export function AccountsScreen({ onNew }: { readonly onNew: () => void }) {
  const { place } = useModel()
  const rows = useModelState('accounts', (state) => state.rows)
  const problem = useModelState('accounts', (state) => state.problem)
  const { go } = place.getState()
  return <AccountsPage rows={rows} problem={problem} zone={zone} onOpen={openAccount} onNew={onNew} />

  function openAccount(accountId: string): void {
    go({ kind: 'account', accountId })
  }
}
