import { describe, expect, it } from 'vitest'
import { englishWords } from '../../text/decision/englishWords'
import { decide } from './decide'
import type { DecisionInput } from './DecisionInput'
import type { DecisionResult } from './DecisionResult'
import { testRandom } from './testing/bruteForce'
import { notPlainData } from './testing/plainData'

const extras = { robustness: { weights: 'uniform' as const, draws: 50, seed: 1 }, second: {} }
const number = { direction: 'max' as const, lo: 0, hi: 10 }

function decided(input: DecisionInput): DecisionResult {
  const result = decide({ ...input, ...extras }, englishWords)
  if (!result.ok) throw new Error(result.error.message)
  expect(notPlainData(result.value)).toEqual([])
  return result.value
}

const answer = (result: DecisionResult): string => result.sentences[0]?.text ?? ''
const warned = (result: DecisionResult): readonly string[] => result.warnings.map(({ kind }) => kind)

describe('at the limits there is a defined answer', () => {
  it('nothing entered yet', () => {
    expect(answer(decided({ options: [], criteria: [], cells: [] }))).toBe('There is no option to compare yet.')
    expect(answer(decided({ options: ['A'], criteria: [], cells: [[]] }))).toBe('Nothing is asked of the options yet.')
    expect(answer(decided({ options: [], criteria: [{ name: 'x', weight: 1, ...number }], cells: [] }))).toBe('There is no option to compare yet.')
  })

  it('one option', () => {
    const result = decided({ options: ['A'], criteria: [{ name: 'x', weight: 1, ...number }, { name: 'y', weight: 1, ...number }], cells: [[7, 2]] })
    expect(answer(result)).toBe('A is the only option left to rank, with 45 of 100 points.')
    expect(result.ranks).toEqual([1])
    expect(result.sensitivity).toMatchObject({ intervals: { x: [0, 1], y: [0, 1] }, breakEven: [], nearestFlip: [], tornado: [] })
    expect(result.second).toMatchObject({ topsis: [null], vikor: { Q: [null], compromise: [] }, promethee: { net: [null] }, methods: 0 })
    expect(result.robustness?.acceptability).toEqual([[1]])
  })

  it('one criterion', () => {
    const result = decided({ options: ['A', 'B'], criteria: [{ name: 'x', weight: 3, ...number }], cells: [[7], [2]] })
    expect(answer(result)).toBe('A comes out first with 70 of 100 points; B has 20.')
    expect(result.sensitivity.intervals).toEqual({ x: [0, 1] })
    expect(result.sensitivity.nearestFlip).toEqual([{ option: 'B', weights: null, shift: null, isFirst: false }])
    expect(result.robustness?.isExact).toBe(true)
  })

  it('all weights zero', () => {
    const result = decided({ options: ['A', 'B'], criteria: [{ name: 'x', weight: 0, ...number }, { name: 'y', weight: 0, ...number }], cells: [[7, 0], [2, 4]] })
    expect(result.weights).toEqual([0.5, 0.5])
    expect(warned(result)).toContain('allWeightsZero')
    expect(result.ranks).toEqual([1, 2])
  })

  it('no weights given', () => {
    const result = decided({ options: ['A', 'B'], criteria: [{ name: 'x', ...number }, { name: 'y', ...number }, { name: 'z', ...number, mustHave: { atLeast: 1 } }], cells: [[7, 0, 1], [2, 4, 2]] })
    expect(result.weights).toEqual([0.5, 0.5, 0])
    expect(warned(result)).toContain('notWeightedYet')
  })

  it('no option left: says which single must-have would bring some back', () => {
    const result = decided({
      options: ['A', 'B', 'C'],
      criteria: [
        { name: 'Price', weight: 1, direction: 'min', lo: 0, hi: 10, mustHave: { atMost: 5 } },
        { name: 'EU', direction: 'max', mustHave: { equals: true } },
      ],
      cells: [[9, true], [8, true], [9, false]],
    })
    expect(answer(result)).toBe('None of the 3 options meets every must-have.')
    expect(result.sentences.map(({ text }) => text)).toContain('Without the must-have “Price”, A and B would be back in.')
    expect(result.ranks).toEqual([null, null, null])
    expect(result.robustness?.acceptability).toEqual([null, null, null])
    expect(result.barToBeat).toBe(null)
  })

  it('everything set aside', () => {
    const result = decided({ options: ['A', 'B'], criteria: [{ name: 'x', weight: 1, ...number }], cells: [[1], [2]], setAside: [true, true] })
    expect(answer(result)).toBe('All 2 options are set aside.')
    expect(result.groups.setAside).toEqual(['A', 'B'])
  })

  it('nothing known', () => {
    const result = decided({ options: ['A', 'B'], criteria: [{ name: 'x', weight: 1, ...number }], cells: [[null], [null]] })
    expect(answer(result)).toBe('Not enough is known to rank any option: each needs an answer for at least 50 % of what matters.')
    expect(result.groups.notEnoughKnown).toEqual(['A', 'B'])
    expect(result.bounds).toMatchObject({ lower: [0, 0], upper: [1, 1], bestRank: [1, 1], worstRank: [2, 2], unknownWeight: [1, 1] })
  })

  it('only options whose must-haves are open', () => {
    const result = decided({ options: ['A', 'B'], criteria: [{ name: 'x', weight: 1, ...number }, { name: 'EU', direction: 'max', mustHave: { equals: true } }], cells: [[1, null], [2, null]] })
    expect(answer(result)).toBe('No option is sure to meet every must-have. B comes first if “EU” is confirmed.')
    expect(result.ranksIfConfirmed).toEqual([2, 1])
    expect(result.robustness?.acceptability).toEqual([[0, 1], [1, 0]])
  })

  it('half of the weight known is enough, a little less is not', () => {
    const criteria = [{ name: 'x', weight: 50, ...number }, { name: 'y', weight: 50, ...number }]
    expect(decided({ options: ['A'], criteria, cells: [[1, null]] }).groups.ranked).toEqual(['A'])
    const [first] = criteria
    const less = [{ ...first, name: 'x', weight: 49.9, ...number }, { name: 'y', weight: 50.1, ...number }]
    expect(decided({ options: ['A'], criteria: less, cells: [[1, null]] }).groups.notEnoughKnown).toEqual(['A'])
  })

  it('equal rows are level and do not dominate each other', () => {
    const result = decided({ options: ['A', 'B', 'C'], criteria: [{ name: 'x', weight: 1, ...number }, { name: 'y', weight: 1, ...number }], cells: [[3, 3], [3, 3], [1, 2]] })
    expect(answer(result)).toBe('A and B are level at 30 of 100 points.')
    expect(result.ranks).toEqual([1, 1, 3])
    expect(result.dominance).toEqual({ nonDominated: ['A', 'B'], dominatedBy: { C: ['A', 'B'] } })
    expect(result.sentences.map(({ kind }) => kind)).not.toContain('flipByWeight')
  })

  it('a criterion that is the same for all changes nobody’s place', () => {
    const with_ = decided({ options: ['A', 'B'], criteria: [{ name: 'x', weight: 1, ...number }, { name: 'y', weight: 1, ...number }], cells: [[3, 5], [2, 5]] })
    expect(with_.ranks).toEqual([1, 2])
    expect(with_.sensitivity.breakEven.find(({ criterion }) => criterion === 'y')).toMatchObject({ raw: expect.closeTo(6, 9) as number, feasible: true })
    const flat = decided({ options: ['A', 'B'], criteria: [{ name: 'x', weight: 1, ...number }, { name: 'y', weight: 1, direction: 'max', lo: 5, hi: 5 }], cells: [[3, 5], [2, null]] })
    expect(flat.totals).toEqual([0.15, 0.1])
    expect(warned(flat)).toContain('doesNotDiscriminate')
    expect(flat.sensitivity.breakEven.find(({ criterion }) => criterion === 'y')).toMatchObject({ raw: null, feasible: false })
  })

  it('where every label is worth the same, an unknown one is worth that too', () => {
    const criteria = [{ name: 'x', weight: 1, ...number }, { name: 'y', weight: 1, direction: 'max' as const, categories: { fair: 0.6, fine: 0.6 } }]
    const result = decided({ options: ['A', 'B'], criteria, cells: [[3, null], [3, 'fair']] })
    expect(result.ranks).toEqual([1, 1])
    expect(result.bounds.lower).toEqual(result.bounds.upper)
    expect(result.bounds.unknownWeight).toEqual([0.5, 0])
    expect(result.dominance).toEqual({ nonDominated: ['A', 'B'], dominatedBy: {} })
    const points = { name: 'y', weight: 1, direction: 'max' as const, shape: { points: [[0, 0.6], [9, 0.6]] as const } }
    expect(decided({ options: ['A', 'B'], criteria: [{ name: 'x', weight: 1, ...number }, points], cells: [[3, null], [3, 4]] }).ranks).toEqual([1, 1])
  })

  it('a mid-value exactly 2 % from an anchor still makes a curve', () => {
    for (const [lo, hi, mid] of [[0, 10, 9.8], [0, 10, 0.2], [1000, 1001, 1000.02], [-5, -4, -4.98], [0, 5, 4.9]] as const) {
      const result = decided({ options: ['A'], criteria: [{ name: 'x', direction: 'max', lo, hi, shape: { mid } }], cells: [[mid]] })
      expect(result.totals[0]).toBeCloseTo(0.5, 6)
    }
  })

  it('a criterion with an interval but no weight starts at its middle; one with neither counts nothing and is named', () => {
    const criteria = [{ name: 'top', weight: 100, ...number }, { name: 'next', ...number }, { name: 'left', ...number }]
    const input = { options: ['A', 'B'], criteria, cells: [[5, 5, 5], [1, 9, 9]], intervals: { next: [20, 80] as const } }
    const result = decided(input)
    expect(result.weights).toEqual([100 / 150, 50 / 150, 0])
    expect(result.warnings.map(({ text }) => text)).toEqual(['“left” has no weight yet and does not count.'])
    const { weight: _, ...top } = { name: 'top', weight: 100, ...number }
    expect(decided({ ...input, criteria: [top, ...criteria.slice(1)] }).warnings.map(({ text }) => text)).toEqual(['“top” has no weight yet and does not count.', '“left” has no weight yet and does not count.'])
    expect(warned(decided({ options: ['A'], criteria: [top, ...criteria.slice(1)], cells: [[5, 5, 5]], order: ['next', 'top'] }))).toEqual(['weightMissing'])
  })

  it('60 options on 100 criteria', () => {
    const random = testRandom(5)
    const criteria = Array.from({ length: 100 }, (_, index) => ({ name: `Criterion ${index}`, weight: random() * 100, ...number }))
    const cells = Array.from({ length: 60 }, () => criteria.map(() => (random() < 0.1 ? null : random() * 10)))
    const result = decided({ options: cells.map((_, index) => `Option ${index}`), criteria, cells })
    expect(result.groups.ranked).toHaveLength(60)
    expect(new Set(result.ranks).size).toBe(60)
    expect(result.sensitivity.breakEven).toHaveLength(59 * 100)
    expect(result.robustness?.acceptability.every((row) => row?.length === 60)).toBe(true)
  })

  it('values outside their anchors count as the nearer end, and it says so', () => {
    const result = decided({ options: ['A', 'B'], criteria: [{ name: 'Price', weight: 1, direction: 'min', lo: 100, hi: 200, unit: 'EUR' }], cells: [[50], [250]] })
    expect(result.totals).toEqual([1, 0])
    expect(result.warnings.map(({ text }) => text)).toEqual([
      '“Price” of A is €50, outside €100–200. It counts as the nearer end; check the range.',
      '“Price” of B is €250, outside €100–200. It counts as the nearer end; check the range.',
    ])
  })

  it('two criteria that say the same are pointed out from five options on', () => {
    const criteria = [{ name: 'Price per user', weight: 1, direction: 'min' as const, lo: 0, hi: 100 }, { name: 'Price per year', weight: 1, direction: 'min' as const, lo: 0, hi: 1000 }, { name: 'Quality', weight: 2, ...number }]
    const cells = [1, 2, 3, 4, 5].map((price) => [price, price * 12, price])
    const options = ['A', 'B', 'C', 'D', 'E']
    expect(warned(decided({ options, criteria, cells }))).toContain('countedTwice')
    expect(warned(decided({ options: options.slice(1), criteria, cells: cells.slice(1) }))).not.toContain('countedTwice')
  })

  it('a value without evidence is not known, and old evidence counts one step down', () => {
    const criteria = [{ name: 'x', weight: 1, ...number }, { name: 'y', weight: 1, ...number }]
    const result = decided({ options: ['A'], criteria, cells: [[5, 5]], kinds: [['measured', 'none']] })
    expect(result.bounds).toMatchObject({ lower: [0.25], upper: [0.75], unknownWeight: [0.5] })
    expect(warned(result)).toContain('valuesWithoutEvidence')
    const aged = decided({ options: ['A'], criteria, cells: [[5, 5]], kinds: [['measured', 'ourOpinion']], expired: [[true, true]] })
    expect(aged.bounds.unknownWeight).toEqual([0.5])
    expect(aged.sensitivity.tornado).toEqual([])
    const beyond = decided({ options: ['A'], criteria, cells: [[{ lo: 20, hi: 30 }, 20]], kinds: [['ourOpinion', 'ourOpinion']] })
    expect(beyond.robustness?.means).toEqual([expect.closeTo(1 - 0.3 / 6, 1)])
    // Without kinds everything counts as measured, and measured long ago is no longer sure.
    const old = decided({ options: ['A', 'B'], criteria, cells: [[5, 5], [4, 4]], expired: [[true, false], [false, false]] })
    expect(old.sensitivity.tornado.find(({ criterion }) => criterion === 'x')?.swing).toBeCloseTo(0.05, 12)
  })
})
