import { describe, expect, it } from 'vitest'
import { saySentence } from '../../text/decision/sentences'
import type { DecisionInput } from './DecisionInput'
import { evaluate } from './evaluate'
import type { Evaluation } from './Evaluation'
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
        "Ours comes out first, 3 points ahead of Stay as is.",
        "“Works offline”: 16 points for Ours (full; Stay as is: partly).",
        "“Exit cost”: 4 points for Ours (€20,000; Stay as is: €65,000).",
        "“Time to go live”: 16 points for Stay as is (1 weeks; Ours: 8–10 weeks).",
        "“3-year cost”: 1 point for Stay as is (€402,000; Ours: €412,000).",
        "If “Time to go live” counted 44 % or more instead of 40 %, Stay as is would be ahead of Ours.",
        "Stay as is would catch up with Ours if its “Works offline” were full instead of partly.",
        "Moving 3 % of the weight between criteria could be enough for Stay as is to catch up with Ours.",
        "One thing is not known. Whatever it is, Ours stays first.",
        "Beta does not meet “Works offline”: needed is at least partly, it has no.",
        "Ours and Stay as is differ in everything that counts.",
        "A newcomer as good as Stay as is elsewhere would catch up with Ours at “3-year cost” at most €376,000, “Works offline” full or “Exit cost” at most €32,500.",
      ]
    `)
  })
})
