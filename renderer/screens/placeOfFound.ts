import type { Found } from '#shared/ipc/contract'
import { placeOfStep, type Place } from '../model/Place'

/** Where what was found lies: the step of the path that shows it, or the page of its account. */
export function placeOfFound({ kind, accountId, comparisonId }: Pick<Found, 'kind' | 'accountId' | 'comparisonId'>): Place {
  switch (kind) {
    case 'finding':
      return placeOfStep('found', accountId, comparisonId)
    case 'need':
      return placeOfStep('matters', accountId, comparisonId)
    case 'comparison':
    case 'option':
    case 'evidence':
      return comparisonId === null ? { kind: 'account', accountId } : placeOfStep('compare', accountId, comparisonId)
    case 'account':
    case 'person':
    case 'question':
    case 'promise':
      return { kind: 'account', accountId }
  }
}
