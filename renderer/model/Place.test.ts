import { describe, expect, it } from 'vitest'
import { pathSteps } from '#shared/domain/path/PathStep'
import { hashToPlace, placeOfStep, placeToHash } from './Place'

describe('the address of a place', () => {
  it('leads back to the step it was made from, with and without a comparison', () => {
    for (const step of pathSteps)
      for (const comparisonId of ['c', null]) {
        const place = placeOfStep(step, 'a', comparisonId)
        expect(hashToPlace(placeToHash(place)), step).toEqual(place)
      }
  })

  it('of a step nobody knows leads to the account', () => {
    expect(hashToPlace('#/accounts/a/somewhere/c')).toEqual({ kind: 'account', accountId: 'a' })
  })
})
