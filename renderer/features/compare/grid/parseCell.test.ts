import { describe, expect, it } from 'vitest'
import { parseCell } from './parseCell'

describe('what is typed into a cell', () => {
  it.each([
    ['12', 12],
    [' 12 weeks ', 12],
    ['€1,200', 1200],
    ['1 200 000', 1_200_000],
    ['412k', 412_000],
    ['8,5', 8.5],
    ['8,500', 8500],
    ['-3', -3],
    ['0', 0],
    ['.5', 0.5],
  ])('reads %j as the number %d', (typed, value) => {
    expect(parseCell(typed, 'weeks')).toEqual({ ok: true, value })
  })

  it.each([
    ['8..10', '8..10'],
    ['8–10', '8..10'],
    ['8-10 weeks', '8..10'],
    ['8 weeks to 10 weeks', '8..10'],
    ['-5..-2', '-5..-2'],
    ['-5 - -2', '-5..-2'],
    ['377k–412k', '377000..412000'],
  ])('reads %j as a range', (typed, value) => {
    expect(parseCell(typed, 'weeks')).toEqual({ ok: true, value })
  })

  it('takes a range of one number as that number', () => {
    expect(parseCell('8–8', '')).toEqual({ ok: true, value: 8 })
  })

  it.each(['', '  ', '?', 'not known'])('takes %j as not known', (typed) => {
    expect(parseCell(typed, '')).toEqual({ ok: true, value: null })
  })

  it.each(['soon', '8..', '8..soon', '1-2-3', 'NaN', 'Infinity', '1e999', '12 bananas'])('does not guess at %j', (typed) => {
    const read = parseCell(typed, 'weeks')
    expect(read.ok).toBe(false)
    if (!read.ok) expect(read.error).toContain(typed)
  })

  it('says which way round a range goes', () => {
    expect(parseCell('10–8', '')).toEqual({ ok: false, error: 'The smaller number comes first: 8–10.' })
  })
})
