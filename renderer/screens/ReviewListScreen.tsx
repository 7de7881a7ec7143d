import { ReviewListPage } from '../features/review/ReviewListPage'
import { useModel, useModelState } from '../model/ModelContext'
import { zone } from './zone'

export function ReviewListScreen() {
  const { place } = useModel()
  const rows = useModelState('accounts', (state) => state.rows)
  const { go } = place.getState()
  return (
    <ReviewListPage
      rows={rows}
      zone={zone}
      onOpen={(accountId) => go({ kind: 'reviewAccount', accountId })}
      onAccounts={() => go({ kind: 'accounts' })}
    />
  )
}
