import { createStore } from 'zustand/vanilla'
import { byName, type AccountRow } from '#shared/domain/account/AccountRow'
import type { Edit } from '#shared/domain/edit/Edit'
import type { CommandAnswer, EventPayloads } from '#shared/ipc/contract'
import type { MessagesState } from './createMessagesStore'
import type { World } from './World'

export interface AccountsState {
  /** By name, without those off the list. Null until the first answer: an empty list and an unread one are different things. */
  readonly rows: readonly AccountRow[] | null
  /** Taken off the list; for bringing them back alone. */
  readonly offList: readonly AccountRow[]
  readonly problem: string | null
  readonly received: (news: EventPayloads['account.rows']) => void
  readonly clear: () => void
  readonly load: () => Promise<void>
  /** The id of the new account, or null with `problem` set. */
  readonly create: (name: string) => Promise<string | null>
  /** Changes an account that need not be open. What takes it back again, or null where it was refused, which was said then. */
  readonly change: (accountId: string, edits: readonly Edit[]) => Promise<readonly Edit[] | null>
}

interface Needs extends Pick<World, 'desktop' | 'ids'> {
  readonly say: MessagesState['say']
}

/** The list of accounts as main last announced it. */
export function createAccountsStore({ desktop, ids, say }: Needs) {
  let rowsById = new Map<string, AccountRow>()
  /** Announced while the list is being read: newer than the page with that account, whenever that comes. */
  let announced = new Map<string, AccountRow | null>()
  let reading = 0
  let isShowAsked = false

  return createStore<AccountsState>()((set, get) => {
    const show = (): void => {
      const sorted = [...rowsById.values()].sort(byName)
      set({ rows: sorted.filter((row) => !row.isRemoved), offList: sorted.filter((row) => row.isRemoved), problem: null })
    }
    const put = (accountId: string, row: AccountRow | null): void => {
      if (row === null) rowsById.delete(accountId)
      else rowsById.set(accountId, row)
    }
    /** A list that is taken in is announced account by account, much faster than anybody can read. */
    const showSoon = (): void => {
      if (isShowAsked) return
      isShowAsked = true
      setTimeout(() => {
        isShowAsked = false
        if (get().rows !== null) show()
      }, manyRowsPauseMs)
    }
    return {
      rows: null,
      offList: [],
      problem: null,
      received: ({ changed, removed }) => {
        const news = [...changed.map((row) => [row.accountId, row] as const), ...removed.map((accountId) => [accountId, null] as const)]
        for (const [accountId, row] of news) {
          put(accountId, row)
          announced.set(accountId, row)
        }
        // What there is before the list was read is not the list.
        if (get().rows === null) return
        if (rowsById.size < manyRows) show()
        else showSoon()
      },
      clear: () => {
        reading += 1
        rowsById = new Map()
        announced = new Map()
        set({ rows: null, offList: [], problem: null })
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
      change: async (accountId, edits) => {
        const answer = await desktop.invoke('account.edit', { accountId, editId: ids.next(), edits: [...edits] })
        if (answer.ok) return answer.value.undo
        say(answer.error.message, { tone: 'problem' })
        return null
      },
    }
  })
}

/** From here on a list is shown anew only so often. */
const manyRows = 300
const manyRowsPauseMs = 100
