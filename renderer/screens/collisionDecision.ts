import type { Edit } from '#shared/domain/edit/Edit'
import type { Scalar } from '#shared/domain/schema/fields'
import type { Collision } from '#shared/ipc/contract'
import type { Model } from '../model/createModel'

/** Decides between what two did, as one step that can be undone. */
export function decideCollision({ account }: Model, accountId: string, { at, field, key }: Collision, value: Scalar): void {
  const edit: Edit = { kind: 'resolveConflict', at, field, ...(key !== null && { key }), value }
  account.getState().edit(accountId, [edit], { label: 'decided between two' })
}
