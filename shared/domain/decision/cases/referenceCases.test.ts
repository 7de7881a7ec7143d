import { describe, expect, it } from 'vitest'
import { caseFigures, notCompared } from './testing/caseFigures'
import { compareFigures, movedFigures } from './testing/compareFigures'
import { referenceCases } from './testing/ReferenceCase'

const requiredMethods = [
  'additive', 'value-function', 'weights-swing', 'weights-roc', 'weights-ranksum', 'weights-rankreciprocal', 'weights-range', 'benefit-cost', 'ahp',
  'sensitivity-weight', 'sensitivity-score', 'sensitivity-tornado', 'dominance', 'missing', 'must-have', 'ranking', 'degenerate', 'explanation',
  'incomplete-weights', 'regret', 'even-swap', 'smaa2', 'topsis', 'vikor', 'promethee', 'promethee-preference',
]

describe('worked examples of others', () => {
  it('there is at least one for every method', () => {
    expect(new Set(referenceCases.map(({ method }) => method))).toEqual(new Set(requiredMethods))
    expect(referenceCases).toHaveLength(53)
  })

  for (const reference of referenceCases) {
    const skipped = notCompared[reference.id] ?? {}
    const tolerance = reference.tolerance
    it(`${reference.id}: ${reference.title}`, () => {
      const figures = caseFigures(reference)
      if (figures === null) throw new Error(`No adapter for ${reference.method}`)
      const expected = Object.entries(reference.expected).filter(([name]) => skipped[name] === undefined)
      const published = Object.entries(reference.published ?? {})
      const mismatches = [
        ...expected.flatMap(([name, figure]) => compareFigures(figure, figures.expected[name], tolerance, `expected.${name}`)),
        ...published.flatMap(([name, figure]) => compareFigures(figure, figures.published?.[name], reference.published_tolerance ?? 0, `published.${name}`)),
      ]
      expect(mismatches).toEqual([])
      expect(expected.length).toBeGreaterThan(0)
      // A test that cannot fail proves nothing: each figure, moved by a little, must be noticed.
      for (const [name, figure] of expected) {
        for (const moved of movedFigures(figure, tolerance)) expect(compareFigures(moved, figures.expected[name], tolerance), `${name} moved`).not.toEqual([])
      }
      for (const [name, figure] of published) {
        const printed = reference.published_tolerance ?? 0
        for (const moved of movedFigures(figure, printed)) expect(compareFigures(moved, figures.published?.[name], printed), `${name} moved`).not.toEqual([])
      }
    })
  }

  it('every figure that is left out says why, and nothing else is left out', () => {
    const list = Object.entries(notCompared).flatMap(([id, figures]) => Object.entries(figures).map(([name, reason]) => `${id}: ${name}: ${reason}`))
    for (const [id, figures] of Object.entries(notCompared)) {
      const reference = referenceCases.find((candidate) => candidate.id === id)
      for (const name of Object.keys(figures)) expect(reference?.expected).toHaveProperty(name)
    }
    expect(list).toMatchInlineSnapshot(`
      [
        "missing-interval-values: renormalised_over_known_DO_NOT_USE_AS_DEFAULT: Leaving unknown cells out of the total rewards silence; the engine has no such total.",
        "degenerate-all-equal: note: A remark in words.",
      ]
    `)
  })
})
