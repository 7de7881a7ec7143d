import { stepNames } from '#shared/text/path/pathWords'
import type { Crumb } from '../features/shell/TopBar'
import { useModel, useModelState } from '../model/ModelContext'
import { comparisonOf, isPathPlace, stepOf, type Place } from '../model/Place'

/** The way from the list of accounts to where the member is. */
export function useCrumbs(place: Place): readonly Crumb[] {
  const { go } = useModel().place.getState()
  const accountId = 'accountId' in place ? place.accountId : null
  const comparisonId = comparisonOf(place)
  const accountName = useModelState('account', (state) => {
    const entry = accountId === null ? undefined : state.entriesById[accountId]
    return entry?.kind === 'open' ? entry.open.account.profile.name : ''
  })
  const title = useModelState('account', (state) => {
    const entry = accountId === null ? undefined : state.entriesById[accountId]
    return entry?.kind === 'open' && comparisonId !== null ? (entry.open.account.comparisons[comparisonId]?.title ?? '') : ''
  })
  if (place.kind === 'settings') return [{ label: 'Settings', onOpen: null }]
  if (place.kind === 'collisions') return [{ label: 'Different things at once', onOpen: null }]
  if (place.kind === 'health') return [{ label: 'Exchange with the team', onOpen: null }]
  if (place.kind === 'today') return [{ label: 'Today', onOpen: null }]
  if (place.kind === 'review') return [{ label: 'Review', onOpen: null }]
  if (place.kind === 'reviewAccount') return [{ label: 'Review', onOpen: () => go({ kind: 'review' }) }, { label: accountName || 'Account', onOpen: null }]
  if (accountId === null) return [{ label: 'Accounts', onOpen: null }]
  if (place.kind === 'history')
    return [{ label: 'Accounts', onOpen: () => go({ kind: 'accounts' }) }, { label: accountName || 'Account', onOpen: () => go({ kind: 'account', accountId: place.accountId }) }, { label: 'History', onOpen: null }]
  if (!isPathPlace(place)) return [{ label: 'Accounts', onOpen: () => go({ kind: 'accounts' }) }, { label: accountName || 'Account', onOpen: null }]
  return [
    { label: 'Accounts', onOpen: () => go({ kind: 'accounts' }) },
    { label: accountName || 'Account', onOpen: () => go({ kind: 'account', accountId }) },
    ...(comparisonId === null ? [] : [{ label: title || 'Comparison', onOpen: place.kind === 'compare' ? null : () => go({ kind: 'compare', accountId, comparisonId }) }]),
    ...(place.kind === 'compare' ? [] : [{ label: stepNames[stepOf(place)], onOpen: null }]),
  ]
}
