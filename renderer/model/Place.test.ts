import { describe, expect, it } from 'vitest'
import { pathSteps } from '#shared/domain/path/PathStep'
import { hashToPlace, placeOfStep, placeToHash, type Place } from './Place'

describe('the address of a place', () => {
  it('leads back to the step it was made from, with and without a comparison', () => {
    for (const step of pathSteps)
      for (const comparisonId of ['c', null]) {
        const place = placeOfStep(step, 'a', comparisonId)
        expect(hashToPlace(placeToHash(place)), step).toEqual(place)
      }
  })

  it('leads back to every other place too', () => {
    const places: readonly Place[] = [
      { kind: 'today' },
      { kind: 'accounts' },
      { kind: 'account', accountId: 'a' },
      { kind: 'history', accountId: 'a' },
      { kind: 'review' },
      { kind: 'reviewAccount', accountId: 'a' },
      { kind: 'collisions' },
      { kind: 'health' },
      { kind: 'settings' },
    ]
    for (const place of places) expect(hashToPlace(placeToHash(place)), place.kind).toEqual(place)
  })

  it('of a step nobody knows leads to the account', () => {
    expect(hashToPlace('#/accounts/a/somewhere/c')).toEqual({ kind: 'account', accountId: 'a' })
  })
})
