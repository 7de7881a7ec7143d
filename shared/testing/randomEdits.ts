import fc from 'fast-check'
import type { Ids } from '../base/Ids'
import type { Account } from '../domain/account/Account'
import { accountSchema } from '../domain/account/accountSchema'
import { applyEdits } from '../domain/edit/applyEdits'
import type { Edit } from '../domain/edit/Edit'
import { readAccount } from '../domain/schema/readAccount'
import type { Collection, EntityBase, EntitySpec, Singleton } from '../domain/schema/entities'
import type { Field, Scalar } from '../domain/schema/fields'
import { seededIds } from './seededIds'

interface Place {
  readonly at: string
  readonly spec: EntitySpec
  readonly entity: { readonly [key: string]: unknown }
  readonly isSingleton: boolean
}

/** Every place of an account that an edit can name, removed ones included. */
export function placesOf(account: Account): readonly Place[] {
  const root = accountSchema as { readonly [name: string]: Collection | Singleton }
  const plain = account as unknown as { readonly [name: string]: { readonly [key: string]: unknown } }
  return Object.entries(root).flatMap(([name, spec]) =>
    spec.kind === 'singleton'
      ? [{ at: name, spec: spec.entity, entity: plain[name] ?? {}, isSingleton: true }]
      : entitiesIn(name, spec, plain[name] ?? {}),
  )
}

function entitiesIn(at: string, collection: Collection, entities: { readonly [id: string]: unknown }): readonly Place[] {
  return Object.entries(entities).flatMap(([id, value]) => {
    const entity = value as { readonly [key: string]: unknown }
    const own: Place = { at: `${at}/${id}`, spec: collection.entity, entity, isSingleton: false }
    const inner = Object.entries(collection.entity.collections ?? {}).flatMap(([name, nested]) =>
      entitiesIn(`${at}/${id}/${name}`, nested, (entity[name] ?? {}) as { readonly [id: string]: unknown }),
    )
    return [own, ...inner]
  })
}

/** Every collection of an account that something can be added to. */
export function collectionsOf(account: Account): readonly { readonly in: string; readonly collection: Collection; readonly entities: { readonly [id: string]: EntityBase } }[] {
  const root = Object.entries(accountSchema as { readonly [name: string]: Collection | Singleton }).flatMap(([name, spec]) =>
    spec.kind === 'collection' && spec.open ? [{ in: name, collection: spec, entities: (account as unknown as Record<string, Record<string, EntityBase>>)[name] ?? {} }] : [],
  )
  const nested = placesOf(account).flatMap((place) =>
    place.entity['deletedAt'] === null
      ? Object.entries(place.spec.collections ?? {}).map(([name, collection]) => ({ in: `${place.at}/${name}`, collection, entities: (place.entity[name] ?? {}) as { readonly [id: string]: EntityBase } }))
      : [],
  )
  return [...root, ...nested]
}

/** A value that fits a field; texts carry odd characters on purpose. */
export function valueFor(field: Field, pick: Pick, ids: readonly string[]): Scalar {
  const text = (): string => pick(['', 'plain', 'Zoë & “quotes”', '<b>bold</b>', 'line\nbreak', '👩‍🚀 é', '=1+1', '   '])
  switch (field.kind) {
    case 'text':
      return text().slice(0, field.maxLength)
    case 'choice':
      return pick(field.choices)
    case 'number':
      return pick([null, field.min > -1e15 ? field.min : -3.5, field.max < 1e15 ? field.max : 1e6, (Math.max(field.min, 0) + Math.min(field.max, 1)) / 2])
    case 'flag':
      return pick([true, false])
    case 'day':
      return pick([null, '2026-11-21', '2025-12-30'])
    case 'moment':
      return pick([null, '2026-11-21T10:00:00Z'])
    case 'reference':
      return pick([null, 'yes', 'no', ...ids])
    case 'cellValue':
      return pick<Scalar>([null, true, false, 0, 12.5, -4, '8..10', ...ids])
  }
}

export type Pick = <T>(from: readonly T[]) => T

/** One edit that fits the account as it is; guards, removals, moves, texts and named verbs included. */
export function randomEdit(account: Account, pick: Pick, ids: Ids): Edit {
  const live = placesOf(account).filter((place) => place.isSingleton || place.entity['deletedAt'] === null)
  const entityIds = live.filter((place) => !place.isSingleton).map((place) => String(place.entity['id']))
  const kind = pick(['set', 'set', 'set', 'key', 'key', 'text', 'text', 'add', 'add', 'remove', 'restore', 'move', 'weights'] as const)
  const fallback = (): Edit => {
    const target = pick(collectionsOf(account))
    const fields = Object.fromEntries(
      Object.entries(target.collection.entity.fields)
        .filter(() => pick([true, false]))
        .map(([name, field]) => [name, valueFor(field, pick, entityIds)]),
    )
    return { kind: 'add', in: target.in, id: ids.next(), fields, before: pick([null, ...Object.keys(target.entities)]) }
  }
  switch (kind) {
    case 'set': {
      const place = pick(live)
      const fields = Object.entries(place.spec.fields).filter(([, field]) => !(field.kind === 'text' && field.collaborative))
      if (fields.length === 0) return fallback()
      const [name, field] = pick(fields)
      return { kind: 'set', at: place.at, field: name, value: valueFor(field, pick, entityIds) }
    }
    case 'key': {
      const withMaps = live.filter((place) => Object.keys(place.spec.maps ?? {}).length > 0)
      if (withMaps.length === 0) return fallback()
      const place = pick(withMaps)
      const [name, map] = pick(Object.entries(place.spec.maps ?? {}))
      const parts = map.key.map((part) => Object.keys((place.entity[part] ?? (account as unknown as Record<string, object>)[part] ?? {})))
      if (parts.some((keys) => keys.length === 0)) return fallback()
      return { kind: 'set', at: place.at, field: name, key: parts.map((keys) => pick(keys)).join(':'), value: valueFor(map.value, pick, entityIds) }
    }
    case 'text': {
      const texts = live.flatMap((place) => Object.entries(place.spec.fields).flatMap(([name, field]) => (field.kind === 'text' && field.collaborative ? [{ place, name }] : [])))
      const { place, name } = pick(texts)
      const characters = Array.from(String(place.entity[name]))
      const from = pick(Array.from({ length: characters.length + 1 }, (_, at) => at))
      const index = characters.slice(0, from).join('').length
      const removed = characters.slice(from, from + pick([0, 1, 3])).join('')
      return { kind: 'writeText', at: place.at, field: name, splice: { index, remove: removed.length, insert: pick(['', 'a', 'two words', '🚚', 'é\n']) } }
    }
    case 'remove': {
      const entities = live.filter((place) => !place.isSingleton)
      return entities.length === 0 ? fallback() : { kind: 'remove', at: pick(entities).at }
    }
    case 'restore': {
      const removed = placesOf(account).filter((place) => typeof place.entity['deletedAt'] === 'string' && place.at.split('/').length === 2)
      return removed.length === 0 ? fallback() : { kind: 'restore', at: pick(removed).at }
    }
    case 'move': {
      const entities = live.filter((place) => !place.isSingleton && isReachable(account, place.at))
      if (entities.length === 0) return fallback()
      const place = pick(entities)
      const parent = place.at.split('/').slice(0, -1).join('/')
      const siblings = collectionsOf(account).find((target) => target.in === parent)
      return { kind: 'move', at: place.at, before: pick([null, ...Object.keys(siblings?.entities ?? {})]) }
    }
    case 'weights': {
      const comparisons = live.filter((place) => place.at.startsWith('comparisons/') && place.at.split('/').length === 2)
      if (comparisons.length === 0) return fallback()
      const comparison = String(pick(comparisons).entity['id'])
      return pick([true, false]) ? { kind: 'agreeWeights', comparison, on: '2026-11-21', with: 'Dana' } : { kind: 'resetWeights', comparison }
    }
    case 'add':
      return fallback()
  }
}

function isReachable(account: Account, at: string): boolean {
  const parents = at.split('/')
  return placesOf(account).every((place) => !at.startsWith(`${place.at}/`) || place.isSingleton || place.entity['deletedAt'] === null) && parents.length > 1
}

/** Runs random edits one after the other; those refused (an entity inside a removed one, say) are left out. */
export function randomHistory(length: number): fc.Arbitrary<{ readonly account: Account; readonly edits: readonly Edit[] }> {
  return fc.record({ seed: fc.integer({ min: 1, max: 2 ** 31 - 1 }), length: fc.integer({ min: 1, max: length }) }).map(({ seed, length }) => {
    const pick = pickFrom(seed)
    const ids = seededIds(seed)
    let account = readAccount({})
    const edits: Edit[] = []
    for (let step = 0; step < length; step++) {
      const edit = randomEdit(account, pick, ids)
      const applied = applyEdits(account, [edit], '2026-11-21T09:00:00.000Z')
      if (!applied.ok) continue
      account = applied.value.account
      edits.push(edit)
    }
    return { account, edits }
  })
}

/** Picks by a seed, the same in every run. */
export function pickFrom(seed: number): Pick {
  let state = seed >>> 0
  return (from) => {
    if (from.length === 0) throw new Error('Nothing to pick from')
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return from[(state >>> 8) % from.length] as (typeof from)[number]
  }
}
