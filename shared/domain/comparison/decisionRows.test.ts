import { describe, expect, it } from 'vitest'
import { seededIds } from '../../testing/seededIds'
import { sayBreakEven, sayOutside, sayStability, stableSpan } from '../../text/decision/sayStability'
import { analyseComparison, analyseWeights, prepareComparison } from './analyseComparison'
import { comparisonFacts } from './ComparisonFacts'
import { breakEvenRows, outsideRows, rankingRows, stabilityRows, strengthsOfOthers } from './decisionRows'
import { plausibleCases } from './plausibleCases'
import { buildComparison } from './testing/buildComparison'

const today = '2026-11-21'

/** Alder is ahead by its speed; Birch is cheaper; Cedar is too dear; Dogwood is set aside; nobody knows Elm. */
function trees() {
  const build = buildComparison(seededIds(3))
  const [alder, birch, cedar, dogwood, elm] = ['Alder', 'Birch', 'Cedar', 'Dogwood', 'Elm'].map((name) => build.option(name)) as [string, string, string, string, string]
  build.option('A newcomer', { kind: 'newcomer' })
  const price = build.criterion('Price', { unit: 'EUR', direction: 'min', lo: 100, hi: 300, points: 40, mustHave: true, mustAtMost: 280 })
  const speed = build.criterion('Speed', { unit: 'km/h', direction: 'max', lo: 0, hi: 100, points: 60 })
  const proof = build.proof({ kind: 'measured' })
  for (const [option, cost, pace] of [[alder, 200, 90], [birch, 120, 50], [cedar, 290, 99], [dogwood, 150, 60]] as const) {
    build.cell(option, price, cost, proof)
    build.cell(option, speed, pace, proof)
  }
  build.edit({ kind: 'set', at: `comparisons/${build.comparisonId}/options/${dogwood}`, field: 'setAsideOn', value: '2026-11-01' })
  build.edit({ kind: 'set', at: `comparisons/${build.comparisonId}/options/${dogwood}`, field: 'setAsideReason', value: 'no dealer near us' })
  const facts = comparisonFacts(build.account(), build.comparisonId)
  if (!facts) throw new Error('no comparison')
  return { prepared: prepareComparison(facts, today), analysis: analyseComparison(facts, today), elm }
}

describe('what stands on the page of the answer', () => {
  it('ranks who has a total and says of everybody else why not; the newcomer is nowhere', () => {
    const { analysis, prepared } = trees()
    const rows = rankingRows(analysis, plausibleCases(prepared))
    expect(rows.map(({ option, rank }) => [option.name, rank])).toEqual([['Alder', 1], ['Birch', 2]])
    expect(rows.every(({ lo, total, hi }) => lo <= total && total <= hi)).toBe(true)
    expect(outsideRows(analysis).map((row) => [row.option.name, sayOutside(row)])).toEqual([
      ['Elm', 'Not ranked: 0 % of what matters is known.'],
      ['Cedar', 'Does not meet “Price”.'],
      ['Dogwood', 'No dealer near us.'],
    ])
  })

  it('names a span of each weight inside of which nothing changes, and who takes over outside of it', () => {
    const { analysis, prepared } = trees()
    const [row] = stabilityRows(analysis).filter(({ criterion }) => criterion.name === 'Price')
    if (!row) throw new Error('no row')
    expect(sayStability(row)).toBe('Alder stays first up to 50 %. Above that, Birch is ahead.')
    const firstAt = (price: number): string => {
      const { evaluation } = analyseWeights(prepared, { points: [price, 100 - price] })
      return evaluation.leader === null ? '' : (evaluation.options[evaluation.leader] ?? '')
    }
    expect([firstAt(Number(stableSpan(row).to) - 1), firstAt(Number(stableSpan(row).to) + 1)]).toEqual(['Alder', 'Birch'])
  })

  it('says in raw units what would draw another option level, and that is enough', () => {
    const { analysis } = trees()
    expect(breakEvenRows(analysis).map(sayBreakEven)).toEqual(['“Speed” at least 63.4 km/h instead of 50 km/h'])
  })

  it('says where the others are better', () => {
    const { analysis } = trees()
    expect(strengthsOfOthers(analysis, analysis.evaluation.groups.ranked).map(({ option, criteria }) => [option.name, criteria.map(({ name }) => name)])).toEqual([['Birch', ['Price']]])
  })
})
