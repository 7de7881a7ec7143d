import { expect, test } from 'vitest'
import { isId } from '#shared/base/Id'
import { randomIds } from './randomIds'
import { systemClock } from './systemClock'

test('a moment is UTC text, and today is the day of this laptop’s time zone', () => {
  expect(systemClock.now()).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
  const before = new Date().toLocaleDateString('sv')
  const today = systemClock.today()
  expect([before, new Date().toLocaleDateString('sv')]).toContain(today)
})

test('a thousand new ids are a thousand different ids', () => {
  const ids = Array.from({ length: 1000 }, () => randomIds.next())
  expect(ids.every(isId)).toBe(true)
  expect(new Set(ids).size).toBe(1000)
})
