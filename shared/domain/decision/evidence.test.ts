import { describe, expect, it } from 'vitest'
import { agedKind, bestKind } from './evidence'
import { rankCorrelation } from './model/countedTwice'

describe('evidence', () => {
  it('the best piece counts, after ageing', () => {
    expect(bestKind([])).toBe('none')
    expect(bestKind([{ kind: 'ourOpinion', isExpired: false }, { kind: 'thirdParty', isExpired: false }])).toBe('thirdParty')
    expect(bestKind([{ kind: 'measured', isExpired: true }, { kind: 'buyerTested', isExpired: false }])).toBe('buyerTested')
    expect(bestKind([{ kind: 'vendorClaim', isExpired: true }])).toBe('ourOpinion')
  })

  it('past its date it is worth one step less, and our own opinion nothing', () => {
    expect((['measured', 'buyerTested', 'thirdParty', 'vendorClaim', 'ourOpinion', 'none'] as const).map((kind) => agedKind(kind, true))).toEqual(['thirdParty', 'thirdParty', 'vendorClaim', 'ourOpinion', 'none', 'none'])
  })
})

describe('rank correlation', () => {
  it('agrees with a worked example, ties sharing their place', () => {
    // Ranks 1, 2.5, 2.5, 4 against 1, 3, 2, 4: Pearson on ranks.
    expect(rankCorrelation([[1, 1], [2, 3], [2, 2], [3, 4]])).toBeCloseTo(4.5 / Math.sqrt(4.5 * 5), 12)
    expect(rankCorrelation([[1, 3], [2, 2], [3, 1]])).toBeCloseTo(-1, 12)
    expect(rankCorrelation([[1, 3], [1, 2]])).toBe(null)
  })
})
