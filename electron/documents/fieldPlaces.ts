import type { Account } from '#shared/domain/account/Account'
import { accountSchema } from '#shared/domain/account/accountSchema'
import { valueAt } from '#shared/domain/edit/valueAt'
import type { Collection, EntitySpec, Singleton } from '#shared/domain/schema/entities'

/** One leaf of an account. */
export interface FieldPlace {
  readonly at: string
  readonly field: string
  readonly key: string | null
}

type Plain = { readonly [key: string]: unknown }

const root = accountSchema as { readonly [name: string]: Collection | Singleton }

/** Every leaf that a member can see and write: not `order` and `deletedAt`, which settle themselves. */
export function fieldPlaces(account: Account): readonly FieldPlace[] {
  const places: FieldPlace[] = []
  for (const [name, spec] of Object.entries(root)) {
    const plain = valueAt(account, [name]) as Plain
    if (spec.kind === 'singleton') addEntity(places, name, spec.entity, plain)
    else addCollection(places, name, spec, plain)
  }
  return places
}

export function pathOf({ at, field, key }: FieldPlace): readonly string[] {
  return [...at.split('/'), field, ...(key === null ? [] : [key])]
}

/** False for what lies in something removed. */
export function isPresent(account: Account, at: string): boolean {
  const path = at.split('/')
  for (let length = 2; length <= path.length; length += 2) {
    if (valueAt(account, [...path.slice(0, length), 'deletedAt']) !== null) return false
  }
  return true
}

function addCollection(places: FieldPlace[], at: string, collection: Collection, plain: Plain): void {
  for (const [id, entity] of Object.entries(plain)) addEntity(places, `${at}/${id}`, collection.entity, entity as Plain)
}

function addEntity(places: FieldPlace[], at: string, spec: EntitySpec, plain: Plain): void {
  for (const field of Object.keys(spec.fields)) places.push({ at, field, key: null })
  for (const field of Object.keys(spec.maps ?? {})) {
    for (const key of Object.keys(plain[field] as Plain)) places.push({ at, field, key })
  }
  for (const [name, collection] of Object.entries(spec.collections ?? {})) addCollection(places, `${at}/${name}`, collection, plain[name] as Plain)
}
