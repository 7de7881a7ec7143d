import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { at } from '../at'
import { linearValue, midValue } from '../model/valueFunction'
import { benefitCostFrontier, choiceForPointWorth } from './benefitCost'
import { evenSwap } from './evenSwap'

describe('an even swap', () => {
  it('leaves the total as it was', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.1, max: 1, noNaN: true }), fc.double({ min: 0.1, max: 1, noNaN: true }), fc.integer({ min: 0, max: 24 }), fc.integer({ min: 0, max: 24 }), (weight, other, from, to) => {
        const hours = { value: midValue(0, 5, 24, 'min'), weight }
        const price = { value: linearValue(1000, 3000, 'min'), weight: other }
        const found = evenSwap({ ...hours, from, to }, { ...price, payFrom: 2000 })
        if (found?.payRaw === null || found?.payRaw === undefined) return
        const total = (hour: number, cost: number): number => weight * hours.value.valueOf(hour) + other * price.value.valueOf(cost)
        expect(total(to, found.payRaw)).toBeCloseTo(total(from, 2000), 9)
        expect(found.payChange).toBeCloseTo(found.payRaw - 2000, 9)
      }),
    )
  })

  it('beyond the scale has no price, and without a weight there is nothing to pay with', () => {
    const side = { value: linearValue(0, 10, 'max'), weight: 0.5 }
    expect(evenSwap({ ...side, from: 0, to: 10 }, { ...side, payFrom: 3 })).toMatchObject({ payRaw: null, payChange: null })
    expect(evenSwap({ ...side, from: 0, to: 10 }, { ...side, weight: 0, payFrom: 3 })).toBe(null)
  })
})

describe('the frontier of cost against benefit', () => {
  const options = fc.array(fc.record({ benefit: fc.integer({ min: 0, max: 20 }), cost: fc.integer({ min: 0, max: 20 }) }), { minLength: 1, maxLength: 7 })

  it('holds the best choice whatever a point is worth', () => {
    fc.assert(
      fc.property(options, fc.double({ min: 0.001, max: 30, noNaN: true }), (list, worth) => {
        const choice = choiceForPointWorth(list, worth) ?? -1
        const net = (index: number): number => at(list, index).benefit * worth - at(list, index).cost
        expect(net(choice)).toBeCloseTo(Math.max(...list.map((_, index) => net(index))), 9)
        expect(benefitCostFrontier(list).frontier).toContain(choice)
      }),
      { numRuns: 1000 },
    )
  })

  it('gets steeper step by step', () => {
    fc.assert(
      fc.property(options, (list) => {
        const { frontier, pricePerPoint } = benefitCostFrontier(list)
        expect(pricePerPoint).toHaveLength(frontier.length - 1)
        pricePerPoint.forEach((price, index) => expect(price).toBeGreaterThan(index === 0 ? 0 : at(pricePerPoint, index - 1)))
      }),
    )
  })

  it('without options is empty', () => {
    expect(benefitCostFrontier([])).toEqual({ frontier: [], pricePerPoint: [] })
    expect(choiceForPointWorth([], 1)).toBe(null)
  })
})
