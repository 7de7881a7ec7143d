import { placeKey, type AccountFact, type FieldPlace } from '#shared/domain/history/AccountFact'
import { locate } from '#shared/domain/schema/locate'
import type { Scalar } from '#shared/domain/schema/fields'
import { readChangeMessage } from './changeMessage'
import type { ChangeOperation, ChangeReader } from './ChangeReader'
import type { ChangeMeta } from './Written'

/** A place that an operation is about: an entity, or a leaf of one. */
type Target = { readonly kind: 'entity'; readonly at: string } | ({ readonly kind: 'leaf'; readonly isLongText: boolean } & FieldPlace)

/** What one change did to the account, in the order in which it was done. What a new entity was made with is part of its making. */
export function changeFacts(reader: ChangeReader, meta: ChangeMeta): readonly AccountFact[] {
  const facts = new Map<string, AccountFact>()
  const made: string[] = []
  const targetOf = rememberTargets(reader)
  for (const operation of reader.operations(meta.hash)) {
    const target = targetOf(operation)
    if (target === null || made.some((at) => isInside(target.at, at))) continue
    if (target.kind === 'entity') {
      made.push(target.at)
      facts.set(target.at, { kind: 'added', at: target.at })
    } else addLeaf(facts, reader, meta, operation, target)
  }
  const reviewed = (readChangeMessage(meta.message)?.settled ?? []).map((place): AccountFact => ({ kind: 'reviewed', ...place }))
  return [...facts.values(), ...reviewed]
}

/** The places a change wrote to, also inside what it made; cheaper than its facts. */
export function touchedPlaces(reader: ChangeReader, meta: ChangeMeta): readonly FieldPlace[] {
  const targetOf = rememberTargets(reader)
  const targets = new Set<Target>()
  for (const operation of reader.operations(meta.hash)) {
    const target = targetOf(operation)
    if (target?.kind === 'leaf') targets.add(target)
  }
  const places = [...targets].flatMap((target) => (target.kind === 'leaf' ? [{ at: target.at, field: target.field, key: target.key }] : []))
  return [...places, ...(readChangeMessage(meta.message)?.settled ?? [])]
}

function addLeaf(facts: Map<string, AccountFact>, reader: ChangeReader, meta: ChangeMeta, operation: ChangeOperation, target: Extract<Target, { kind: 'leaf' }>): void {
  const { at, field, key, isLongText } = target
  const after = scalarOf(operation.value)
  const isOfEntity = key === null && (field === 'deletedAt' || field === 'order')
  if (isOfEntity) {
    const kind = field === 'order' ? 'moved' : after === null ? 'restored' : 'removed'
    facts.set(`${at} ${field}`, { kind, at })
    return
  }
  if (isLongText) {
    const known = facts.get(placeKey({ kind: 'wrote', at, field, key, inserted: '', removed: 0 }))
    const before = known?.kind === 'wrote' ? known : { inserted: '', removed: 0 }
    const isGone = operation.action === 'del'
    const fact: AccountFact = { kind: 'wrote', at, field, key, inserted: before.inserted + (isGone ? '' : String(after ?? '')), removed: before.removed + (isGone ? 1 : 0) }
    facts.set(placeKey(fact), fact)
    return
  }
  const name = key ?? field
  const fact: AccountFact = { kind: 'set', at, field, key, before: reader.valueBefore(operation.obj, name, meta.deps), after }
  facts.set(placeKey(fact), fact)
}

/** Long text is an operation a letter: each place is looked up once. */
function rememberTargets(reader: ChangeReader): (operation: ChangeOperation) => Target | null {
  const known = new Map<string, Target | null>()
  return (operation) => {
    const name = `${operation.obj} ${operation.key ?? ''} ${operation.key === undefined ? '' : operation.action}`
    const target = known.get(name) ?? targetOf(reader, operation)
    known.set(name, target)
    return target
  }
}

/** null for what the schema does not know, and for containers, which are nothing by themselves. */
function targetOf(reader: ChangeReader, { action, obj, key }: ChangeOperation): Target | null {
  const path = reader.pathOf(obj)
  if (path === null) return null
  if (key === undefined) return leafAt(path, true)
  if (action === 'set') return leafAt([...path, key], false)
  const place = action === 'makeMap' ? locate([...path, key].join('/')) : null
  return place?.kind === 'entity' && !place.isSingleton ? { kind: 'entity', at: place.path.join('/') } : null
}

function leafAt(path: readonly string[], isLongText: boolean): Target | null {
  const [owner, last = ''] = [path.slice(0, -1).join('/'), path.at(-1)]
  const entity = locate(owner)
  if (entity?.kind === 'entity') {
    const isKnown = Object.hasOwn(entity.spec.fields, last) || (!entity.isSingleton && (last === 'deletedAt' || last === 'order'))
    return isKnown ? { kind: 'leaf', at: owner, field: last, key: null, isLongText } : null
  }
  const map = path.at(-2) ?? ''
  const at = path.slice(0, -2).join('/')
  const holder = locate(at)
  const isMap = holder?.kind === 'entity' && Object.hasOwn(holder.spec.maps ?? {}, map)
  return isMap && !isLongText ? { kind: 'leaf', at, field: map, key: last, isLongText } : null
}

function isInside(at: string, owner: string): boolean {
  return at === owner || at.startsWith(`${owner}/`)
}

function scalarOf(value: unknown): Scalar {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null
}
