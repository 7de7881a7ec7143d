import type { Account } from '../account/Account'
import { accountSchema } from '../account/accountSchema'
import { checkValue } from './checkValue'
import type { Collection, EntitySpec, Singleton } from './entities'
import type { Field, Scalar } from './fields'

type Plain = { readonly [key: string]: unknown }

const root = accountSchema as { readonly [name: string]: Collection | Singleton }

/**
 * Reads plain data of unknown origin as an account: a value that is missing or does not fit its
 * field becomes the field's fallback, what the schema does not know is left out. Total: whatever
 * comes in, an account comes out, since a document of a newer version must stay readable.
 */
export function readAccount(plain: unknown): Account {
  const source = asPlain(plain)
  const account: Record<string, unknown> = {}
  for (const [name, spec] of Object.entries(root)) {
    account[name] = spec.kind === 'singleton' ? readContent(spec.entity, asPlain(source[name])) : readCollection(spec, source[name])
  }
  return account as Account
}

function readCollection(collection: Collection, plain: unknown): Plain {
  const entities: Record<string, unknown> = {}
  if (!collection.open) return entities
  for (const [id, entity] of Object.entries(asPlain(plain))) {
    const fields = asPlain(entity)
    entities[id] = {
      id,
      order: typeof fields['order'] === 'string' ? fields['order'] : '',
      deletedAt: typeof fields['deletedAt'] === 'string' ? fields['deletedAt'] : null,
      ...readContent(collection.entity, fields),
    }
  }
  return entities
}

function readContent(spec: EntitySpec, plain: Plain): Plain {
  const content: Record<string, unknown> = {}
  for (const [name, field] of Object.entries(spec.fields)) content[name] = readValue(field, plain[name])
  for (const [name, map] of Object.entries(spec.maps ?? {})) {
    const values: Record<string, Scalar> = {}
    for (const [key, value] of Object.entries(asPlain(plain[name]))) values[key] = readValue(map.value, value)
    content[name] = values
  }
  for (const [name, inner] of Object.entries(spec.collections ?? {})) content[name] = readCollection(inner, plain[name])
  return content
}

function readValue(field: Field, value: unknown): Scalar {
  if (value === undefined) return field.fallback
  // Two members' text can be longer together than one may write; it is theirs all the same.
  if (field.kind === 'text' && typeof value === 'string') return value
  const isScalar = value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
  return isScalar && checkValue(field, value) === null ? value : field.fallback
}

function asPlain(value: unknown): Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Plain) : {}
}
