import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pickFrom } from '../../testing/randomEdits'
import { seededIds } from '../../testing/seededIds'
import type { Scalar } from '../schema/fields'
import { applyEdits } from '../edit/applyEdits'
import { readAccount } from '../schema/readAccount'
import { inOrder } from '../schema/order'
import { analyseComparison, analyseWeights } from './analyseComparison'
import { cellDisplays } from './cellDisplay'
import { cellKey } from './cellKeys'
import { comparisonFacts, type ComparisonFacts } from './ComparisonFacts'
import { bringBackEdits, canRemoveOption, setAsideEdits } from './fixedOptions'
import { freshUntil, isOld, isPriceUnit } from './freshness'
import { newComparisonEdits } from './newComparisonEdits'
import { sameForAll } from './rowDifferences'
import { buildComparison, type ComparisonBuilder } from './testing/buildComparison'
import { toDecisionInput } from './toDecisionInput'

const today = '2026-11-21'

function factsOf(builder: ComparisonBuilder): ComparisonFacts {
  const facts = comparisonFacts(builder.account(), builder.comparisonId)
  if (!facts) throw new Error('There is no comparison')
  return facts
}

function marks(builder: ComparisonBuilder, optionId: string, criterionId: string): readonly string[] {
  return cellDisplays(factsOf(builder), today).get(cellKey(optionId, criterionId))?.marks ?? []
}

describe('a new comparison', () => {
  const made = newComparisonEdits(seededIds(3), { title: 'Vans', question: 'Which vans?', currency: 'EUR', fixedNames: { stayAsIs: 'Stay', inHouse: 'Own', newcomer: 'New' } })

  test('has stay as is, in-house and newcomer in it, and answers at once', () => {
    const applied = applyEdits(readAccount({}), made.edits, '2026-11-21T09:00:00Z')
    if (!applied.ok) throw new Error(applied.error.message)
    const facts = comparisonFacts(applied.value.account, made.comparisonId)
    if (!facts) throw new Error('There is no comparison')
    expect(inOrder(facts.comparison.options).map((option) => [option.kind, option.name])).toEqual([['stayAsIs', 'Stay'], ['inHouse', 'Own'], ['newcomer', 'New']])
    expect(analyseComparison(facts, today).evaluation.groupOf).toHaveLength(3)
  })

  test('lets its three fixed options only be put aside, and only with a reason', () => {
    expect((['stayAsIs', 'inHouse', 'newcomer', 'ours', 'rival', 'partner'] as const).map((kind) => canRemoveOption({ kind }))).toEqual([false, false, false, true, true, true])
    expect(setAsideEdits(made.comparisonId, made.fixedIds.inHouse, '  ', today)).toEqual({ ok: false, error: 'reasonMissing' })
    const aside = setAsideEdits(made.comparisonId, made.fixedIds.inHouse, 'No workshop of their own. ', today)
    if (!aside.ok) throw new Error('refused')
    const applied = applyEdits(readAccount({}), [...made.edits, ...aside.value], '2026-11-21T09:00:00Z')
    if (!applied.ok) throw new Error(applied.error.message)
    const facts = comparisonFacts(applied.value.account, made.comparisonId)
    if (!facts) throw new Error('There is no comparison')
    expect(toDecisionInput(facts, today).input.setAside).toEqual([false, true, false])
    const back = applyEdits(applied.value.account, bringBackEdits(made.comparisonId, made.fixedIds.inHouse), '2026-11-21T09:00:00Z')
    expect(back.ok && back.value.account.comparisons[made.comparisonId]?.options[made.fixedIds.inHouse]).toMatchObject({ setAsideOn: null, setAsideReason: '' })
  })
})

describe('what a cell says about itself', () => {
  const builder = buildComparison(seededIds(5))
  const van = builder.option('Van')
  const price = builder.criterion('Price', { unit: 'EUR', lo: 0, hi: 100, points: 50 })
  const range = builder.criterion('Range', { unit: 'km', lo: 0, hi: 100, points: 50 })

  test('a value without proof has none, and without a value it is not known whatever proof there is', () => {
    builder.cell(van, range, 10)
    expect(marks(builder, van, range)).toEqual(['noProof'])
    builder.cell(van, price, null, builder.proof())
    expect(marks(builder, van, price)).toEqual(['notKnown'])
  })

  test('prices are old after 90 days, everything else after 12 months', () => {
    const august = builder.proof({ observedOn: '2026-08-22', kind: 'vendorClaim' })
    const truck = builder.option('Truck')
    builder.cell(truck, price, 10, august)
    builder.cell(truck, range, 10, august)
    expect(marks(builder, truck, price)).toEqual(['claim', 'old'])
    expect(marks(builder, truck, range)).toEqual(['claim'])
    expect(freshUntil({ observedOn: '2024-02-29', expiresOn: null }, false)).toBe('2025-02-28')
    expect(freshUntil({ observedOn: '2026-11-30', expiresOn: null }, false)).toBe('2027-11-30')
    expect([isOld({ observedOn: '2026-08-23', expiresOn: null }, true, today), isOld({ observedOn: null, expiresOn: today }, true, today)]).toEqual([false, false])
  })

  test('a range from two sources is a disagreement, from one it is a range', () => {
    const one = builder.criterion('Boot', { unit: 'l', lo: 0, hi: 100 })
    builder.cell(van, one, '40..60', builder.proof({ kind: 'ourOpinion' }))
    expect(marks(builder, van, one)).toEqual(['range', 'estimate'])
    builder.cell(van, one, '40..60', builder.proof({ kind: 'buyerTested' }))
    expect(marks(builder, van, one)).toEqual(['disagree', 'tested'])
  })

  test('a proof that was removed is no proof, and one without a date says so', () => {
    const loose = builder.criterion('Weight', { unit: 'kg', lo: 0, hi: 100 })
    const proof = builder.proof({ observedOn: null })
    builder.cell(van, loose, 10, proof)
    expect(marks(builder, van, loose)).toEqual(['thirdParty', 'undated'])
    builder.edit({ kind: 'remove', at: `evidence/${proof}` })
    expect(marks(builder, van, loose)).toEqual(['noProof'])
  })

  test('what does not fit the scale any more is not known', () => {
    const yesNo = builder.criterion('Heat pump', { scale: 'yesNo' })
    builder.cell(van, yesNo, 12, builder.proof())
    expect(marks(builder, van, yesNo)).toEqual(['notKnown'])
  })

  test.each([
    ['EUR', true],
    ['EUR per month', true],
    ['€/month', true],
    ['EURO 6', false],
    ['km', false],
    ['', false],
  ])('the unit "%s" is money: %s', (unit, expected) => {
    expect(isPriceUnit(unit, 'EUR')).toBe(expected)
  })
})

describe('what the engine is told', () => {
  test('the strongest proof after its age counts, not the strongest by name', () => {
    const builder = buildComparison(seededIds(6))
    const van = builder.option('Van')
    const range = builder.criterion('Range', { unit: 'km', lo: 0, hi: 100, points: 50 })
    const wagon = builder.option('Wagon')
    const claim = builder.proof({ kind: 'vendorClaim', observedOn: '2026-11-01' })
    const oldTest = builder.proof({ kind: 'thirdParty', observedOn: '2024-01-01' })
    const claimAfter = builder.proof({ kind: 'vendorClaim', observedOn: '2026-11-01' })
    builder.cell(van, range, 10, claim, oldTest)
    builder.cell(wagon, range, 10, oldTest, claimAfter)
    const { input } = toDecisionInput(factsOf(builder), today)
    expect([input.kinds, input.expired]).toEqual([[['vendorClaim'], ['vendorClaim']], [[false], [false]]])
  })

  test('an option that fails a must-have by proof leaves the ranking; without proof it is only open', () => {
    const builder = buildComparison(seededIds(8))
    const [short, long, unproven] = [builder.option('Short'), builder.option('Long', { kind: 'ours' }), builder.option('Unproven')]
    const range = builder.criterion('Range', { unit: 'km', lo: 300, hi: 600, points: 50, mustHave: true, mustAtLeast: 450 })
    const seats = builder.criterion('Seats', { unit: 'seats', lo: 1, hi: 9, points: 50 })
    for (const option of [short, long, unproven]) builder.cell(option, seats, 5, builder.proof())
    builder.cell(short, range, 430, builder.proof())
    builder.cell(long, range, 450, builder.proof())
    builder.cell(unproven, range, 430)
    expect(analyseComparison(factsOf(builder), today).evaluation.groupOf).toEqual(['excluded', 'ranked', 'ifConfirmed'])
  })

  test('labels of the same name stay apart, and a label that must hold is found by its id', () => {
    const builder = buildComparison(seededIds(9))
    const [one, two] = [builder.option('One'), builder.option('Two')]
    const support = builder.criterion('Support', { scale: 'category', points: 100, mustHave: true })
    const poor = builder.category(support, 'Phone', 0)
    const good = builder.category(support, 'Phone', 1)
    builder.edit({ kind: 'set', at: `comparisons/${builder.comparisonId}/criteria/${support}`, field: 'mustEqual', value: good })
    builder.cell(one, support, poor, builder.proof())
    builder.cell(two, support, good, builder.proof())
    const { evaluation } = analyseComparison(factsOf(builder), today)
    expect(evaluation.groupOf).toEqual(['excluded', 'ranked'])
    expect(evaluation.totals[1]).toBe(1)
  })

  test('a criterion without a scale has no weight and is named, its limit still holds', () => {
    const builder = buildComparison(seededIds(10))
    const van = builder.option('Van')
    const scaled = builder.criterion('Range', { unit: 'km', lo: 0, hi: 100, points: 30 })
    builder.criterion('Noise', { unit: 'dB', points: 70 })
    const gate = builder.criterion('Length', { unit: 'mm', points: 20, mustHave: true, mustAtMost: 4_700 })
    builder.cell(van, scaled, 50, builder.proof())
    builder.cell(van, gate, 4_900, builder.proof())
    const analysis = analyseComparison(factsOf(builder), today)
    expect(analysis.gaps.map(({ criterion, gap }) => [criterion.name, gap])).toEqual([['Noise', 'anchorsMissing'], ['Length', 'anchorsMissing']])
    expect(analysis.shares).toEqual([100, 0])
    expect(analysis.evaluation.groupOf).toEqual(['excluded'])
  })

  test('moving one weight for a try changes the ranking and nothing else', () => {
    const builder = buildComparison(seededIds(11))
    const [near, far] = [builder.option('Near'), builder.option('Far')]
    const a = builder.criterion('A', { unit: 'a', lo: 0, hi: 10, points: 60 })
    const b = builder.criterion('B', { unit: 'b', lo: 0, hi: 10, points: 40 })
    for (const [option, first, second] of [[near, 10, 0], [far, 0, 10]] as const) {
      builder.cell(option, a, first, builder.proof())
      builder.cell(option, b, second, builder.proof())
    }
    const analysis = analyseComparison(factsOf(builder), today)
    expect(analysis.evaluation.ranks).toEqual([1, 2])
    const trial = analyseWeights(analysis, { points: [10, 40] })
    expect([trial.evaluation.ranks, trial.shares]).toEqual([[2, 1], [20, 80]])
    expect(analyseWeights(analysis).evaluation.ranks).toEqual([1, 2])
  })

  test('whatever a comparison holds, the engine answers', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 31 - 1 }), (seed) => {
        const facts = randomFacts(seed)
        const { evaluation, shares, options } = analyseComparison(facts, today)
        expect(evaluation.totals.every((total) => total >= 0 && total <= 1 + 1e-9)).toBe(true)
        expect([0, 100]).toContain(shares.reduce((sum, share) => sum + share, 0))
        options.forEach((option, index) => {
          if (option.kind === 'newcomer') expect(evaluation.groupOf[index]).not.toBe('ranked')
          if (option.setAsideOn !== null) expect(evaluation.groupOf[index]).toBe('setAside')
        })
      }),
      { numRuns: 400 },
    )
  })
})

describe('differences only', () => {
  const builder = buildComparison(seededIds(12))
  const options = [builder.option('One'), builder.option('Two')]
  const row = (name: string, values: readonly Scalar[], fields = {}): void => {
    const criterion = builder.criterion(name, { lo: 0, hi: 1_000, ...fields })
    values.forEach((value, index) => builder.cell(options[index] ?? '', criterion, value))
  }
  row('same', [500, 505])
  row('different', [500, 520])
  row('unknown', [null, null])
  row('must', [5, 5], { mustHave: true, mustAtLeast: 4 })
  row('yes', [true, true], { scale: 'yesNo' })
  row('ranges', ['1..2', '1..2'])
  row('range and number', ['1..2', 1])

  test('hides only rows that are known and look the same, and no must-have', () => {
    const facts = factsOf(builder)
    expect(sameForAll(facts, cellDisplays(facts, today), options).map((criterion) => criterion.name)).toEqual(['same', 'yes', 'ranges'])
    expect(sameForAll(facts, cellDisplays(facts, today), options.slice(0, 1))).toEqual([])
  })
})

/** A comparison in every half-made state: scales without anchors, reversed limits, values that do not fit, removed parts. */
function randomFacts(seed: number): ComparisonFacts {
  const pick = pickFrom(seed)
  const builder = buildComparison(seededIds(seed))
  const proofs = Array.from({ length: 4 }, () =>
    builder.proof({ kind: pick(['ourOpinion', 'vendorClaim', 'thirdParty', 'buyerTested', 'measured'] as const), observedOn: pick([null, '2020-01-01', '2026-11-01']), cleared: pick([true, false]) }),
  )
  const options = Array.from({ length: pick([0, 1, 2, 5]) }, () =>
    builder.option(pick(['', 'One', 'Two']), { kind: pick(['rival', 'ours', 'stayAsIs', 'inHouse', 'newcomer'] as const), setAsideOn: pick([null, null, '2026-11-01']) }),
  )
  const criteria = Array.from({ length: pick([0, 1, 2, 5]) }, () =>
    builder.criterion(pick(['', 'Range', 'Price']), {
      scale: pick(['number', 'yesNo', 'category'] as const),
      direction: pick(['max', 'min'] as const),
      lo: pick([null, 0, 10, 20]),
      hi: pick([null, 0, 10, 20]),
      points: pick([null, 0, 40, 100]),
      mustHave: pick([true, false]),
      mustAtLeast: pick([null, 5, 15]),
      mustAtMost: pick([null, 5, 15]),
      mustEqual: pick([null, 'yes', 'no']),
      unit: pick(['', 'EUR', 'km']),
      group: pick(['', 'Cost']),
    }),
  )
  for (const criterion of criteria) {
    const categories = Array.from({ length: pick([0, 1, 3]) }, () => builder.category(criterion, pick(['', 'Low', 'High', '__proto__']), pick([null, 0, 0.5, 1])))
    const at = `comparisons/${builder.comparisonId}/criteria/${criterion}`
    if (categories.length > 0 && pick([true, false])) builder.edit({ kind: 'set', at, field: 'mustEqual', value: pick(categories) })
    for (const option of options) builder.cell(option, criterion, pick<Scalar>([null, true, false, 0, 12.5, -4, '8..10', '9..9', ...categories]), ...(pick([true, false]) ? [pick(proofs)] : []))
    if (categories.length > 0 && pick([true, false, false])) builder.edit({ kind: 'remove', at: `${at}/categories/${pick(categories)}` })
    if (pick([true, false, false, false, false])) builder.edit({ kind: 'remove', at })
  }
  return factsOf(builder)
}
