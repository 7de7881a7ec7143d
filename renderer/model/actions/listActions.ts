import type { AccountRow } from '#shared/domain/account/AccountRow'
import type { Edit } from '#shared/domain/edit/Edit'
import type { Model } from '../createModel'
import { setEdits } from './entityActions'

/** What the list can change of an account itself. */
export type AccountFields = Pick<AccountRow, 'name' | 'industry' | 'domain' | 'owner'>

/** What can be done to an account from the list, without opening it. Each says so and offers one step back. */
export function listActions({ accounts, messages, clock }: Pick<Model, 'accounts' | 'messages' | 'clock'>) {
  const change = async ({ accountId }: AccountRow, edits: readonly Edit[], said: string): Promise<void> => {
    const undo = await accounts.getState().change(accountId, edits)
    if (undo === null) return
    messages.getState().say(said, { action: { label: 'Undo', run: () => void accounts.getState().change(accountId, undo) } })
  }
  const profile = (fields: Parameters<typeof setEdits>[1]): readonly Edit[] => setEdits('profile', fields)
  return {
    /** `fields`: only what was changed. */
    edit: async (row: AccountRow, fields: Partial<AccountFields>): Promise<void> => {
      if (Object.keys(fields).length > 0) await change(row, profile(fields), `Changed ${nameOf(row)}`)
    },
    park: (row: AccountRow, reason: string) => change(row, profile({ status: 'parked', parkedReason: reason }), `Parked ${nameOf(row)}`),
    unpark: (row: AccountRow) => change(row, profile({ status: 'focus', parkedReason: '' }), `Took up ${nameOf(row)} again`),
    takeOff: (row: AccountRow) => change(row, profile({ removedAt: clock.now() }), `Took ${nameOf(row)} off the list`),
    bringBack: (row: AccountRow) => change(row, profile({ removedAt: null }), `Brought ${nameOf(row)} back`),
  }
}

export type ListActions = ReturnType<typeof listActions>

function nameOf({ name }: AccountRow): string {
  return name.trim() || 'the account without a name'
}
