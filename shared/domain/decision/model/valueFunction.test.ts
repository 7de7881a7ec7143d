import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { linearValue, midValue, piecewiseValue, type ValueFunction } from './valueFunction'

const share = fc.double({ min: 0, max: 1, noNaN: true })
const functions: fc.Arbitrary<ValueFunction> = fc
  .record({ lo: fc.integer({ min: -100, max: 100 }), range: fc.integer({ min: 1, max: 1000 }), mid: fc.double({ min: 0.02, max: 0.98, noNaN: true }), direction: fc.constantFrom('max' as const, 'min' as const), kind: fc.nat({ max: 2 }) })
  .map(({ lo, range, mid, direction, kind }) => {
    if (kind === 0) return linearValue(lo, lo + range, direction)
    if (kind === 1) return midValue(lo, lo + mid * range, lo + range, direction)
    const end = direction === 'max' ? 1 : 0
    return piecewiseValue([[lo, 1 - end], [lo + mid * range, 0.4], [lo + range, end]])
  })

describe('a value function', () => {
  it('is 0 and 1 at the anchors, never turns, and is clipped outside', () => {
    fc.assert(
      fc.property(functions, share, share, (value, a, b) => {
        const raw = (at: number): number => value.lo + at * (value.hi - value.lo)
        const ends = [value.valueOf(value.lo), value.valueOf(value.hi)]
        expect([...ends].sort()).toEqual([0, 1])
        expect((value.valueOf(raw(a)) - value.valueOf(raw(b))) * (a - b) * ((ends[1] ?? 0) - (ends[0] ?? 0))).toBeGreaterThanOrEqual(-1e-12)
        expect(value.valueOf(value.lo - 1)).toBe(ends[0])
        expect(value.valueOf(value.hi + 1)).toBe(ends[1])
        expect([value.isOutside(value.lo - 1), value.isOutside(raw(a)), value.isOutside(value.hi + 1)]).toEqual([true, false, true])
      }),
    )
  })

  it('can be read backwards', () => {
    fc.assert(
      fc.property(functions, share, (value, wanted) => {
        const raw = value.rawOf(wanted)
        expect(raw).not.toBe(null)
        expect(value.valueOf(raw ?? Number.NaN)).toBeCloseTo(wanted, 7)
      }),
    )
  })

  it('passes through a half at its mid-value, from the steepest curve to the straight line', () => {
    for (const mid of [0.02, 0.1, 0.4999, 0.4999999, 0.5, 0.5000001, 0.7, 0.98]) {
      expect(midValue(0, mid, 1, 'max').valueOf(mid)).toBeCloseTo(0.5, 6)
      expect(midValue(0, mid, 1, 'min').valueOf(mid)).toBeCloseTo(0.5, 6)
    }
  })

  it('asks for no more than needed where it is flat, and for the impossible nothing', () => {
    const flat = piecewiseValue([[0, 0], [10, 0.5], [20, 0.5], [30, 1]])
    expect(flat.rawOf(0.5)).toBe(10)
    const falling = piecewiseValue([[0, 1], [10, 0.5], [20, 0.5], [30, 0.2]])
    expect(falling.rawOf(0.5)).toBe(20)
    expect(falling.rawOf(0.1)).toBe(null)
    expect(linearValue(0, 10, 'max').rawOf(1.1)).toBe(null)
  })

  it('with equal anchors gives nothing to anybody', () => {
    const none = linearValue(5, 5, 'max')
    expect([none.valueOf(5), none.valueOf(9), none.rawOf(0.5), none.discriminates]).toEqual([0, 0, null, false])
  })
})
