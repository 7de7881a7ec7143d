import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkValue } from './checkValue'
import type { Field } from './fields'

const day: Field = { kind: 'day', audience: 'buyer', fallback: null }
const kinds: readonly Field[] = [
  day,
  { kind: 'text', audience: 'buyer', fallback: '', collaborative: false, maxLength: 120 },
  { kind: 'choice', audience: 'buyer', choices: ['a', 'b'], fallback: 'a' },
  { kind: 'number', audience: 'buyer', fallback: null, min: 0, max: 1 },
  { kind: 'flag', audience: 'buyer', fallback: false },
  { kind: 'moment', audience: 'buyer', fallback: null },
  { kind: 'reference', audience: 'buyer', fallback: null },
  { kind: 'cellValue', audience: 'buyer', fallback: null },
]

describe('checkValue', () => {
  it('takes the days of the calendar and no others', () => {
    for (const value of ['2026-03-31', '2024-02-29', null]) expect(checkValue(day, value), String(value)).toBeNull()
    for (const value of ['2026-13-01', '2026-00-10', '2026-02-30', '9999-99-99', '31.03.2026', '']) expect(checkValue(day, value), value).toMatch(/must be a day/)
  })

  it('takes no half of a character, which would be stored as another one', () => {
    const text = kinds[1] as Field
    expect(checkValue(text, 'Zoé 🚗')).toBeNull()
    expect(checkValue(text, 'x\ud83d')).toMatch(/half a character/)
  })

  it('answers for any value of any field, also for what only looks like a day or a moment', () => {
    const digits = fc.stringMatching(/^\d{4}-\d{2}-\d{2}$/)
    const value = fc.oneof(digits, digits.map((text) => `${text}T99:99:99Z`), fc.string({ unit: 'binary' }), fc.double(), fc.boolean(), fc.constant(null))
    fc.assert(fc.property(fc.constantFrom(...kinds), value, (field, given) => checkValue(field, given) === null || /must/.test(checkValue(field, given) ?? '')))
  })
})
