import type { EntitySpec, Fields, FlatMap } from '../schema/entities'
import type { Field, Scalar } from '../schema/fields'
import type { BuyerSection } from './buyerSections'
import type { BuyerIds } from './BuyerIds'

export type Plain = { readonly [key: string]: unknown }

/**
 * What of one entity the buyer may read: the leaves whose class in the schema lets them pass, with ids
 * numbered anew. A leaf that does not pass is not there at all. Nested entities are passed only where
 * the section allows the collection.
 */
export function redactEntity(spec: EntitySpec, section: BuyerSection, entity: Plain, ids: BuyerIds): Plain {
  const isCleared = entity['cleared'] === true
  const redacted: Record<string, unknown> = {}
  for (const [name, field] of passingFields(spec.fields, section, isCleared)) redacted[name] = passValue(field, entity[name], ids)
  for (const [name, map] of Object.entries(spec.maps ?? {})) {
    if (passes(map.value, isCleared) && isListed(section, name)) redacted[name] = redactMap(map, plainOf(entity[name]), ids)
  }
  for (const [name, nested] of Object.entries(section.collections ?? {})) {
    const collection = spec.collections?.[name]
    if (collection) redacted[name] = redactCollection(collection.entity, nested, name, plainOf(entity[name]), ids)
  }
  return redacted
}

/** The entities that have a number in `ids`, in that order, each redacted. */
export function redactCollection(spec: EntitySpec, section: BuyerSection, name: string, entities: Plain, ids: BuyerIds): Plain {
  const redacted: Record<string, unknown> = {}
  for (const [id, { newId, place }] of ids.of(name)) {
    if (!Object.hasOwn(entities, id)) continue
    redacted[newId] = { id: newId, order: orderOf(place), deletedAt: null, ...redactEntity(spec, section, plainOf(entities[id]), ids) }
  }
  return redacted
}

function passingFields(fields: Fields, section: BuyerSection, isCleared: boolean): readonly (readonly [string, Field])[] {
  return Object.entries(fields).filter(([name, field]) => passes(field, isCleared) && isListed(section, name))
}

function passes(field: Field, isCleared: boolean): boolean {
  return field.audience === 'buyer' || (field.audience === 'cleared' && isCleared)
}

function isListed(section: BuyerSection, name: string): boolean {
  return section.fields === undefined || section.fields.includes(name)
}

function passValue(field: Field, value: unknown, ids: BuyerIds): Scalar {
  const scalar = (value ?? field.fallback) as Scalar
  if (field.kind === 'reference') return typeof scalar === 'string' ? ids.reference(scalar) : null
  if (field.kind === 'cellValue') return typeof scalar === 'string' ? ids.cellText(scalar) : scalar
  return scalar
}

/** Entries whose every part passes, under the new ids. */
function redactMap(map: FlatMap, entries: Plain, ids: BuyerIds): Plain {
  const redacted: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(entries)) {
    const newKey = ids.key(map.key, key)
    if (newKey !== null) redacted[newKey] = passValue(map.value, value, ids)
  }
  return redacted
}

/** Order keys compare as text, so places are written with leading zeros. */
function orderOf(place: number): string {
  return String(place).padStart(6, '0')
}

function plainOf(value: unknown): Plain {
  return (value ?? {}) as Plain
}
