import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { englishWords } from '../../text/decision/englishWords'
import { decide } from './decide'
import { decisionInputSchema } from './decisionInputSchema'
import { notPlainData } from './testing/plainData'
import { tables, tableSeed } from './testing/randomInput'

describe(`decide on whatever comes (seed ${tableSeed})`, () => {
  it('answers any comparison with plain finite numbers, in the shape promised', () => {
    fc.assert(
      fc.property(tables({ hasMustHaves: true, hasKinds: true }), fc.constantFrom('given', 'uniform', 'order', 'intervals'), fc.nat(), (table, weights, seed) => {
        const input = {
          ...table,
          order: table.criteria.map(({ name }) => name).reverse(),
          intervals: Object.fromEntries(table.criteria.map(({ name }, index) => [name, [index, index * 20]])),
          optionKinds: table.options.map((_, index) => (index === 0 ? 'ours' : 'rival')),
          setAside: table.options.map((_, index) => index === 3),
          robustness: { weights, draws: 20, seed },
          second: { promethee: Object.fromEntries(table.criteria.map(({ name }) => [name, { shape: 'linear', q: 1, p: 3 }])), vikorV: 0.4 },
        }
        const decided = decide(input, englishWords)
        if (!decided.ok) throw new Error(decided.error.message)
        const result = decided.value
        expect(notPlainData(result)).toEqual([])
        const [options, criteria] = [table.options.length, table.criteria.length]
        for (const byOption of [result.totals, result.ranks, result.bounds.lower, result.regret, result.robustness?.acceptability, result.second?.topsis]) expect(byOption).toHaveLength(options)
        expect(Object.keys(result.sensitivity.intervals).sort()).toEqual(table.criteria.map(({ name }) => name).sort())
        expect(result.contributions.every((row) => row.length === criteria)).toBe(true)
        const { ranked, ifConfirmed, notEnoughKnown, excluded, setAside } = result.groups
        expect([...ranked, ...ifConfirmed, ...notEnoughKnown, ...excluded, ...setAside].sort()).toEqual([...table.options].sort())
        expect(result.sentences[0]?.text.length).toBeGreaterThan(10)
      }),
      { numRuns: 500, seed: tableSeed },
    )
  })

  it('never throws, whatever it is handed, and always says where it stopped', () => {
    const mangled = fc.tuple(tables({ hasMustHaves: true }), fc.array(fc.tuple(fc.string(), fc.anything()), { maxLength: 3 })).chain(([table, fields]) =>
      fc.constantFrom<unknown>(
        { ...table, ...Object.fromEntries(fields) },
        { ...table, cells: fields },
        { ...table, criteria: table.criteria.map((criterion) => ({ ...criterion, ...Object.fromEntries(fields) })) },
        { ...table, cells: table.cells.map((row) => row.map((cell, index) => (index === 0 ? (fields[0]?.[1] ?? Number.NaN) : cell))) },
        { ...table, robustness: fields[0]?.[1] },
      ),
    )
    fc.assert(
      fc.property(fc.oneof(fc.anything(), mangled), (input) => {
        const decided = decide(input, englishWords)
        if (!decided.ok) expect(decided.error.message).toMatch(/^.+: .+\.$/s)
      }),
      { numRuns: 1_000, seed: tableSeed },
    )
  })

  it('names that mean something to the language are names like any other', () => {
    const decided = decide({ options: ['__proto__', 'constructor'], criteria: [{ name: 'toString', weight: 1, direction: 'max', lo: 0, hi: 10 }], cells: [[2], [1]] }, englishWords)
    if (!decided.ok) throw new Error(decided.error.message)
    expect(decided.value.groups.ranked).toEqual(['__proto__', 'constructor'])
    expect(Object.entries(decided.value.dominance.dominatedBy)).toEqual([['constructor', ['__proto__']]])
    expect(Object.keys(decided.value.sensitivity.intervals)).toEqual(['toString'])
    const criteria = ['constructor', 'valueOf', 'Price'].map((name) => ({ name, weight: 1, direction: 'max', lo: 0, hi: 10 }))
    const named = decide({ options: ['A', 'B'], criteria, cells: [[2, 3, 4], [1, 5, 4]], intervals: { Price: [1, 2] }, robustness: { weights: 'intervals', draws: 10, seed: 1 }, second: { promethee: { Price: { shape: 'usual' } } } }, englishWords)
    expect(named.ok && notPlainData(named.value)).toEqual([])
  })

  it('answers or refuses numbers of any size, never with a figure that is none', () => {
    const sizes = fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constantFrom(1e100, -1e100, 1e99, 5e-324, 1e-100, -1e-300, 0, 1))
    const cell = fc.oneof(sizes, fc.record({ alpha: sizes, beta: sizes }), fc.tuple(sizes, sizes).map(([a, b]) => ({ lo: Math.min(a, b), hi: Math.max(a, b) })))
    fc.assert(
      fc.property(fc.array(fc.tuple(sizes, sizes, sizes, fc.constantFrom('max', 'min')), { minLength: 2, maxLength: 2 }), fc.array(fc.tuple(cell, cell), { minLength: 3, maxLength: 3 }), sizes, (scales, cells, threshold) => {
        const criteria = scales.map(([a, b, weight, direction], index) => ({ name: `c${index}`, direction, weight: Math.abs(weight), lo: Math.min(a, b), hi: Math.max(a, b) }))
        const second = { promethee: { c0: { shape: 'gaussian', s: Math.abs(threshold) }, c1: { shape: 'linear', q: 0, p: Math.abs(threshold) } } }
        const decided = decide({ options: ['A', 'B', 'C'], criteria, cells, intervals: { c0: [0, Math.abs(threshold)] }, robustness: { weights: 'intervals', draws: 20, seed: 1 }, second }, englishWords)
        if (decided.ok) expect(notPlainData(decided.value)).toEqual([])
        else expect(['tooLarge', 'anchorsTooNear', 'notPositive']).toContain(decided.error.kind)
      }),
      { numRuns: 2_000, seed: tableSeed },
    )
  })

  it('has a JSON Schema for others to check against', () => {
    const schema = z.toJSONSchema(decisionInputSchema) as { readonly required?: readonly string[]; readonly additionalProperties?: boolean }
    expect(schema.required).toEqual(['options', 'criteria', 'cells'])
    expect(schema.additionalProperties).toBe(false)
  })
})
