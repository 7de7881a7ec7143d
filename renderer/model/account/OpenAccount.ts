import { applyPatches, type Patch } from '#shared/base/jsonPatch'
import type { Account } from '#shared/domain/account/Account'
import { applyEdits } from '#shared/domain/edit/applyEdits'
import type { Edit } from '#shared/domain/edit/Edit'
import type { Collision, Opened } from '#shared/ipc/contract'

/** Something the member did that is not part of the confirmed snapshot yet. */
export interface PendingEdit {
  readonly editId: string
  readonly edits: readonly Edit[]
  /** The revision main answered with; null while it is on its way. */
  readonly revision: number | null
}

export interface OpenAccount {
  /** As main last told it. */
  readonly confirmed: Opened
  readonly pending: readonly PendingEdit[]
  /** What shows: the confirmed snapshot with the pending edits on top. */
  readonly account: Account
  readonly conflicts: readonly Collision[]
}

export function opened(confirmed: Opened, previous: OpenAccount | null, now: string): OpenAccount {
  return withPending({ confirmed, conflicts: previous?.conflicts ?? [], account: confirmed.snapshot, pending: [] }, previous?.pending ?? [], now)
}

/** Takes in an announced change; null where one before it was missed and the account must be read again. */
export function changed(open: OpenAccount, revision: number, patches: readonly Patch[], now: string): OpenAccount | null {
  if (revision <= open.confirmed.revision) return open
  if (revision > open.confirmed.revision + 1) return null
  const confirmed = { revision, snapshot: applyPatches(open.confirmed.snapshot, patches) }
  return withPending({ ...open, confirmed }, open.pending, now)
}

export function edited(open: OpenAccount, edit: PendingEdit, now: string): OpenAccount {
  return withPending(open, [...open.pending, edit], now)
}

/** Main has the edit on disk; it stays on top of the snapshot until its change is announced. */
export function answered(open: OpenAccount, editId: string, revision: number, now: string): OpenAccount {
  return withPending(
    open,
    open.pending.map((edit) => (edit.editId === editId ? { ...edit, revision } : edit)),
    now,
  )
}

export function refused(open: OpenAccount, editId: string, now: string): OpenAccount {
  return withPending(
    open,
    open.pending.filter((edit) => edit.editId !== editId),
    now,
  )
}

function withPending(open: OpenAccount, edits: readonly PendingEdit[], now: string): OpenAccount {
  const pending = edits.filter((edit) => edit.revision === null || edit.revision > open.confirmed.revision)
  const account = pending.reduce((account, edit) => {
    const applied = applyEdits(account, edit.edits, now)
    // What the team changed meanwhile may have made it impossible; main will say so.
    return applied.ok ? applied.value.account : account
  }, open.confirmed.snapshot)
  return { ...open, pending, account }
}
