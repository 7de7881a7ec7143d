import { describe, expect, it } from 'vitest'
import { saySentence } from '../../text/decision/sentences'
import type { DecisionInput } from './DecisionInput'
import { evaluate, evaluateModel } from './evaluate'
import type { Evaluation } from './Evaluation'
import { compileModel } from './model/compileModel'
import { allSentences, describeDecision } from './sentences/describeDecision'

const storage: DecisionInput = {
  options: ['Ours', 'Acme', 'Stay as is', 'Beta', 'Newcomer'],
  optionKinds: ['ours', 'rival', 'stayAsIs', 'rival', 'newcomer'],
  criteria: [
    { name: '3-year cost', weight: 50, direction: 'min', lo: 300_000, hi: 500_000, unit: 'EUR', group: 'Cost' },
    { name: 'Time to go live', weight: 100, direction: 'min', lo: 0, hi: 20, unit: 'weeks' },
    { name: 'Works offline', weight: 80, direction: 'max', categories: { no: 0, partly: 0.5, full: 1 }, mustHave: { atLeast: 'partly' } },
    { name: 'Exit cost', weight: 20, direction: 'min', lo: 0, hi: 100_000, unit: 'EUR', group: 'Cost' },
  ],
  cells: [
    [412_000, { lo: 8, hi: 10 }, 'full', 20_000],
    [385_000, 12, 'partly', null],
    [402_000, 1, 'partly', 65_000],
    [377_000, 16, 'no', null],
    [null, null, null, null],
  ],
}

function evaluated(input: DecisionInput): Evaluation {
  const evaluation = evaluate(input)
  if (!evaluation.ok) throw new Error(`${evaluation.error.place} ${evaluation.error.kind}`)
  return evaluation.value
}

describe('a comparison on the screen', () => {
  it('puts every option into its group and ranks only those that can be ranked', () => {
    const evaluation = evaluated(storage)
    expect(evaluation.groupOf).toEqual(['ranked', 'ranked', 'ranked', 'excluded', 'notEnoughKnown'])
    expect(evaluation.ranks).toEqual([1, 3, 2, null, null])
    expect(evaluation.mustHaves[3]).toEqual({ status: 'fail', failed: [2], open: [] })
  })

  it('says all of it in plain English', () => {
    const evaluation = evaluated(storage)
    const sentences = allSentences(describeDecision(storage, evaluation, null)).map(saySentence)
    expect(sentences).toMatchInlineSnapshot(`
      [
        "Ours comes out first with 69 of 100 points; Stay as is has 67.",
        "“Works offline”: 16 points for Ours (full; Stay as is: partly).",
        "“Exit cost”: 4 points for Ours (€20,000; Stay as is: €65,000).",
        "“Time to go live”: 16 points for Stay as is (1 week; Ours: 8–10 weeks).",
        "“3-year cost”: 1 point for Stay as is (€402,000; Ours: €412,000).",
        "If “Time to go live” counted 44 % or more instead of 40 %, Stay as is would be ahead of Ours.",
        "Stay as is would catch up with Ours if its “Works offline” were full instead of partly.",
        "Moving 3 % of the weight between criteria could be enough for Stay as is to catch up with Ours.",
        "One thing is not known about the ranked options. Whatever it is, it does not change that Ours is first.",
        "Beta does not meet “Works offline”: needed is at least partly, it has no.",
        "Ours and Stay as is differ in everything that counts.",
        "A newcomer as good as Stay as is elsewhere would catch up with Ours at “3-year cost” at most €376,000, “Works offline” full or “Exit cost” at most €32,500.",
      ]
    `)
  })

  it('a must-have for one label is not met by another label that is worth the same', () => {
    const region = { name: 'Region', direction: 'max' as const, categories: { EU: 1, UK: 1, US: 0 }, mustHave: { equals: 'EU' } }
    const cells = [['EU'], ['UK'], ['US'], [{ lo: 'EU', hi: 'US' }], [null]] as const
    const { mustHaves } = evaluated({ options: ['A', 'B', 'C', 'D', 'E'], criteria: [region], cells })
    expect(mustHaves.map(({ status }) => status)).toEqual(['pass', 'fail', 'fail', 'unknown', 'unknown'])
    // “At least” goes by worth.
    const atLeast = evaluated({ options: ['A', 'B', 'C', 'D', 'E'], criteria: [{ ...region, mustHave: { atLeast: 'EU' } }], cells })
    expect(atLeast.mustHaves.map(({ status }) => status)).toEqual(['pass', 'pass', 'fail', 'unknown', 'unknown'])
  })

  it('“does not apply” counts as what somebody said it counts as', () => {
    const criteria = [
      { name: 'Price', weight: 1, direction: 'min' as const, lo: 100, hi: 200 },
      { name: 'Support', weight: 1, direction: 'max' as const, categories: { none: 0.2, full: 0.9 } },
      { name: 'Lock-in', weight: 1, direction: 'min' as const },
    ]
    const { values } = evaluated({ options: ['A', 'B'], criteria, cells: [[{ countsAs: 'best' }, { countsAs: 'worst' }, { countsAs: 'best' }], [200, 'full', true]] })
    expect(values).toEqual([[1, 0.2, 1], [0, 0.9, 0]])
  })

  it('two options are the same where less than a point or overlapping ranges lie between them', () => {
    const criterion = { direction: 'max' as const, lo: 0, hi: 1, weight: 10 }
    const criteria = ['equal', 'nearly', 'a point', 'ranges', 'apart'].map((name) => ({ ...criterion, name }))
    const input: DecisionInput = {
      options: ['Ours', 'Rival', 'Weak rival'],
      optionKinds: ['ours', 'rival', 'rival'],
      criteria,
      cells: [
        [0.5, 0.5, 0.5, { lo: 0.2, hi: 0.5 }, 0.9],
        [0.5, 0.509, 0.51, { lo: 0.4, hi: 0.8 }, 0.1],
        [0, 0, 0, 0, 0],
      ],
    }
    expect(evaluated(input).interchangeable).toEqual({ ours: 0, rival: 1, share: expect.closeTo(0.6, 12) as number, criteria: [0, 1, 3] })
    // A claim may be off by its half-width, so more cannot be told apart; half-widths can be changed.
    const kinds = input.cells.map((row) => row.map(() => 'vendorClaim' as const))
    expect(evaluated({ ...input, kinds }).interchangeable?.criteria).toEqual([0, 1, 2, 3])
    expect(evaluated({ ...input, kinds, halfWidths: { vendorClaim: 0.41 } }).interchangeable?.criteria).toEqual([0, 1, 2, 3, 4])
    expect(evaluated({ ...input, kinds, halfWidths: { vendorClaim: 0 } }).interchangeable?.criteria).toEqual([0, 1, 3])
  })

  it('a slider repeats the arithmetic without reading the table again', () => {
    const model = compileModel(storage)
    if (!model.ok) throw new Error(model.error.kind)
    const moved = evaluateModel(model.value, [100, 0, 0, 0])
    expect(moved.weights).toEqual([1, 0, 0, 0])
    expect(moved.ranks).toEqual([3, 1, 2, null, null])
    expect(evaluateModel(model.value)).toEqual(evaluated(storage))
  })
})
