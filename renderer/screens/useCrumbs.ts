import type { Crumb } from '../features/shell/TopBar'
import { useModel, useModelState } from '../model/ModelContext'
import type { Place } from '../model/Place'

/** The way from the list of accounts to where the member is. */
export function useCrumbs(place: Place): readonly Crumb[] {
  const { go } = useModel().place.getState()
  const accountId = 'accountId' in place ? place.accountId : null
  const comparisonId = 'comparisonId' in place ? place.comparisonId : null
  const accountName = useModelState('account', (state) => {
    const entry = accountId === null ? undefined : state.entriesById[accountId]
    return entry?.kind === 'open' ? entry.open.account.profile.name : ''
  })
  const title = useModelState('account', (state) => {
    const entry = accountId === null ? undefined : state.entriesById[accountId]
    return entry?.kind === 'open' && comparisonId !== null ? (entry.open.account.comparisons[comparisonId]?.title ?? '') : ''
  })
  if (place.kind === 'settings') return [{ label: 'Settings', onOpen: null }]
  if (accountId === null) return [{ label: 'Accounts', onOpen: null }]
  const account = { label: accountName || 'Account', onOpen: comparisonId === null ? null : () => go({ kind: 'account', accountId }) }
  const crumbs: readonly Crumb[] = [{ label: 'Accounts', onOpen: () => go({ kind: 'accounts' }) }, account]
  if (comparisonId === null) return crumbs
  const comparison = {
    label: title || 'Comparison',
    onOpen: place.kind === 'takeAway' ? () => go({ kind: 'compare', accountId, comparisonId }) : null,
  }
  return [...crumbs, comparison, ...(place.kind === 'takeAway' ? [{ label: 'Take away', onOpen: null }] : [])]
}
