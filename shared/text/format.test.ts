import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  formatBytes,
  formatCases,
  formatCount,
  formatDecimals,
  formatList,
  formatMoney,
  formatNumber,
  formatOrdinal,
  formatPercent,
  formatPointCount,
  formatPointRange,
  formatQuantity,
  formatQuantityRounded,
  formatRange,
  formatRounded,
  formatSampledPercent,
} from './format'

describe('numbers', () => {
  it.each([
    [0, '0'],
    [-0, '0'],
    [12, '12'],
    [1234.5, '1,234.5'],
    [-1234567, '−1,234,567'],
    [0.1 + 0.2, '0.3'],
    [1e-9, '0'],
    [-1e-9, '0'],
    [999.9999999, '1,000'],
    [1e21, '1,000,000,000,000,000,000,000'],
  ])('%d is written %s', (value, text) => expect(formatNumber(value)).toBe(text))

  it.each([
    [1319.7, '1,320'],
    [123.456, '123.5'],
    [9.3333, '9.33'],
    [0.012345, '0.0123'],
    [0.00000123, '0.000001'],
    [0, '0'],
  ])('%d computed is written %s', (value, text) => expect(formatRounded(value)).toBe(text))

  it('can be read back, whatever the number', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, min: -1e12, max: 1e12 }), (value) => {
        const text = formatNumber(value)
        expect(Number(text.replaceAll(',', '').replace('−', '-'))).toBeCloseTo(value, 5)
        expect(text).toMatch(/^−?\d{1,3}(,\d{3})*(\.\d*[1-9])?$/)
      }),
    )
  })

  it('drops zeros at the end but not in the middle', () => expect(formatDecimals(10.5, 3)).toBe('10.5'))
})

describe('numbers with a unit', () => {
  it.each([
    [12, 'weeks', '12 weeks'],
    [1, 'weeks', '1 week'],
    [-1, 'weeks', '−1 weeks'],
    [97, '%', '97 %'],
    [412_000, 'EUR', '€412,000'],
    [-5, 'EUR', '−€5'],
    [62.5, 'EUR', '€62.50'],
    [90, 'CHF', 'CHF 90'],
    [3, null, '3'],
    [3, '', '3'],
  ])('%d %s is written %s', (value, unit, text) => expect(formatQuantity(value, unit)).toBe(text))

  it('ranges use an en dash, and words where a minus sign would confuse', () => {
    expect(formatRange(8, 10, 'weeks')).toBe('8–10 weeks')
    expect(formatRange(380_000, 420_000, 'EUR')).toBe('€380,000–420,000')
    expect(formatRange(-5, 3, '°C')).toBe('−5 to 3 °C')
    expect(formatRange(4, 4, 'days')).toBe('4 days')
  })

  it('money comes in minor units', () => {
    expect(formatMoney(41_250_050, 'EUR')).toBe('€412,500.50')
    expect(formatMoney(-1_200, 'USD')).toBe('−$12')
  })

  it('computed quantities take the decimals asked for', () => expect(formatQuantityRounded(1319.999, 'EUR', 0)).toBe('€1,320'))
})

describe('shares and points', () => {
  it('something never looks like nothing, almost all never like all', () => {
    expect([0, 0.0001, 0.005, 0.5, 0.994, 0.9999, 1].map(formatPercent)).toEqual(['0 %', '<1 %', '1 %', '50 %', '99 %', '>99 %', '100 %'])
  })

  it('a sampled share is never certain', () => {
    expect([0, 0.004, 0.42, 0.996, 1].map(formatSampledPercent)).toEqual(['<1 %', '<1 %', '42 %', '>99 %', '>99 %'])
    expect([0, 0.42, 1].map(formatCases)).toEqual(['fewer than 1 of 100', '42 of 100', 'more than 99 of 100'])
  })

  it('a half goes up even if adding up left it a hair below', () => {
    expect(formatPointCount(0.125)).toBe('13 points')
    expect(formatPointCount(0.12499999999999999)).toBe('13 points')
    expect(formatPointCount(0.004)).toBe('less than 1 point')
    expect(formatPointCount(-0.01)).toBe('1 point')
    expect(formatPointRange(0.63, 0.77)).toBe('63–77')
    expect(formatPointRange(0.634, 0.629)).toBe('63')
  })
})

describe('words', () => {
  it('counts, places and lists', () => {
    expect([1, 2, 3, 4, 11, 12, 13, 21, 102, 113].map(formatOrdinal)).toEqual(['1st', '2nd', '3rd', '4th', '11th', '12th', '13th', '21st', '102nd', '113th'])
    expect([formatList([]), formatList(['A']), formatList(['A', 'B']), formatList(['A', 'B', 'C'], 'or')]).toEqual(['', 'A', 'A and B', 'A, B or C'])
    expect([formatCount(1, 'option'), formatCount(0, 'option'), formatCount(2, 'entry', 'entries')]).toEqual(['1 option', '0 options', '2 entries'])
  })

  it('file sizes', () => expect([0, 640, 12_000, 3_440_000, 250_000_000].map(formatBytes)).toEqual(['0 B', '640 B', '12 KB', '3.4 MB', '250 MB']))
})
