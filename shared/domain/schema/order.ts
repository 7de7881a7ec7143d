import type { EntityBase } from './entities'

/** The entities of a collection that are not removed, in the order a member gave them. */
export function inOrder<E extends EntityBase>(entitiesById: { readonly [id: string]: E }): readonly E[] {
  return Object.values(entitiesById)
    .filter((entity) => entity.deletedAt === null)
    .sort(byOrder)
}

/** Order keys are compared as plain text, ties by id, so that every device sees the same order. */
export function byOrder(a: EntityBase, b: EntityBase): number {
  if (a.order !== b.order) return a.order < b.order ? -1 : 1
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}
