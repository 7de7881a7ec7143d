import type { Account } from '#shared/domain/account/Account'
import { orderChanges } from '#shared/domain/history/orderChanges'
import type { FieldPlace } from '#shared/domain/history/AccountFact'
import { locate } from '#shared/domain/schema/locate'
import { valueAt } from '#shared/domain/edit/valueAt'
import { isPresent } from './fieldPlaces'
import { authorOf, type ChangeMeta } from './Written'

/** What two members did to one thing without knowing of each other, and what the document's library does not tell. */
export interface UntoldCollision extends FieldPlace {
  readonly kind: 'removedWhileEdited' | 'mergedText'
  /** The newest change of each member there; for a removal that one first. */
  readonly changes: readonly ChangeMeta[]
}

/** Changes of one place that nobody has built on with something at the same place. */
type Frontier = readonly ChangeMeta[]

interface Things {
  readonly removals: Frontier
  readonly edits: Frontier
}

const nothing: Things = { removals: [], edits: [] }

/**
 * Finds long texts into which two members wrote at the same time (both are in the text; somebody should read it), and
 * things that one removed while another went on with them. Whoever writes on with both in front of them has seen it, as
 * whoever decides has. Asks what was touched only of changes since the first time that work went apart.
 */
export function findCollisions(metas: readonly ChangeMeta[], touched: (meta: ChangeMeta) => readonly FieldPlace[], account: Account): readonly UntoldCollision[] {
  const ordered = orderChanges(metas).filter((meta) => meta.author !== null)
  const apart = changesApart(ordered)
  if (apart.length === 0 || new Set(ordered.map(({ author }) => author)).size < 2) return []
  const before = new Ancestry(apart)
  const texts = new Map<string, { readonly place: FieldPlace; readonly frontier: Frontier }>()
  const things = new Map<string, Things>()
  for (const meta of apart) {
    for (const place of touched(meta)) {
      const key = `${place.at}/${place.field}`
      if (isLongText(place)) texts.set(key, { place, frontier: withChange(before, texts.get(key)?.frontier ?? [], meta) })
      // A place in a list is no content.
      if (place.field !== 'order') for (const at of thingsAbove(place.at)) things.set(at, withTouch(before, things.get(at) ?? nothing, meta, at === place.at && place.field === 'deletedAt'))
    }
  }
  return [...textCollisions(account, texts.values()), ...removalCollisions(account, before, things)]
}

/** The changes that may know nothing of each other: all since the first time that work went apart. */
function changesApart(ordered: readonly ChangeMeta[]): readonly ChangeMeta[] {
  const places = new Map(ordered.map(({ hash }, index) => [hash, index]))
  let start = ordered.length
  for (const [index, { deps }] of ordered.entries()) {
    const built = deps.flatMap((dep) => places.get(dep) ?? [])
    const oldest = built.length === 0 ? -1 : Math.min(...built)
    if (oldest !== index - 1) start = Math.min(start, oldest + 1)
  }
  return ordered.slice(start)
}

function withTouch(before: Ancestry, { removals, edits }: Things, meta: ChangeMeta, isRemoval: boolean): Things {
  return isRemoval ? { removals: withChange(before, removals, meta), edits } : { removals, edits: withChange(before, edits, meta) }
}

function* textCollisions(account: Account, texts: Iterable<{ readonly place: FieldPlace; readonly frontier: Frontier }>): Iterable<UntoldCollision> {
  for (const { place, frontier } of texts) {
    if (authorsOf(frontier) > 1 && isPresent(account, place.at)) yield { ...place, kind: 'mergedText', changes: frontier }
  }
}

function* removalCollisions(account: Account, before: Ancestry, things: ReadonlyMap<string, Things>): Iterable<UntoldCollision> {
  for (const [at, { removals, edits }] of things) {
    const isGone = valueAt(account, [...at.split('/'), 'deletedAt']) !== null && isPresent(account, at.split('/').slice(0, -2).join('/'))
    const [removal] = removals
    if (!isGone || !removal) continue
    const unseen = edits.filter((edit) => removals.every((gone) => !before.has(gone, edit) && gone.hash !== edit.hash && gone.author !== edit.author))
    if (unseen.length > 0) yield { at, field: 'deletedAt', key: null, kind: 'removedWhileEdited', changes: [removal, ...unseen] }
  }
}

function withChange(before: Ancestry, frontier: Frontier, meta: ChangeMeta): Frontier {
  if (frontier.at(-1)?.hash === meta.hash) return frontier
  return [...frontier.filter((earlier) => !before.has(meta, earlier)), meta]
}

function authorsOf(frontier: Frontier): number {
  return new Set(frontier.map((meta) => meta.author ?? authorOf(meta))).size
}

function isLongText({ at, field, key }: FieldPlace): boolean {
  const place = key === null ? locate(at) : null
  const spec = place?.kind === 'entity' && Object.hasOwn(place.spec.fields, field) ? place.spec.fields[field] : undefined
  return spec?.kind === 'text' && spec.collaborative
}

/** The entities that a path lies in, itself included: whoever edits an option goes on with its comparison. */
function thingsAbove(at: string): readonly string[] {
  const path = at.split('/')
  return path.flatMap((_, index) => (index % 2 === 1 ? [path.slice(0, index + 1).join('/')] : []))
}

/** Which change knew which: the newest change of every other actor that was there when it was made. */
class Ancestry {
  /** Changes of one actor in a row know the same others and share what they know. */
  readonly #others = new Map<string, ReadonlyMap<string, number>>()

  constructor(ordered: readonly ChangeMeta[]) {
    const metas = new Map<string, ChangeMeta>()
    for (const meta of ordered) {
      const built = meta.deps.flatMap((dep) => metas.get(dep) ?? [])
      const [only, ...more] = built
      const isNextOfActor = only !== undefined && more.length === 0 && only.actor === meta.actor
      this.#others.set(meta.hash, isNextOfActor ? (this.#others.get(only.hash) ?? new Map<string, number>()) : this.#join(built))
      metas.set(meta.hash, meta)
    }
  }

  /** True where `later` was built on `earlier`, or is it. */
  has(later: ChangeMeta, earlier: ChangeMeta): boolean {
    if (later.actor === earlier.actor) return later.maxOp >= earlier.maxOp
    return (this.#others.get(later.hash)?.get(earlier.actor) ?? -1) >= earlier.maxOp
  }

  #join(built: readonly ChangeMeta[]): ReadonlyMap<string, number> {
    const known = new Map<string, number>()
    const add = (actor: string, at: number): void => void known.set(actor, Math.max(known.get(actor) ?? -1, at))
    for (const meta of built) {
      for (const [actor, at] of this.#others.get(meta.hash) ?? []) add(actor, at)
      add(meta.actor, meta.maxOp)
    }
    return known
  }
}
