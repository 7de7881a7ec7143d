import { accountSchema } from '../account/accountSchema'
import type { Collection, EntitySpec, Singleton } from './entities'

export type Location =
  | { readonly kind: 'entity'; readonly path: readonly string[]; readonly spec: EntitySpec; readonly isSingleton: boolean }
  | { readonly kind: 'collection'; readonly path: readonly string[]; readonly collection: Collection }

const root = accountSchema as { readonly [name: string]: Collection | Singleton }

/** What the schema says about `comparisons/<id>/options` or `…/options/<id>`; null where it knows no such place. */
export function locate(pathText: string): Location | null {
  const path = pathText.split('/')
  const [first, ...rest] = path
  const start = first === undefined || !Object.hasOwn(root, first) ? undefined : root[first]
  if (!start || path.some((part) => part === '')) return null
  if (start.kind === 'singleton') return rest.length === 0 ? { kind: 'entity', path, spec: start.entity, isSingleton: true } : null
  let collection: Collection = start
  for (let at = 0; ; at += 2) {
    if (rest[at] === undefined) return { kind: 'collection', path, collection }
    const name = rest[at + 1]
    if (name === undefined) return { kind: 'entity', path, spec: collection.entity, isSingleton: false }
    const inner: Collection | undefined = Object.hasOwn(collection.entity.collections ?? {}, name) ? collection.entity.collections?.[name] : undefined
    if (!inner) return null
    collection = inner
  }
}
