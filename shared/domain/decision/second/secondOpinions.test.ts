import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { at } from '../at'
import { compiledOrThrow, evaluatedOrThrow, plainTotal } from '../testing/bruteForce'
import { tables, tableSeed } from '../testing/randomInput'
import { netWithout, promethee } from './promethee'
import { secondOpinions } from './secondOpinions'
import { topsis } from './topsis'

const shapes = ['usual', 'ushape', 'vshape', 'level', 'linear', 'gaussian'] as const

describe(`second opinions on random tables (seed ${tableSeed})`, () => {
  it('stay in their ranges, flows add up to nothing, and only ranked options have figures', () => {
    fc.assert(
      fc.property(tables({ hasMustHaves: true, hasKinds: true }), fc.constantFrom(...shapes), fc.constantFrom('vector', 'minmax'), (input, shape, topsisNormalisation) => {
        const model = compiledOrThrow(input)
        const evaluation = evaluatedOrThrow(input)
        const preferences = Object.fromEntries(input.criteria.map(({ name }) => [name, { shape, q: 1, p: 4, s: 3 }]))
        const found = secondOpinions(model, evaluation, { promethee: preferences, topsisNormalisation })
        const { ranked } = evaluation.groups
        input.options.forEach((_, option) => {
          const isDefined = ranked.length >= 2 && ranked.includes(option)
          expect((found.topsis[option] ?? null) !== null).toBe(isDefined)
          expect((found.vikor.Q[option] ?? null) !== null).toBe(isDefined)
          expect((found.promethee.net[option] ?? null) !== null).toBe(isDefined)
          for (const share of [found.topsis[option], found.vikor.Q[option], found.promethee.plus[option], found.promethee.minus[option]]) {
            if (share === null || share === undefined) continue
            expect(share).toBeGreaterThanOrEqual(0)
            expect(share).toBeLessThanOrEqual(1 + 1e-12)
          }
        })
        expect(found.promethee.net.reduce<number>((sum, flow) => sum + (flow ?? 0), 0)).toBeCloseTo(0, 9)
        expect(found.agree).toBeLessThanOrEqual(found.methods)
        if (ranked.length >= 2) expect(found.vikor.compromise.length).toBeGreaterThan(0)
      }),
      { numRuns: 500, seed: tableSeed },
    )
  })

  it('with one criterion and no thresholds every method agrees with the value model', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 100 }), { minLength: 2, maxLength: 6 }), (scores) => {
        const input = { options: scores.map((score) => `Option ${score}`), criteria: [{ name: 'x', direction: 'max' as const, weight: 1, lo: 0, hi: 100 }], cells: scores.map((score) => [score]) }
        const found = secondOpinions(compiledOrThrow(input), evaluatedOrThrow(input), {})
        expect([found.agree, found.methods, found.dependsOnList]).toEqual([4, 4, []])
      }),
      { numRuns: 200, seed: tableSeed },
    )
  })

  it('reports a first place that hangs on an option nobody would choose', () => {
    // Vector normalisation: without C the column norms change and A falls behind B.
    const found = findDependence()
    expect(found.length).toBeGreaterThan(0)
    for (const { scores, without, from, to } of found.slice(0, 20)) {
      const closeness = topsis(scores, [0.5, 0.5], ['max', 'max']).closeness
      expect(closeness.indexOf(Math.max(...closeness))).toBe(from)
      const kept = [0, 1, 2].filter((option) => option !== without)
      const after = topsis(kept.map((option) => at(scores, option)), [0.5, 0.5], ['max', 'max']).closeness
      expect(kept[after.indexOf(Math.max(...after))]).toBe(to)
    }
  })

  it('PROMETHEE against its definition written out', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 })), { minLength: 2, maxLength: 5 }), (rows) => {
        const found = promethee(rows, [0.7, 0.3], ['max', 'min'], [{ shape: 'usual' }, { shape: 'vshape', p: 4 }])
        const degree = (a: readonly number[], b: readonly number[]): number => plainTotal([at(a, 0) > at(b, 0) ? 1 : 0, Math.max(0, Math.min(1, (at(b, 1) - at(a, 1)) / 4))], [0.7, 0.3])
        rows.forEach((row, option) => {
          const plus = rows.reduce((sum, other, index) => (index === option ? sum : sum + degree(row, other)), 0) / (rows.length - 1)
          expect(found?.plus[option]).toBeCloseTo(plus, 12)
        })
        // Taking one off the list is the same as never having listed it.
        const kept = rows.slice(0, -1)
        const shorter = promethee(kept, [0.7, 0.3], ['max', 'min'], [{ shape: 'usual' }, { shape: 'vshape', p: 4 }])?.net ?? null
        const without = netWithout(found?.preference ?? [], rows.length - 1)
        expect(without === null).toBe(shorter === null)
        shorter?.forEach((flow, option) => expect(without?.[option]).toBeCloseTo(flow, 12))
      }),
      { numRuns: 200, seed: tableSeed },
    )
  })
})

interface Dependence {
  readonly scores: readonly (readonly number[])[]
  readonly without: number
  readonly from: number
  readonly to: number
}

/** Small tables in which TOPSIS changes its first when another option leaves. */
function findDependence(): readonly Dependence[] {
  const found: Dependence[] = []
  for (let code = 0; code < 6 ** 6 && found.length < 20; code += 7) {
    const digits = Array.from({ length: 6 }, (_, place) => Math.floor(code / 6 ** place) % 6)
    const scores = [digits.slice(0, 2), digits.slice(2, 4), digits.slice(4, 6)]
    const input = { options: ['A', 'B', 'C'], criteria: ['x', 'y'].map((name) => ({ name, direction: 'max' as const, weight: 1, lo: 0, hi: 5 })), cells: scores }
    const { dependsOnList } = secondOpinions(compiledOrThrow(input), evaluatedOrThrow(input), {})
    for (const flip of dependsOnList) if (flip.method === 'topsis') found.push({ scores, without: flip.without, from: flip.from, to: flip.to })
  }
  return found
}
