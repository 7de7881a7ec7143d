import type { Json } from '#shared/base/canonicalJson'
import type { Collection, EntitySpec } from '#shared/domain/schema/entities'
import { fieldSchema, type JsonSchema } from './fieldSchema'
import { rootSpecs } from './walkSchema'

/** An account as `accounts show` prints it. `x-audience` says who may read a leaf. */
export function accountDocumentSchema(): JsonSchema {
  const properties: Record<string, Json> = {}
  for (const [name, spec] of Object.entries(rootSpecs)) {
    properties[name] = spec.kind === 'singleton' ? object(content(spec.entity)) : collectionSchema(spec)
  }
  return { $schema: 'https://json-schema.org/draft/2020-12/schema', title: 'An account', ...object(properties) }
}

function collectionSchema(collection: Collection): JsonSchema {
  if (!collection.open) return { type: 'object', additionalProperties: false }
  const base = {
    id: { type: 'string' },
    order: { type: 'string', description: 'fractional index: compared as text, ties by id' },
    deletedAt: { type: ['string', 'null'] },
  }
  return { type: 'object', additionalProperties: object({ ...base, ...content(collection.entity) }) }
}

function content(spec: EntitySpec): { readonly [name: string]: Json } {
  const properties: Record<string, Json> = {}
  for (const [name, field] of Object.entries(spec.fields)) properties[name] = { ...fieldSchema(field), 'x-audience': field.audience }
  for (const [name, map] of Object.entries(spec.maps ?? {})) {
    properties[name] = {
      type: 'object',
      description: `keys are ids of ${map.key.join(':')}`,
      additionalProperties: { ...fieldSchema(map.value), 'x-audience': map.value.audience },
    }
  }
  for (const [name, inner] of Object.entries(spec.collections ?? {})) properties[name] = collectionSchema(inner)
  return properties
}

function object(properties: { readonly [name: string]: Json }): JsonSchema {
  return { type: 'object', properties, required: Object.keys(properties), additionalProperties: false }
}
