import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sizeOf } from './sizeOf'

describe('sizeOf', () => {
  it('never calls data small whose text is larger than the limit', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), fc.integer({ min: 0, max: 200 }), (value, limit) => {
        const letters = JSON.stringify(value).replace(/[[\]{}",:\\]/g, '').length
        if (sizeOf(value, limit) <= limit) expect(letters).toBeLessThanOrEqual(limit * 4)
      }),
    )
  })

  it('counts text, keys and bytes', () => {
    expect(sizeOf('x'.repeat(1_000), 2_000)).toBeGreaterThanOrEqual(1_000)
    expect(sizeOf({ ['k'.repeat(1_000)]: 1 }, 2_000)).toBeGreaterThanOrEqual(1_000)
    expect(sizeOf(new Uint8Array(1_000), 2_000)).toBeGreaterThanOrEqual(1_000)
    expect(sizeOf(Array.from({ length: 1_000 }, () => null), 200_000)).toBeGreaterThanOrEqual(1_000)
  })

  it('gives up on data that is nested without end', () => {
    const loop: { inner?: unknown } = {}
    loop.inner = loop
    expect(sizeOf(loop, 1_000_000)).toBe(Number.POSITIVE_INFINITY)
  })
})
