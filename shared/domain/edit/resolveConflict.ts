import { err, ok, type Result } from '../../base/Result'
import type { Account } from '../account/Account'
import { locate } from '../schema/locate'
import type { Edit, GenericEdit } from './Edit'
import { toOperations, type Expansion, type Refusal } from './toOperations'
import { valueAt } from './valueAt'

export type ResolveConflict = Extract<Edit, { kind: 'resolveConflict' }>

/** What deciding between two values, or leaving a merge as it is, does to an account. Pure, as `toOperations`. */
export function resolveConflict(account: Account, edit: ResolveConflict, now: string): Result<Expansion, Refusal> {
  const { at, field, key, value } = edit
  if (field === 'deletedAt') return value === null ? toOperations(account, { kind: 'restore', at }, now) : settled(account, at, field)
  const place = locate(at)
  const known = place?.kind === 'entity' && key === undefined && Object.hasOwn(place.spec.fields, field) ? place.spec.fields[field] : undefined
  if (known?.kind === 'text' && known.collaborative) return settled(account, at, field)
  const set: GenericEdit = { kind: 'set', at, field, value, ...(key !== undefined && { key }) }
  return toOperations(account, set, now)
}

function settled(account: Account, at: string, field: string): Result<Expansion, Refusal> {
  const place = locate(at)
  if (place?.kind !== 'entity' || valueAt(account, place.path) === undefined) return err({ reason: 'notFound', message: `${at} is not in this account.` })
  return ok({ operations: [{ kind: 'settle', path: place.path, field }], undo: [] })
}
