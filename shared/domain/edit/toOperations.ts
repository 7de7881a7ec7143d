import { orderKeyBetween } from '../../base/orderKey'
import { err, ok, type Result } from '../../base/Result'
import type { Account } from '../account/Account'
import { checkValue } from '../schema/checkValue'
import type { EntityBase, EntitySpec } from '../schema/entities'
import type { Field, Scalar } from '../schema/fields'
import { locate } from '../schema/locate'
import { byOrder } from '../schema/order'
import type { EditRefused, GenericEdit } from './Edit'
import type { NewEntity, Operation } from './Operation'
import { valueAt } from './valueAt'

export type Refusal = Omit<EditRefused, 'index'>

/** What one generic edit does to an account, what undoes it, or why it is refused. */
export interface Expansion {
  readonly operations: readonly Operation[]
  readonly undo: readonly GenericEdit[]
  /** Set where a guard (`ifNow`) did not hold and the edit is passed over. */
  readonly skipped?: { readonly at: string; readonly field: string; readonly now: Scalar }
}

/**
 * Turns one generic edit into operations on named paths. Pure: reads the account, changes nothing.
 * `now` (UTC ISO text) is written where something is removed.
 */
export function toOperations(account: Account, edit: GenericEdit, now: string): Result<Expansion, Refusal> {
  switch (edit.kind) {
    case 'set':
      return set(account, edit)
    case 'writeText':
      return writeText(account, edit)
    case 'add':
      return add(account, edit)
    case 'remove':
      return markRemoved(account, edit.at, now)
    case 'restore':
      return markRemoved(account, edit.at, null)
    case 'move':
      return move(account, edit)
  }
}

function set(account: Account, edit: Extract<GenericEdit, { kind: 'set' }>): Result<Expansion, Refusal> {
  const place = findEntity(account, edit.at)
  if (!place.ok) return place
  const target = findField(account, place.value.spec, edit)
  if (!target.ok) return target
  if (target.value.kind === 'text' && target.value.collaborative) {
    return err({ reason: 'notAllowed', message: `${edit.field} is long text: it is changed with writeText, so that two people's sentences both survive.` })
  }
  const problem = checkValue(target.value, edit.value)
  if (problem) return err({ reason: 'badValue', message: `${edit.field} ${problem}.` })
  const path = [...place.value.path, edit.field, ...(edit.key === undefined ? [] : [edit.key])]
  const present = (valueAt(account, path) as Scalar | undefined) ?? target.value.fallback
  if (edit.ifNow !== undefined && present !== edit.ifNow) return ok({ operations: [], undo: [], skipped: { at: edit.at, field: edit.field, now: present } })
  const undo: GenericEdit = { kind: 'set', at: edit.at, field: edit.field, ...(edit.key === undefined ? {} : { key: edit.key }), value: present, ifNow: edit.value }
  return ok({ operations: [{ kind: 'put', path, value: edit.value }], undo: [undo] })
}

function writeText(account: Account, edit: Extract<GenericEdit, { kind: 'writeText' }>): Result<Expansion, Refusal> {
  const place = findEntity(account, edit.at)
  if (!place.ok) return place
  const target = findField(account, place.value.spec, edit)
  if (!target.ok) return target
  const field = target.value
  if (field.kind !== 'text' || !field.collaborative) return err({ reason: 'notAllowed', message: `${edit.field} is a short field: it is changed with set.` })
  const path = [...place.value.path, edit.field]
  const present = valueAt(account, path)
  const text = typeof present === 'string' ? present : ''
  const { index, remove, insert } = edit.splice
  const removed = text.slice(index, index + remove)
  if (edit.ifNow !== undefined && removed !== edit.ifNow) return ok({ operations: [], undo: [], skipped: { at: edit.at, field: edit.field, now: text } })
  if (index > text.length || index + remove > text.length) return err({ reason: 'badValue', message: `${edit.field} has ${text.length} characters; the change reaches beyond its end.` })
  if (splitsPair(text, index) || splitsPair(text, index + remove) || hasLonelySurrogate(insert)) {
    return err({ reason: 'badValue', message: `${edit.field}: the change would cut a character in two.` })
  }
  // A text that grew too long by a merge must still be shortened step by step.
  if (insert.length > remove && text.length - remove + insert.length > field.maxLength) return err({ reason: 'badValue', message: `${edit.field} must be at most ${field.maxLength} characters long.` })
  const undo: GenericEdit = { kind: 'writeText', at: edit.at, field: edit.field, splice: { index, remove: insert.length, insert: removed }, ifNow: insert }
  return ok({ operations: [{ kind: 'splice', path, index, remove, insert }], undo: [undo] })
}

function add(account: Account, edit: Extract<GenericEdit, { kind: 'add' }>): Result<Expansion, Refusal> {
  const place = locate(edit.in)
  if (!place || place.kind !== 'collection' || !place.collection.open) return err({ reason: 'notFound', message: `Nothing can be added in ${edit.in}.` })
  if (place.path.length > 1) {
    const owner = findEntity(account, place.path.slice(0, -1).join('/'))
    if (!owner.ok) return owner
  }
  const entities = (valueAt(account, place.path) ?? {}) as { readonly [id: string]: EntityBase }
  if (Object.hasOwn(entities, edit.id)) return err({ reason: 'alreadyThere', message: `${edit.in} already has ${edit.id}.` })
  const { spec, fields } = { spec: place.collection.entity, fields: edit.fields }
  for (const [name, value] of Object.entries(fields)) {
    const field = Object.hasOwn(spec.fields, name) ? spec.fields[name] : undefined
    if (!field) return err({ reason: 'notFound', message: `${edit.in} has no field ${name}.` })
    const problem = checkValue(field, value)
    if (problem) return err({ reason: 'badValue', message: `${name} ${problem}.` })
  }
  const order = orderBefore(entities, edit.before, null)
  if (order === null) return err({ reason: 'notFound', message: `${edit.in} has no ${edit.before ?? ''} to stand before.` })
  const path = [...place.path, edit.id]
  return ok({ operations: [{ kind: 'make', path, entity: newEntity(spec, fields, order) }], undo: [{ kind: 'remove', at: path.join('/') }] })
}

function newEntity(spec: EntitySpec, given: { readonly [name: string]: Scalar }, order: string): NewEntity {
  const entity: Record<string, Scalar | NewEntity> = { order, deletedAt: null }
  for (const [name, field] of Object.entries(spec.fields)) entity[name] = given[name] ?? field.fallback
  for (const name of Object.keys(spec.maps ?? {})) entity[name] = {}
  for (const name of Object.keys(spec.collections ?? {})) entity[name] = {}
  return entity
}

function markRemoved(account: Account, at: string, deletedAt: string | null): Result<Expansion, Refusal> {
  const place = findEntity(account, at, { evenRemoved: true })
  if (!place.ok) return place
  if (place.value.isSingleton) return err({ reason: 'notAllowed', message: `${at} belongs to every account and cannot be removed.` })
  const path = [...place.value.path, 'deletedAt']
  const isRemoved = valueAt(account, path) !== null
  if (isRemoved === (deletedAt !== null)) return ok({ operations: [], undo: [] })
  return ok({ operations: [{ kind: 'put', path, value: deletedAt }], undo: [{ kind: deletedAt === null ? 'remove' : 'restore', at }] })
}

function move(account: Account, edit: Extract<GenericEdit, { kind: 'move' }>): Result<Expansion, Refusal> {
  const place = findEntity(account, edit.at)
  if (!place.ok) return place
  if (place.value.isSingleton) return err({ reason: 'notAllowed', message: `${edit.at} has no place in a list.` })
  const id = place.value.path.at(-1) ?? ''
  const entities = valueAt(account, place.value.path.slice(0, -1)) as { readonly [id: string]: EntityBase }
  if (edit.before === id) return ok({ operations: [], undo: [] })
  const order = orderBefore(entities, edit.before, id)
  if (order === null) return err({ reason: 'notFound', message: `There is no ${edit.before ?? ''} to stand before.` })
  const sorted = Object.values(entities).sort(byOrder)
  const follower = sorted[sorted.findIndex((entity) => entity.id === id) + 1]?.id ?? null
  return ok({ operations: [{ kind: 'put', path: [...place.value.path, 'order'], value: order }], undo: [{ kind: 'move', at: edit.at, before: follower }] })
}

/** The order key just before `before` (null: at the end), leaving out the entity that moves; null where `before` is not there. */
function orderBefore(entities: { readonly [id: string]: EntityBase }, before: string | null, moving: string | null): string | null {
  const sorted = Object.values(entities)
    .filter((entity) => entity.id !== moving)
    .sort(byOrder)
  const at = before === null ? sorted.length : sorted.findIndex((entity) => entity.id === before)
  if (at < 0) return null
  return orderKeyBetween(sorted[at - 1]?.order || null, sorted[at]?.order || null)
}

interface EntityPlace {
  readonly path: readonly string[]
  readonly spec: EntitySpec
  readonly isSingleton: boolean
}

/** An entity by its path; it and everything it lies in must exist and (unless asked) not be removed. */
function findEntity(account: Account, at: string, { evenRemoved = false } = {}): Result<EntityPlace, Refusal> {
  const place = locate(at)
  if (!place || place.kind !== 'entity') return err({ reason: 'notFound', message: `There is no ${at} in an account.` })
  if (place.isSingleton) return ok(place)
  for (let length = 2; length <= place.path.length; length += 2) {
    const entity = valueAt(account, place.path.slice(0, length)) as EntityBase | undefined
    const mayBeRemoved = evenRemoved && length === place.path.length
    if (!entity || (entity.deletedAt !== null && !mayBeRemoved)) return err({ reason: 'notFound', message: `${at} is not in this account any more.` })
  }
  return ok(place)
}

function findField(account: Account, spec: EntitySpec, edit: { readonly at: string; readonly field: string; readonly key?: string | undefined }): Result<Field, Refusal> {
  if (edit.key === undefined) {
    const field = Object.hasOwn(spec.fields, edit.field) ? spec.fields[edit.field] : undefined
    return field ? ok(field) : err({ reason: 'notFound', message: `${edit.at} has no field ${edit.field}.` })
  }
  const map = Object.hasOwn(spec.maps ?? {}, edit.field) ? spec.maps?.[edit.field] : undefined
  if (!map) return err({ reason: 'notFound', message: `${edit.at} has no table ${edit.field}.` })
  const ids = edit.key.split(':')
  const owner = valueAt(account, edit.at.split('/')) as { readonly [name: string]: unknown }
  const root = account as { readonly [name: string]: unknown }
  const isKnown =
    ids.length === map.key.length &&
    map.key.every((name, at) => {
      const entities = (owner[name] ?? root[name]) as object | undefined
      return entities !== undefined && Object.hasOwn(entities, ids[at] ?? '')
    })
  return isKnown ? ok(map.value) : err({ reason: 'notFound', message: `${edit.key} is no place in ${edit.field}.` })
}

function splitsPair(text: string, index: number): boolean {
  const before = text.charCodeAt(index - 1)
  const after = text.charCodeAt(index)
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff
}

function hasLonelySurrogate(text: string): boolean {
  return !text.isWellFormed()
}
