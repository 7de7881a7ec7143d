import { expect, test } from 'vitest'
import { decodeCheckedJson, encodeCheckedJson } from './checkedJson'

const decoded = (text: string): unknown => decodeCheckedJson('workspace.json', new TextEncoder().encode(text), 1)
const whole = new TextDecoder().decode(encodeCheckedJson({ format: 1, name: 'Northwind' }))

test('a small file gives its fields back', () => {
  expect(decoded(whole)).toEqual({ ok: true, value: { format: 1, name: 'Northwind' } })
})

test.each([
  ['with a changed letter', whole.replace('Northwind', 'Northwins')],
  ['with a field twice', whole.replace('"format":1', '"format":1,"format":1')],
  ['written with spaces', whole.replace(',', ', ')],
  ['without its check', '{"format":1,"name":"Northwind"}'],
])('a file %s is damaged', (_name, text) => {
  expect(decoded(text)).toEqual({ ok: false, error: { kind: 'damaged', file: 'workspace.json', reason: 'check' } })
})

test.each(['', 'no JSON', '[]', 'null', '{"format":'])('%j is damaged', (text) => {
  expect(decoded(text)).toEqual({ ok: false, error: { kind: 'damaged', file: 'workspace.json', reason: 'json' } })
})

test('a later version is told, whether or not it is checked in the same way', () => {
  const later = { ok: false, error: { kind: 'newerFormat', file: 'workspace.json', found: 2, known: 1 } }
  expect(decoded(new TextDecoder().decode(encodeCheckedJson({ format: 2 })))).toEqual(later)
  expect(decoded('{"format":2,"name":"Northwind"}')).toEqual(later)
})
