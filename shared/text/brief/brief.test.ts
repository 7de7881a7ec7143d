import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { comparisonFacts } from '../../domain/comparison/ComparisonFacts'
import { analyseWeights, prepareComparison } from '../../domain/comparison/analyseComparison'
import { plausibleCases } from '../../domain/comparison/plausibleCases'
import { buildComparison, type ComparisonBuilder } from '../../domain/comparison/testing/buildComparison'
import { applyEdits } from '../../domain/edit/applyEdits'
import type { Account } from '../../domain/account/Account'
import type { BuyerView } from '../../domain/redaction/BuyerView'
import { findLeaks } from '../../domain/redaction/testing/findLeaks'
import { markedAccount } from '../../domain/redaction/testing/markedAccount'
import { toBuyerView } from '../../domain/redaction/toBuyerView'
import { sampleAccounts } from '../../domain/sample/sampleAccounts'
import { readAccount } from '../../domain/schema/readAccount'
import { seededIds } from '../../testing/seededIds'
import { briefContent } from './briefContent'
import { briefHtml } from './briefHtml'

const today = '2026-11-21'

function sample(): { readonly account: Account; readonly comparisonId: string } {
  const [main] = sampleAccounts(seededIds(1), today)
  const applied = applyEdits(readAccount({}), main?.edits ?? [], '2026-11-21T09:00:00Z')
  if (!applied.ok) throw new Error(applied.error.message)
  return { account: applied.value.account, comparisonId: Object.keys(applied.value.account.comparisons)[0] ?? '' }
}

function viewOf(account: Account, comparisonId: string): BuyerView {
  const view = toBuyerView(account, comparisonId)
  if (!view) throw new Error('There is no view')
  return view
}

function contentOf(builder: ComparisonBuilder): ReturnType<typeof briefContent> {
  return briefContent(viewOf(builder.account(), builder.comparisonId), today)
}

function section(content: ReturnType<typeof briefContent>, heading: string): readonly string[] {
  return content.sections.filter((found) => found.heading.startsWith(heading)).flatMap((found) => found.items.map((item) => [item.term, item.text].filter(Boolean).join(' ')))
}

test('nothing that stays in our team is anywhere in the page', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2 ** 31 - 1 }), (seed) => {
      const { account, comparisonId, leaves } = markedAccount(seed)
      expect(findLeaks(briefHtml(viewOf(account, comparisonId), today), leaves)).toEqual([])
    }),
    { numRuns: 60 },
  )
})

describe('the brief of the sample', () => {
  const { account, comparisonId } = sample()
  const view = viewOf(account, comparisonId)
  const content = briefContent(view, today)

  test('is the page that was looked at and found good', async () => {
    await expect(briefHtml(view, today)).toMatchFileSnapshot('./sampleBrief.golden.html')
  })

  test('says what the adviser\'s own table says, since all its proof is cleared for the buyer but one', () => {
    const facts = comparisonFacts(account, comparisonId)
    if (!facts) throw new Error('There is no comparison')
    const prepared = prepareComparison(facts, today)
    const { evaluation } = analyseWeights(prepared, { robustness: plausibleCases(prepared) })
    const printed = content.table.groups.flatMap((group) => group.columns).filter((column) => /\d of 100/.test(column.details.join(' ')))
    expect(printed.length).toBeGreaterThanOrEqual(4)
    for (const column of printed) {
      const place = evaluation.options.indexOf(column.name)
      expect(column.details.join(' ')).toContain(`${Math.round((evaluation.totals[place] ?? 0) * 100)} of 100`)
    }
    expect(content.table.rows.map((row) => row.share)).toEqual(evaluation.weights.map((_, index) => `${[25, 23, 15, 7, 14, 10, 6][index]} %`))
  })

  test('warns that it is an illustration, on top and across the page', () => {
    expect([content.banner, content.watermark]).toEqual(['Sample. Illustration: re-check before use', 'SAMPLE'])
  })

  test('every number of a source is listed, and every listed source is used', () => {
    const used = new Set(content.table.rows.flatMap((row) => row.cells.flatMap((cell) => cell.notes)))
    const listed = content.sources?.groups.flatMap((group) => group.notes.map((note) => note.number)) ?? []
    expect(new Set(listed)).toEqual(used)
    expect(listed).toHaveLength(used.size)
  })

  test('says who fails which must-have, who comes from a partner, and what was set aside and why', () => {
    expect(section(content, 'Must-haves')[0]).toBe('BMW i4 does not meet “List price in Germany”: needed is at most €55,000, it has €61,900.')
    expect(content.table.groups.find((group) => group.isOut)?.columns[0]).toMatchObject({ name: 'BMW i4', standing: 'out', details: ['offer of our partner'] })
    expect(content.lead.find(({ heading }) => heading === 'Ruled out')?.items).toHaveLength(5)
  })
})

describe('a brief that must not say more than is known', () => {
  test('a value whose proof is not cleared says so and does not count', () => {
    const builder = buildComparison(seededIds(31))
    const [one, two] = [builder.option('One'), builder.option('Two')]
    const range = builder.criterion('Range', { unit: 'km', lo: 0, hi: 100, points: 60 })
    const seats = builder.criterion('Seats', { unit: 'seats', lo: 1, hi: 9, points: 40 })
    for (const option of [one, two]) builder.cell(option, range, 50, builder.proof())
    builder.cell(one, seats, 9, builder.proof({ cleared: false }))
    builder.cell(two, seats, 5)
    const row = contentOf(builder).table.rows[1]
    expect(row?.cells.map((cell) => [cell.value, cell.remarks, cell.bar, cell.notes])).toEqual([
      ['9 seats', 'no proof cleared for you', 'unknown', []],
      ['5 seats', 'no proof', 'unknown', []],
    ])
  })

  test('a lead that rests on an unknown is said to rest on it', () => {
    const builder = buildComparison(seededIds(32))
    const [one, two] = [builder.option('One'), builder.option('Two')]
    const range = builder.criterion('Range', { unit: 'km', lo: 0, hi: 100, points: 60 })
    const seats = builder.criterion('Seats', { unit: 'seats', lo: 1, hi: 9, points: 40 })
    for (const option of [one, two]) builder.cell(option, range, 50, builder.proof())
    builder.cell(two, seats, 1, builder.proof())
    expect(section(contentOf(builder), 'Why One is ahead of Two')).toEqual(['Nothing that is known puts it ahead: its lead rests on what is not known.'])
  })

  test('a comparison in which nobody else is better at anything says that it looks one-sided', () => {
    const builder = buildComparison(seededIds(33))
    const range = builder.criterion('Range', { unit: 'km', lo: 0, hi: 100, points: 60 })
    for (const [name, value] of [['One', 90], ['Two', 20]] as const) builder.cell(builder.option(name), range, value, builder.proof())
    expect(section(contentOf(builder), 'Where each falls short')).toEqual(['Nobody else is better at anything that is known. Ask what was left out.'])
  })

  test('weights that moved after they were agreed are not passed off as agreed', () => {
    const builder = buildComparison(seededIds(34))
    const range = builder.criterion('Range', { unit: 'km', lo: 0, hi: 100, points: 60, proposedBy: 'us' })
    builder.cell(builder.option('One'), range, 50, builder.proof())
    const weightsNote = (): string => contentOf(builder).tableNotes[1] ?? ''
    expect(weightsNote()).toBe('The weights are not agreed yet. 1 of 1 criterion comes from us.')
    builder.edit({ kind: 'agreeWeights', comparison: builder.comparisonId, on: '2026-11-02', with: 'Ruta Lindgaard' })
    expect(weightsNote()).toContain('Weights agreed on 2 Nov 2026 with Ruta Lindgaard.')
    builder.edit({ kind: 'set', at: `comparisons/${builder.comparisonId}/criteria/${range}`, field: 'points', value: 90 })
    expect(weightsNote()).toContain('those shown here have been changed since')
  })

  test('an empty comparison gives a page that names its options and promises nothing', () => {
    const builder = buildComparison(seededIds(35))
    builder.option('Stay as is', { kind: 'stayAsIs' })
    const content = contentOf(builder)
    expect([content.answer, content.table.empty, [...content.lead, ...content.sections], content.sources]).toEqual(['Nothing is asked of the options yet.', 'On the table so far: Stay as is.', [], null])
  })
})
