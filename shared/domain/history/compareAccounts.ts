import type { Account } from '../account/Account'
import { accountSchema } from '../account/accountSchema'
import type { Collection, EntitySpec, Singleton } from '../schema/entities'
import type { Field, Scalar } from '../schema/fields'
import type { AccountFact } from './AccountFact'

type Plain = { readonly [key: string]: unknown }

const root = accountSchema as { readonly [name: string]: Collection | Singleton }

/** What became different from one state of an account to another, in the order of the schema. Of something new only that it is there. */
export function compareAccounts(before: Account, after: Account): readonly AccountFact[] {
  const facts: AccountFact[] = []
  for (const [name, spec] of Object.entries(root)) {
    const [old, now] = [before, after].map((account) => (account as unknown as Plain)[name] as Plain)
    if (!old || !now || old === now) continue
    if (spec.kind === 'singleton') compareEntities(facts, name, spec.entity, old, now)
    else compareCollections(facts, name, spec, old, now)
  }
  return facts
}

function compareCollections(facts: AccountFact[], path: string, collection: Collection, before: Plain, after: Plain): void {
  for (const [id, now] of Object.entries(after)) {
    const at = `${path}/${id}`
    const [old, entity] = [before[id] as Plain | undefined, now as Plain]
    if (old === entity) continue
    if (old === undefined) {
      if (entity['deletedAt'] === null) facts.push({ kind: 'added', at })
      continue
    }
    const wasThere = old['deletedAt'] === null
    const isThere = entity['deletedAt'] === null
    if (wasThere !== isThere) facts.push({ kind: isThere ? 'restored' : 'removed', at })
    if (!isThere) continue
    if (old['order'] !== entity['order']) facts.push({ kind: 'moved', at })
    compareEntities(facts, at, collection.entity, old, entity)
  }
}

function compareEntities(facts: AccountFact[], at: string, spec: EntitySpec, before: Plain, after: Plain): void {
  for (const [field, { kind, ...rest }] of Object.entries(spec.fields)) {
    const [old, now] = [before[field] as Scalar, after[field] as Scalar]
    if (old === now) continue
    const isLongText = kind === 'text' && 'collaborative' in rest && rest.collaborative
    facts.push(isLongText ? { kind: 'wrote', at, field, key: null, ...difference(String(old), String(now)) } : { kind: 'set', at, field, key: null, before: old, after: now })
  }
  for (const [field, map] of Object.entries(spec.maps ?? {})) compareMaps(facts, at, field, map.value, before[field] as Plain, after[field] as Plain)
  for (const [name, collection] of Object.entries(spec.collections ?? {})) {
    compareCollections(facts, `${at}/${name}`, collection, before[name] as Plain, after[name] as Plain)
  }
}

function compareMaps(facts: AccountFact[], at: string, field: string, value: Field, before: Plain, after: Plain): void {
  for (const key of Object.keys(after)) {
    const [old, now] = [(before[key] as Scalar | undefined) ?? value.fallback, after[key] as Scalar]
    if (old !== now) facts.push({ kind: 'set', at, field, key, before: old, after: now })
  }
}

/** What was put in and how much went, leaving out what is the same at both ends. */
function difference(before: string, after: string): { readonly inserted: string; readonly removed: number } {
  let start = 0
  while (start < before.length && start < after.length && before[start] === after[start]) start += 1
  let end = 0
  while (end < before.length - start && end < after.length - start && before.at(-1 - end) === after.at(-1 - end)) end += 1
  return { inserted: after.slice(start, after.length - end), removed: before.length - start - end }
}
