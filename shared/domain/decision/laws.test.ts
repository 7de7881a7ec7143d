import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DecisionInput } from './DecisionInput'
import { evaluateModel } from './evaluate'
import { compileModel } from './model/compileModel'
import { compiledOrThrow, evaluatedOrThrow, plainTotal, testRandom, withCell } from './testing/bruteForce'
import { tables, tableSeed } from './testing/randomInput'

const runs = { numRuns: 1_000, seed: tableSeed }

describe(`laws on random tables (seed ${tableSeed}, ${runs.numRuns} tables each)`, () => {
  it('another option never changes the totals of the others', () => {
    fc.assert(
      fc.property(tables({ leastOptions: 2, hasMustHaves: true }), (input) => {
        const all = evaluatedOrThrow(input)
        const without = evaluatedOrThrow({ ...input, options: input.options.slice(1), cells: input.cells.slice(1) })
        // A column that is left with nothing but unknown cells may be read as yes/no, which has no other total either.
        expect(without.totals).toEqual(all.totals.slice(1))
      }),
      runs,
    )
  })

  it('the order of the options changes nothing but their places', () => {
    fc.assert(
      fc.property(tables({ hasMustHaves: true, hasKinds: true }), (input) => {
        const forward = evaluatedOrThrow(input)
        const backward = evaluatedOrThrow(reversed(input))
        expect([...backward.totals].reverse()).toEqual(forward.totals)
        expect([...backward.ranks].reverse()).toEqual(forward.ranks)
        expect([...backward.groupOf].reverse()).toEqual(forward.groupOf)
        expect([...backward.bounds.worstRank].reverse()).toEqual(forward.bounds.worstRank)
      }),
      runs,
    )
  })

  it('only the proportions of the weights count', () => {
    fc.assert(
      fc.property(tables({ hasMustHaves: true }), fc.constantFrom(0.5, 2, 3, 1024), (input, factor) => {
        const model = compiledOrThrow(input)
        const scaled = evaluateModel(model, model.points.map((points) => points * factor))
        const plain = evaluateModel(model)
        expect(scaled.ranks).toEqual(plain.ranks)
        scaled.totals.forEach((total, option) => expect(total).toBeCloseTo(plain.totals[option] ?? -1, 12))
      }),
      runs,
    )
  })

  it('a better value never makes the rank worse', () => {
    fc.assert(
      fc.property(tables({ leastOptions: 2, isExact: true }), fc.nat(), fc.nat(), (input, optionSeed, criterionSeed) => {
        const option = optionSeed % input.options.length
        const criterion = criterionSeed % input.criteria.length
        const before = evaluatedOrThrow(input).ranks[option] ?? 0
        const after = evaluatedOrThrow(withCell(input, option, criterion, { countsAs: 'best' })).ranks[option] ?? 99
        expect(after).toBeLessThanOrEqual(before)
      }),
      runs,
    )
  })

  it('a dominated option never ranks above one that dominates it, whatever the unknown cells hold', () => {
    fc.assert(
      fc.property(tables({ leastOptions: 2 }), fc.nat(), (input, seed) => {
        const evaluation = evaluatedOrThrow(input)
        const random = testRandom(seed)
        const drawn = evaluation.lowValues.map((row, option) => row.map((low, criterion) => low + random() * ((evaluation.highValues[option]?.[criterion] ?? low) - low)))
        evaluation.dominance.dominatedBy.forEach((by, dominated) => {
          for (const dominator of by) {
            expect(plainTotal(drawn[dominator] ?? [], evaluation.weights)).toBeGreaterThanOrEqual(plainTotal(drawn[dominated] ?? [], evaluation.weights) - 1e-12)
            const ranks = [evaluation.ranks[dominator] ?? 0, evaluation.ranks[dominated] ?? 99] as const
            if (evaluation.groupOf[dominator] === 'ranked') expect(ranks[0]).toBeLessThanOrEqual(ranks[1])
          }
        })
      }),
      runs,
    )
  })

  it('an option is dominated exactly when another is at least as good everywhere and better somewhere', () => {
    fc.assert(
      fc.property(tables({ leastOptions: 2, isExact: true }), (input) => {
        const { values, dominance } = evaluatedOrThrow(input)
        const beats = (a: readonly number[], b: readonly number[]): boolean => a.every((value, index) => value >= (b[index] ?? 0) - 1e-12) && a.some((value, index) => value > (b[index] ?? 0) + 1e-12)
        values.forEach((row, option) => {
          const expected = values.flatMap((other, index) => (index !== option && beats(other, row) ? [index] : []))
          expect(dominance.dominatedBy[option]).toEqual(expected)
          expect(dominance.nonDominated.includes(option)).toBe(expected.length === 0)
        })
      }),
      runs,
    )
  })

  it('totals and ranks stay inside their bounds, and the bounds are reached', () => {
    fc.assert(
      fc.property(tables({ hasMustHaves: true, hasKinds: true }), fc.nat(), (input, seed) => {
        const { bounds, lowValues, highValues, weights, groupOf, unknown } = evaluatedOrThrow(input)
        const random = testRandom(seed)
        const running = groupOf.flatMap((group, option) => (group === 'excluded' || group === 'setAside' ? [] : [option]))
        const rankOf = (totals: readonly number[], option: number): number => 1 + running.filter((other) => (totals[other] ?? 0) > (totals[option] ?? 0) + 1e-9).length
        const drawn = lowValues.map((row, option) => plainTotal(row.map((low, criterion) => low + random() * ((highValues[option]?.[criterion] ?? low) - low)), weights))
        const lows = lowValues.map((row) => plainTotal(row, weights))
        const highs = highValues.map((row) => plainTotal(row, weights))
        for (const option of running) {
          expect(drawn[option]).toBeGreaterThanOrEqual((bounds.lower[option] ?? 9) - 1e-12)
          expect(drawn[option]).toBeLessThanOrEqual((bounds.upper[option] ?? -9) + 1e-12)
          expect(rankOf(drawn, option)).toBeGreaterThanOrEqual(bounds.bestRank[option] ?? 99)
          expect(rankOf(drawn, option)).toBeLessThanOrEqual(bounds.worstRank[option] ?? 0)
          expect(rankOf(lows.map((low, other) => (other === option ? (highs[other] ?? 0) : low)), option)).toBe(bounds.bestRank[option])
          expect(rankOf(highs.map((high, other) => (other === option ? (lows[other] ?? 0) : high)), option)).toBe(bounds.worstRank[option])
        }
        unknown.forEach((row, option) => {
          expect(bounds.unknownWeight[option]).toBeCloseTo(plainTotal(row.map(Number), weights), 12)
        })
      }),
      runs,
    )
  })

  it('a must-have passes or fails only if every possible value does', () => {
    fc.assert(
      fc.property(tables({ hasMustHaves: true }), fc.nat(), (input, seed) => {
        const random = testRandom(seed)
        const model = compiledOrThrow(input)
        model.mustHave.forEach((state, place) => {
          if (state === null) return
          const option = Math.floor(place / model.criterionCount)
          const criterion = place % model.criterionCount
          const cell = input.cells[option]?.[criterion]
          if (typeof cell !== 'object' || cell === null || !('lo' in cell) || typeof cell.lo !== 'number' || typeof cell.hi !== 'number') return
          const states = [cell.lo, cell.hi, cell.lo + random() * (cell.hi - cell.lo)].map((raw) => {
            const exact = compileModel({ ...input, cells: input.cells.map((row, index) => (index === option ? row.map((kept, column) => (column === criterion ? raw : kept)) : row)) })
            return exact.ok ? exact.value.mustHave[place] : undefined
          })
          if (state === 'unknown') expect(new Set(states.slice(0, 2)).size).toBe(2)
          else expect(new Set(states)).toEqual(new Set([state]))
        })
      }),
      runs,
    )
  })
})

function reversed(input: DecisionInput): DecisionInput {
  return {
    ...input,
    options: [...input.options].reverse(),
    cells: [...input.cells].reverse(),
    kinds: input.kinds === undefined ? undefined : [...input.kinds].reverse(),
    expired: input.expired === undefined ? undefined : [...input.expired].reverse(),
  }
}
