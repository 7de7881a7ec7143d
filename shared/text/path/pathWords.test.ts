import { describe, expect, it } from 'vitest'
import { sayOpen } from './pathWords'

describe('what is open, in words', () => {
  it('says so where nothing is', () => {
    expect(sayOpen({ step: 'found', kind: 'done', open: [] })).toBe('Nothing is open here.')
  })

  it('speaks of one in the singular and of many in the plural', () => {
    expect(sayOpen({ step: 'found', kind: 'open', open: [{ kind: 'contradictionsWithoutOwner', count: 1 }] })).toBe('Still open: 1 contradiction has no owner.')
    expect(sayOpen({ step: 'found', kind: 'open', open: [{ kind: 'contradictionsWithoutOwner', count: 2 }] })).toBe('Still open: 2 contradictions have no owner.')
  })

  it('stays one line: names the first two and counts the rest', () => {
    const line = sayOpen({
      step: 'matters',
      kind: 'open',
      open: [
        { kind: 'tooFewNeeds', count: 2 },
        { kind: 'needsNotQuoted', count: 1 },
        { kind: 'needsNotConfirmed', count: 2 },
        { kind: 'needsWithoutCriterion', count: 2 },
      ],
    })
    expect(line).toBe("Still open: 2 needs, at least 3 say enough; 1 need is not in the buyer's own words; 2 more.")
  })
})
