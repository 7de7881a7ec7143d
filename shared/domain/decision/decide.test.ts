import { describe, expect, it } from 'vitest'
import { englishWords } from '../../text/decision/englishWords'
import { decide } from './decide'
import type { DecisionResult } from './DecisionResult'

const laptops = {
  options: ['A', 'B'],
  criteria: [
    { name: 'Price', weight: 50, direction: 'min', lo: 1000, hi: 2000, unit: 'EUR' },
    { name: 'Support', weight: 30, direction: 'max', lo: 0, hi: 10 },
    { name: 'Speed', weight: 20, direction: 'max', lo: 0, hi: 200 },
  ],
  cells: [
    [1100, 4, 140],
    [1400, 8, 130],
  ],
}

function decided(input: unknown): DecisionResult {
  const result = decide(input, englishWords)
  if (!result.ok) throw new Error(result.error.message)
  return result.value
}

function refusedAt(input: unknown): string {
  const result = decide(input, englishWords)
  return result.ok ? 'accepted' : `${result.error.kind} ${result.error.message}`
}

/** The laptops with one cell, or with other fields, changed. */
const withCell = (cell: unknown): unknown => ({ ...laptops, cells: [[cell, 4, 140], laptops.cells[1]] })
const withPrice = (fields: object): unknown => ({ ...laptops, criteria: [{ ...laptops.criteria[0], ...fields }, ...laptops.criteria.slice(1)] })

describe('decide', () => {
  it('answers with every part of a decision, by name', () => {
    const result = decided({
      ...laptops,
      order: ['Price', 'Support', 'Speed'],
      intervals: { Price: [80, 100], Support: [20, 60], Speed: [0, 40] },
      robustness: { weights: 'uniform', draws: 1000, seed: 7 },
      second: {},
    })
    expect(result.totals[0]).toBeCloseTo(0.71, 12)
    expect(result.groups.ranked).toEqual(['A', 'B'])
    expect(result.sensitivity.breakEven.map(({ option, criterion, raw, feasible }) => ({ option, criterion, raw, feasible }))).toEqual([
      { option: 'B', criterion: 'Price', raw: expect.closeTo(1320, 9) as number, feasible: true },
      { option: 'B', criterion: 'Support', raw: expect.closeTo(9.333333333333, 9) as number, feasible: true },
      { option: 'B', criterion: 'Speed', raw: expect.closeTo(170, 9) as number, feasible: true },
    ])
    expect(result.sensitivity.intervals['Price']?.[0]).toBeLessThan(0.5)
    expect(result.sensitivity.nearestFlip[0]?.option).toBe('B')
    expect(result.orderOnly?.difference.map(({ a, b, surely }) => [a, b, surely])).toEqual([['A', 'B', false], ['B', 'A', false]])
    expect(result.robustness?.acceptability).toHaveLength(2)
    expect(result.second?.vikor.compromise.length).toBeGreaterThan(0)
    expect(result.sentences[0]).toEqual({ kind: 'tooCloseToCall', text: expect.stringContaining('Too close to call: A beats B in ') as string, numbers: expect.anything() as object })
    expect(result.warnings).toEqual([])
  })

  it('gives the same answer twice, sampling included', () => {
    const input = { ...laptops, kinds: [['vendorClaim', 'ourOpinion', 'measured'], ['thirdParty', 'vendorClaim', 'measured']], robustness: { weights: 'given', draws: 2000, seed: 5 } }
    expect(JSON.stringify(decided(input))).toBe(JSON.stringify(decided(input)))
  })

  it('is plain data: nothing is lost in JSON', () => {
    const result = decided({ ...laptops, order: ['Support'], robustness: { weights: 'order', draws: 100, seed: 1 }, second: {} })
    expect(JSON.parse(JSON.stringify(result))).toEqual(result)
  })

  it('follows the contract for options outside the ranking', () => {
    const result = decided({
      options: ['A', 'B', 'C', 'D'],
      criteria: [
        { name: 'Price', weight: 60, direction: 'min', lo: 0, hi: 100, mustHave: { atMost: 60 } },
        { name: 'EU hosting', weight: 0, direction: 'max', mustHave: { equals: true } },
        { name: 'Quality', weight: 40, direction: 'max', lo: 0, hi: 10 },
      ],
      cells: [
        [40, true, 7],
        [60, null, 9],
        [61, true, 10],
        [20, false, 5],
      ],
    })
    expect(result.groups).toEqual({ ranked: ['A'], ifConfirmed: ['B'], notEnoughKnown: [], excluded: ['C', 'D'], setAside: [] })
    expect(result.ranks).toEqual([1, null, null, null])
    expect(result.ranksIfConfirmed).toEqual([null, 2, null, null])
    expect(result.sentences.map(({ text }) => text)).toContain('D does not meet “EU hosting”: needed is yes, it has no.')
    expect(result.sentences.map(({ text }) => text)).toContain('C does not meet “Price”: needed is at most 60, it has 61.')
  })

  it('takes null in a field that may be left out for left out', () => {
    const [price, ...others] = laptops.criteria
    const empty = { ...laptops, criteria: [{ ...price, shape: null, categories: null, mustHave: { atLeast: null, equals: null }, group: null }, ...others], order: null, robustness: null }
    const preferences = { Price: { shape: 'vshape', q: null, p: 300, s: null } }
    expect(decided({ ...empty, second: { promethee: preferences, vikorV: null } })).toEqual(decided({ ...laptops, second: { promethee: { Price: { shape: 'vshape', p: 300 } } } }))
    expect(refusedAt({ ...laptops, options: null })).toMatch(/^wrongShape options/)
  })

  it.each([
    ['a cell that is NaN', withCell(Number.NaN), 'notFinite cells[0][0]: a number must be finite; write null for unknown (found NaN).'],
    ['an infinite end of a range', withCell({ lo: 0, hi: Number.POSITIVE_INFINITY }), 'notFinite cells[0][0].hi: a number must be finite; write null for unknown (found Infinity).'],
    ['a list as a cell', withCell([1]), 'wrongShape cells[0][0]: this does not have the expected form (found a list of 1).'],
    ['undefined as a cell', withCell(undefined), 'wrongShape cells[0][0]: this does not have the expected form (found nothing).'],
    ['a text where a number belongs', withCell('cheap'), 'notANumber cells[0][0]: this must be a number (found cheap).'],
    ['a reversed range', withCell({ lo: 5, hi: 4 }), 'rangeReversed cells[0][0]: the ends must be in rising order (found 5, 4).'],
    ['a mode outside its range', withCell({ lo: 5, mode: 9, hi: 6 }), 'rangeReversed cells[0][0]: the ends must be in rising order (found 5, 9, 6).'],
    ['a beta without mass', withCell({ alpha: 0, beta: 1 }), 'notPositive cells[0][0].alpha: this must be above 0 (found 0).'],
    ['a row too short', { ...laptops, cells: [[1100, 4], laptops.cells[1]] }, 'columnCount cells[0]: there must be one entry per criterion (found 2, 3).'],
    ['a row too many', { ...laptops, cells: [...laptops.cells, [1, 1, 1]] }, 'rowCount cells: there must be one entry per option (found 3, 2).'],
    ['reversed anchors', withPrice({ lo: 3000 }), 'anchorsReversed criteria[0]: lo must not be above hi (found 3000, 2000).'],
    ['no anchors', withPrice({ lo: undefined }), 'anchorsMissing criteria[0]: lo and hi are needed to turn numbers into values.'],
    ['a mid-value at an anchor', withPrice({ shape: { mid: 1001 } }), 'midTooFarOut criteria[0].shape.mid: the mid-value must lie between 2 % and 98 % of the way from lo to hi (found 1001).'],
    ['points that turn', withPrice({ shape: { points: [[0, 1], [1, 0], [2, 0.5]] } }), 'pointsTurn criteria[0].shape.points[2]: the values of the points must not turn round (found 0.5).'],
    ['points that go back', withPrice({ shape: { points: [[0, 1], [0, 0]] } }), 'pointsNotRising criteria[0].shape.points[1]: the raw numbers of the points must rise (found 0).'],
    ['points against the direction', withPrice({ shape: { points: [[0, 0], [1, 1]] } }), 'pointsAgainstDirection criteria[0].shape.points: the points go against the direction (found min).'],
    ['a negative weight', withPrice({ weight: -1 }), 'negative criteria[0].weight: this must not be negative (found -1).'],
    ['a misspelt field', withPrice({ mustHaves: {} }), 'unknownField criteria[0].mustHaves: this field is not known.'],
    ['a wrong direction', withPrice({ direction: 'up' }), 'wrongShape criteria[0].direction: this does not have the expected form (found "up").'],
    ['a name twice', { ...laptops, options: ['A', 'A'] }, 'duplicateName options[1]: this name stands here twice (found A).'],
    ['an order with a name nobody has', { ...laptops, order: ['Prize'] }, 'unknownName order[0]: there is no criterion of this name (found Prize).'],
    ['an interval the wrong way round', { ...laptops, intervals: { Price: [9, 1] } }, 'rangeReversed intervals["Price"]: the ends must be in rising order (found 9, 1).'],
    ['weights in an order without one', { ...laptops, robustness: { weights: 'order', draws: 10, seed: 1 } }, 'needsOrder robustness.weights: weights in an order need the field "order".'],
    ['no draws', { ...laptops, robustness: { weights: 'given', draws: 0, seed: 1 } }, 'notPositive robustness.draws: this must be above 0 (found 0).'],
    ['half a seed', { ...laptops, robustness: { weights: 'given', draws: 1, seed: 0.5 } }, 'notWhole robustness.seed: this must be a whole number (found 0.5).'],
    ['a label nobody defined', { options: ['A'], criteria: [{ name: 'x', direction: 'max', categories: { low: 0 } }], cells: [['high']] }, 'notALabel cells[0][0]: this must be one of the categories (found high).'],
    ['a category worth more than everything', { options: [], criteria: [{ name: 'x', direction: 'max', categories: { low: 2 } }], cells: [] }, 'outsideUnit criteria[0].categories["low"]: this must lie between 0 and 1 (found 2).'],
    ['numbers whose sum cannot be written', withPrice({ weight: 1e308 }), 'tooLarge criteria[0].weight: numbers beyond 1e100 cannot be compared (found 1e+308).'],
    ['anchors further apart than numbers go', withPrice({ lo: -1e308, hi: 1e308 }), 'tooLarge criteria[0].lo: numbers beyond 1e100 cannot be compared (found -1e+308).'],
    ['anchors with nothing between them', withPrice({ lo: 0, hi: 5e-324 }), 'anchorsTooNear criteria[0]: the ends are too near to each other to compare anything between them (found 0, 5e-324).'],
    ['an interval under a name that would get lost', { ...laptops, intervals: JSON.parse('{"Price": [1, 2], "__proto__": [3, 4]}') as unknown }, 'nameReserved intervals: this name cannot be used here; choose another (found __proto__).'],
    ['a label of that name', { options: ['A'], criteria: [{ name: 'x', direction: 'max', categories: JSON.parse('{"__proto__": 1}') as unknown }], cells: [[null]] }, 'nameReserved criteria[0].categories: this name cannot be used here; choose another (found __proto__).'],
    ['nothing at all', null, 'wrongShape The input: this does not have the expected form (found null).'],
  ])('refuses %s and names the place', (_, input, message) => {
    expect(refusedAt(input)).toBe(message)
  })
})
