/** Where the member is. Kept in the address of the window, so that a reload comes back to it. */
export type Place =
  | { readonly kind: 'accounts' }
  | { readonly kind: 'account'; readonly accountId: string }
  | { readonly kind: 'compare'; readonly accountId: string; readonly comparisonId: string }
  | { readonly kind: 'takeAway'; readonly accountId: string; readonly comparisonId: string }
  | { readonly kind: 'settings' }

export function placeToHash(place: Place): string {
  switch (place.kind) {
    case 'accounts':
    case 'settings':
      return `#/${place.kind}`
    case 'account':
      return `#/accounts/${place.accountId}`
    case 'compare':
      return `#/accounts/${place.accountId}/compare/${place.comparisonId}`
    case 'takeAway':
      return `#/accounts/${place.accountId}/take-away/${place.comparisonId}`
  }
}

export function hashToPlace(hash: string): Place {
  const [first, accountId, step, comparisonId] = hash.replace(/^#\//, '').split('/')
  if (first === 'settings') return { kind: 'settings' }
  if (first !== 'accounts' || !accountId) return { kind: 'accounts' }
  if (step === 'compare' && comparisonId) return { kind: 'compare', accountId, comparisonId }
  if (step === 'take-away' && comparisonId) return { kind: 'takeAway', accountId, comparisonId }
  return { kind: 'account', accountId }
}
