import type { Json } from '#shared/base/canonicalJson'
import { unreachable } from '#shared/base/unreachable'
import type { Field } from '#shared/domain/schema/fields'

export type JsonSchema = { readonly [key: string]: Json }

export const idSchema: JsonSchema = { type: 'string', pattern: '^[a-z2-7]{26}$' }

/** What a field may hold, as JSON Schema. */
export function fieldSchema(field: Field): JsonSchema {
  switch (field.kind) {
    case 'text':
      return { type: 'string', maxLength: field.maxLength }
    case 'choice':
      return { type: 'string', enum: [...field.choices] }
    case 'number':
      return { type: ['number', 'null'], minimum: field.min, maximum: field.max }
    case 'flag':
      return { type: 'boolean' }
    case 'day':
      return { type: ['string', 'null'], format: 'date' }
    case 'moment':
      return { type: ['string', 'null'], format: 'date-time' }
    case 'reference':
      return { anyOf: [{ type: 'null' }, idSchema, { type: 'string', enum: ['yes', 'no'] }] }
    case 'cellValue':
      return {
        anyOf: [
          { type: ['number', 'boolean', 'null'] },
          { type: 'string', pattern: '^([a-z2-7]{26}|-?\\d+(\\.\\d+)?(e-?\\d+)?\\.\\.-?\\d+(\\.\\d+)?(e-?\\d+)?)$', description: 'a category id, or a range lo..hi with lo <= hi' },
        ],
      }
    default:
      return unreachable(field)
  }
}
