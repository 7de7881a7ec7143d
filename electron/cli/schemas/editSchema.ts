import { z } from 'zod'
import type { Json } from '#shared/base/canonicalJson'
import { Edit } from '#shared/domain/edit/Edit'
import type { Field } from '#shared/domain/schema/fields'
import { fieldSchema, idSchema, type JsonSchema } from './fieldSchema'
import { entityPlaces, type EntityPlace } from './walkSchema'

/** One line of `apply`: what is given to `account.edit`, with every place, field and value an account knows. */
export function editSchema(): JsonSchema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'One line for plumbline apply ACCOUNT',
    description: 'One line is one change: all of its edits are done, or none. A repeated editId does nothing twice.',
    type: 'object',
    properties: {
      accountId: { ...idSchema, description: 'may be left out; if given it is the ACCOUNT of the command line' },
      editId: { ...idSchema, description: '128 random bits as 26 lower-case base32 characters' },
      edits: { type: 'array', minItems: 1, maxItems: 500, items: { $ref: '#/$defs/edit' } },
    },
    required: ['editId', 'edits'],
    additionalProperties: false,
    $defs: { edit: { anyOf: [...entityPlaces().flatMap(editsOf), ...namedVerbs()] } },
  }
}

function editsOf(place: EntityPlace): readonly JsonSchema[] {
  const at = pathSchema(place.path)
  const fields = Object.entries(place.spec.fields)
  return [
    ...fields.map(([name, field]) => (isLongText(field) ? writeText(at, name, field) : set(at, name, field))),
    ...Object.entries(place.spec.maps ?? {}).map(([name, map]) => set(at, name, map.value, map.key)),
    ...(place.isSingleton ? [] : listVerbs(place, at)),
  ]
}

function set(at: JsonSchema, name: string, field: Field, key?: readonly string[]): JsonSchema {
  const value = fieldSchema(field)
  const keySchema: JsonSchema = { type: 'string', pattern: `^${(key ?? []).map(() => '[a-z2-7]{26}').join(':')}$`, description: `ids of ${(key ?? []).join(':')}` }
  return verb('set', { at, field: { const: name }, ...(key ? { key: keySchema } : {}), value }, { ifNow: value })
}

function writeText(at: JsonSchema, name: string, field: Field): JsonSchema {
  const text = fieldSchema(field)
  const count: JsonSchema = { type: 'integer', minimum: 0 }
  const splice: JsonSchema = {
    type: 'object',
    properties: { index: count, remove: count, insert: text },
    required: ['index', 'remove', 'insert'],
    additionalProperties: false,
  }
  return verb('writeText', { at, field: { const: name }, splice }, { ifNow: text })
}

function listVerbs(place: EntityPlace, at: JsonSchema): readonly JsonSchema[] {
  const before: JsonSchema = { anyOf: [idSchema, { type: 'null' }] }
  const fields: JsonSchema = {
    type: 'object',
    properties: Object.fromEntries(Object.entries(place.spec.fields).map(([name, field]) => [name, fieldSchema(field)])),
    additionalProperties: false,
  }
  return [
    verb('add', { in: pathSchema(place.path.slice(0, -1)), id: idSchema, fields, before }),
    verb('remove', { at }),
    verb('restore', { at }),
    verb('move', { at, before }),
  ]
}

function verb(kind: string, required: { readonly [name: string]: Json }, optional: { readonly [name: string]: Json } = {}): JsonSchema {
  return {
    type: 'object',
    properties: { kind: { const: kind }, ...required, ...optional },
    required: ['kind', ...Object.keys(required)],
    additionalProperties: false,
  }
}

/** The verbs with a meaning of their own are the same for every account and are taken as they are parsed. */
function namedVerbs(): readonly JsonSchema[] {
  const generic: readonly string[] = ['set', 'writeText', 'add', 'remove', 'restore', 'move']
  return Edit.options
    .filter((option) => !generic.includes(option.shape.kind.value))
    .map((option) => {
      const { $schema: _dialect, ...schema } = z.toJSONSchema(option) as JsonSchema
      return schema
    })
}

function pathSchema(path: readonly (string | null)[]): JsonSchema {
  if (!path.includes(null)) return { const: path.join('/') }
  return { type: 'string', pattern: `^${path.map((part) => part ?? '[a-z2-7]{26}').join('/')}$` }
}

function isLongText(field: Field): boolean {
  return field.kind === 'text' && field.collaborative
}
