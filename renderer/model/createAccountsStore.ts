import { createStore } from 'zustand/vanilla'
import type { AccountRow } from '#shared/domain/account/AccountRow'
import type { World } from './World'

export interface AccountsState {
  /** Null until the first answer: an empty list and an unread one are different things. */
  readonly rows: readonly AccountRow[] | null
  readonly problem: string | null
  readonly received: (rows: readonly AccountRow[]) => void
  readonly clear: () => void
  readonly load: () => Promise<void>
  /** The id of the new account, or null with `problem` set. */
  readonly create: (name: string) => Promise<string | null>
}

/** The list of accounts as main last announced it. */
export function createAccountsStore({ desktop }: Pick<World, 'desktop'>) {
  return createStore<AccountsState>()((set, get) => ({
    rows: null,
    problem: null,
    received: (rows) => set({ rows, problem: null }),
    clear: () => set({ rows: null, problem: null }),
    load: async () => {
      const before = get().rows
      const rows = await desktop.invoke('account.list', {})
      // What was announced while the answer was on its way is newer.
      if (get().rows === before) set(rows.ok ? { rows: rows.value, problem: null } : { problem: rows.error.message })
    },
    create: async (name) => {
      const created = await desktop.invoke('account.create', { name })
      set({ problem: created.ok ? null : created.error.message })
      return created.ok ? created.value.accountId : null
    },
  }))
}
