import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inOrder } from '#shared/domain/schema/order'
import { fleet } from '../../../testing/sampleDesktop'
import { planPaste } from './planPaste'
import { readCells, writeCells } from './readCells'

const criteria = inOrder(fleet.comparison.criteria)
const options = inOrder(fleet.comparison.options)
const named = <Entity extends { readonly name: string }>(entities: readonly Entity[], name: string): readonly Entity[] =>
  entities.slice(entities.findIndex((entity) => entity.name === name))

describe('cells on the clipboard', () => {
  it('reads what a spreadsheet writes, with line breaks and quotation marks in a cell', () => {
    expect(readCells('1\t2\r\n"a ""b""\nc"\t\r\n')).toEqual([
      ['1', '2'],
      ['a "b"\nc', ''],
    ])
  })

  it('reads back whatever it wrote', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '1', '"', '\t', '\n', ' ', '–') })
    const rows = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(rows, (cells) => {
        // A last line of one empty cell is the end of the line before it.
        fc.pre(cells.at(-1)?.join('') !== '')
        expect(readCells(writeCells(cells))).toEqual(cells)
      }),
    )
  })
})

describe('pasting into the table', () => {
  it('recognises units, ranges, yes and no, and not known, and leaves empty cells alone', () => {
    const plan = planPaste(
      [
        ['520 km', '480–510'],
        ['?', ''],
        ['no', 'yes'],
      ],
      named(criteria, 'WLTP range'),
      options,
    )
    expect(plan.cells.map(({ criterion, read }) => [criterion.name, read])).toEqual([
      ['WLTP range', { ok: true, value: 520 }],
      ['WLTP range', { ok: true, value: '480..510' }],
      ['Peak fast charging', { ok: true, value: null }],
      ['Heat pump', { ok: true, value: false }],
      ['Heat pump', { ok: true, value: true }],
    ])
  })

  it('says what it cannot read and counts what lies beyond the table', () => {
    const plan = planPaste([['maybe', ...options.map(() => 'yes'), 'yes']], named(criteria, 'Heat pump'), options)
    expect(plan.cells[0]?.read).toEqual({ ok: false, error: '“maybe” is neither yes nor no.' })
    expect(plan.outside).toBe(2 + options.filter((option) => option.kind === 'newcomer').length)
  })
})
