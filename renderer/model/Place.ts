import type { PathStep } from '#shared/domain/path/PathStep'

/** The steps that need no comparison, and which one is meant where there are several. */
type EarlyStep = Extract<PathStep, 'found' | 'matters'>
type LaterStep = Exclude<PathStep, EarlyStep>

/** Where the member is. Kept in the address of the window, so that a reload comes back to it. */
export type Place =
  | { readonly kind: 'today' }
  | { readonly kind: 'accounts' }
  | { readonly kind: 'account'; readonly accountId: string }
  | PathPlace
  /** Accounts that somebody wants looked at, and one of them as its reviewer sees it. */
  | { readonly kind: 'review' }
  | { readonly kind: 'reviewAccount'; readonly accountId: string }
  /** What was done to an account. */
  | { readonly kind: 'history'; readonly accountId: string }
  /** Where colleagues did different things, over all accounts. */
  | { readonly kind: 'collisions' }
  /** How the exchange with the team folder is. */
  | { readonly kind: 'health' }
  | { readonly kind: 'settings' }

/** One step of the path of an account. */
export type PathPlace =
  | { readonly kind: EarlyStep; readonly accountId: string; readonly comparisonId?: string }
  | { readonly kind: LaterStep; readonly accountId: string; readonly comparisonId: string }
  /** A later step of an account that compares nothing yet: asks what is to be decided. */
  | { readonly kind: 'firstQuestion'; readonly accountId: string; readonly step: LaterStep }

/** How a step is written in the address. */
const addresses: { readonly [step in PathStep]: string } = {
  found: 'found',
  matters: 'matters',
  ruleOut: 'rule-out',
  compare: 'compare',
  decide: 'decide',
  agree: 'agree',
  takeAway: 'take-away',
}

export function isPathPlace(place: Place): place is PathPlace {
  return place.kind === 'firstQuestion' || place.kind in addresses
}

export function stepOf(place: PathPlace): PathStep {
  return place.kind === 'firstQuestion' ? place.step : place.kind
}

/** The comparison a place is about; null for none, or for whichever is the first. */
export function comparisonOf(place: Place): string | null {
  return 'comparisonId' in place ? (place.comparisonId ?? null) : null
}

/** Where a step of an account is. Without a comparison the later ones ask for it first. */
export function placeOfStep(step: PathStep, accountId: string, comparisonId: string | null): PathPlace {
  if (step === 'found' || step === 'matters') return { kind: step, accountId, ...(comparisonId !== null && { comparisonId }) }
  return comparisonId === null ? { kind: 'firstQuestion', accountId, step } : { kind: step, accountId, comparisonId }
}

export function placeToHash(place: Place): string {
  if (isPathPlace(place)) {
    const comparisonId = comparisonOf(place)
    return `#/accounts/${place.accountId}/${addresses[stepOf(place)]}${comparisonId === null ? '' : `/${comparisonId}`}`
  }
  switch (place.kind) {
    case 'account':
      return `#/accounts/${place.accountId}`
    case 'history':
      return `#/accounts/${place.accountId}/history`
    case 'reviewAccount':
      return `#/review/${place.accountId}`
    default:
      return `#/${place.kind}`
  }
}

export function hashToPlace(hash: string): Place {
  const [first, accountId, address, comparisonId] = hash.replace(/^#\//, '').split('/')
  if (first === 'settings' || first === 'collisions' || first === 'health') return { kind: first }
  if (first === 'review') return accountId ? { kind: 'reviewAccount', accountId } : { kind: 'review' }
  if (first !== 'accounts') return { kind: 'today' }
  if (!accountId) return { kind: 'accounts' }
  if (address === 'history') return { kind: 'history', accountId }
  const step = (Object.keys(addresses) as PathStep[]).find((candidate) => addresses[candidate] === address)
  return step ? placeOfStep(step, accountId, comparisonId || null) : { kind: 'account', accountId }
}
