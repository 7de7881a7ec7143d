import type { Field, Scalar } from './fields'
import { parseRange } from './range'

const dayPattern = /^\d{4}-\d{2}-\d{2}$/
const momentPattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/
const referencePattern = /^([a-z2-7]{26}|yes|no)$/
const categoryPattern = /^[a-z2-7]{26}$/

/** Why a value does not fit a field, as the end of a sentence ("… must be a day like 2026-03-31"); null when it fits. */
export function checkValue(field: Field, value: Scalar): string | null {
  switch (field.kind) {
    case 'text':
      if (typeof value !== 'string') return 'must be text'
      // Half a character would be stored as another one than was given.
      if (!value.isWellFormed()) return 'must not hold half a character'
      return value.length > field.maxLength ? `must be at most ${field.maxLength} characters long` : null
    case 'choice':
      return typeof value === 'string' && field.choices.includes(value) ? null : `must be one of ${field.choices.join(', ')}`
    case 'number':
      return value === null || isWithin(value, field.min, field.max) ? null : `must be a number from ${field.min} to ${field.max}, or empty`
    case 'flag':
      return typeof value === 'boolean' ? null : 'must be yes or no'
    case 'day':
      return value === null || (typeof value === 'string' && isDay(value)) ? null : 'must be a day like 2026-03-31, or empty'
    case 'moment':
      return value === null || (typeof value === 'string' && momentPattern.test(value) && !Number.isNaN(Date.parse(value)))
        ? null
        : 'must be a moment in UTC like 2026-03-31T09:00:00Z, or empty'
    case 'reference':
      return value === null || (typeof value === 'string' && referencePattern.test(value)) ? null : 'must be an id, or empty'
    case 'cellValue':
      return isCellValue(value) ? null : 'must be a number, yes or no, a category, a range like 8..10, or empty for "not known"'
  }
}

function isWithin(value: Scalar, min: number, max: number): boolean {
  return typeof value === 'number' && Number.isFinite(value) && value >= min && value <= max
}

function isDay(text: string): boolean {
  const moment = Date.parse(`${text}T00:00:00Z`)
  return dayPattern.test(text) && !Number.isNaN(moment) && new Date(moment).toISOString().startsWith(text)
}

function isCellValue(value: Scalar): boolean {
  if (value === null || typeof value === 'boolean') return true
  if (typeof value === 'number') return Number.isFinite(value)
  return categoryPattern.test(value) || parseRange(value) !== null
}
