import { accountSchema } from '#shared/domain/account/accountSchema'
import type { Collection, EntitySpec, Singleton } from '#shared/domain/schema/entities'

/** A kind of entity and where it lies: `comparisons/<id>/options/<id>` has the path ['comparisons', null, 'options', null]. */
export interface EntityPlace {
  readonly path: readonly (string | null)[]
  readonly spec: EntitySpec
  readonly isSingleton: boolean
}

export const rootSpecs: { readonly [name: string]: Collection | Singleton } = accountSchema

/** Every kind of entity that an account can hold, containers for later features left out. */
export function entityPlaces(): readonly EntityPlace[] {
  return Object.entries(rootSpecs).flatMap(([name, spec]) =>
    spec.kind === 'singleton' ? [{ path: [name], spec: spec.entity, isSingleton: true }] : placesIn(spec, [name]),
  )
}

function placesIn(collection: Collection, path: readonly (string | null)[]): readonly EntityPlace[] {
  if (!collection.open) return []
  const here = [...path, null]
  const inner = Object.entries(collection.entity.collections ?? {}).flatMap(([name, spec]) => placesIn(spec, [...here, name]))
  return [{ path: here, spec: collection.entity, isSingleton: false }, ...inner]
}
