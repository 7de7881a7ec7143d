import { createStore } from 'zustand/vanilla'
import { byName, type AccountRow } from '#shared/domain/account/AccountRow'
import type { CommandAnswer, EventPayloads } from '#shared/ipc/contract'
import type { World } from './World'

export interface AccountsState {
  /** By name. Null until the first answer: an empty list and an unread one are different things. */
  readonly rows: readonly AccountRow[] | null
  readonly problem: string | null
  readonly received: (news: EventPayloads['account.rows']) => void
  readonly clear: () => void
  readonly load: () => Promise<void>
  /** The id of the new account, or null with `problem` set. */
  readonly create: (name: string) => Promise<string | null>
}

/** The list of accounts as main last announced it. */
export function createAccountsStore({ desktop }: Pick<World, 'desktop'>) {
  let rowsById = new Map<string, AccountRow>()
  /** Announced while the list is being read: newer than the page with that account, whenever that comes. */
  let announced = new Map<string, AccountRow | null>()
  let reading = 0

  return createStore<AccountsState>()((set, get) => {
    const show = (): void => set({ rows: [...rowsById.values()].sort(byName), problem: null })
    const put = (accountId: string, row: AccountRow | null): void => {
      if (row === null) rowsById.delete(accountId)
      else rowsById.set(accountId, row)
    }
    return {
      rows: null,
      problem: null,
      received: ({ changed, removed }) => {
        const news = [...changed.map((row) => [row.accountId, row] as const), ...removed.map((accountId) => [accountId, null] as const)]
        for (const [accountId, row] of news) {
          put(accountId, row)
          announced.set(accountId, row)
        }
        // What there is before the list was read is not the list.
        if (get().rows !== null) show()
      },
      clear: () => {
        reading += 1
        rowsById = new Map()
        announced = new Map()
        set({ rows: null, problem: null })
      },
      load: async () => {
        const turn = ++reading
        announced = new Map()
        const read: AccountRow[] = []
        for (let after: string | null = ''; after !== null; ) {
          const page: CommandAnswer<'account.list'> = await desktop.invoke('account.list', after === '' ? {} : { after })
          if (turn !== reading) return
          if (!page.ok) return set({ problem: page.error.message })
          read.push(...page.value.rows)
          after = page.value.next
        }
        rowsById = new Map(read.map((row) => [row.accountId, row]))
        for (const [accountId, row] of announced) put(accountId, row)
        show()
      },
      create: async (name) => {
        const created = await desktop.invoke('account.create', { name })
        set({ problem: created.ok ? null : created.error.message })
        return created.ok ? created.value.accountId : null
      },
    }
  })
}
