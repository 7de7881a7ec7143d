import { describe, expect, it, vi } from 'vitest'
import type { AccountRow } from '#shared/domain/account/AccountRow'
import { accountRow } from '#shared/domain/account/AccountRow'
import { readAccount } from '#shared/domain/schema/readAccount'
import type { CommandAnswer, DesktopBridge } from '#shared/ipc/contract'
import { seededIds } from '#shared/testing/seededIds'
import { createAccountsStore } from './createAccountsStore'

const row = (accountId: string, name: string): AccountRow => accountRow(accountId, readAccount({ profile: { name } }), 0, null)

/** A desktop that answers pages when told to. */
function slowPages(pages: readonly (readonly AccountRow[])[]) {
  const asked: (string | undefined)[] = []
  const answers: (() => void)[] = []
  const invoke = (_name: string, { after }: { readonly after?: string }): Promise<CommandAnswer<'account.list'>> => {
    const page = asked.length
    asked.push(after)
    const rows = pages[page] ?? []
    const next = page + 1 < pages.length ? (rows.at(-1)?.accountId ?? null) : null
    return new Promise((resolve) => answers.push(() => resolve({ ok: true, value: { rows, next } })))
  }
  const world = { desktop: { invoke } as unknown as DesktopBridge, ids: seededIds(3), say: () => undefined }
  return { world, asked, answer: () => answers.shift()?.() }
}

const names = (rows: readonly AccountRow[] | null): readonly string[] | null => rows?.map(({ name }) => name) ?? null
const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve))

describe('the list of accounts', () => {
  it('is read page by page, sorted by name, and not shown in part', async () => {
    const { world, asked, answer } = slowPages([[row('a', 'ostrand'), row('b', 'Adatum')], [row('c', 'Hollenbach')]])
    const store = createAccountsStore(world)
    const loading = store.getState().load()
    answer()
    await turn()
    expect(store.getState().rows).toBeNull()
    answer()
    await loading
    expect(asked).toEqual([undefined, 'b'])
    expect(names(store.getState().rows)).toEqual(['Adatum', 'Hollenbach', 'ostrand'])
  })

  it('keeps what was announced while it was being read, and takes only what changed afterwards', async () => {
    const { world, answer } = slowPages([[row('a', 'Adatum'), row('b', 'Gone')]])
    const store = createAccountsStore(world)
    const loading = store.getState().load()
    store.getState().received({ changed: [row('a', 'Adatum Works')], removed: ['b'] })
    answer()
    await loading
    expect(names(store.getState().rows)).toEqual(['Adatum Works'])
    store.getState().received({ changed: [row('c', 'Proseware')], removed: [] })
    await vi.waitFor(() => expect(names(store.getState().rows)).toEqual(['Adatum Works', 'Proseware']))
  })

  it('shows nothing of a workspace that was left while its list was being read', async () => {
    const { world, answer } = slowPages([[row('a', 'Adatum')]])
    const store = createAccountsStore(world)
    const loading = store.getState().load()
    store.getState().clear()
    answer()
    await loading
    expect(store.getState().rows).toBeNull()
  })

  it('is shown anew only so often while hundreds are announced one by one, and completely in the end', async () => {
    const { world, answer } = slowPages([Array.from({ length: 300 }, (_, number) => row(`known${number}`, `Known ${number}`))])
    const store = createAccountsStore(world)
    const loading = store.getState().load()
    answer()
    await loading
    let shown = 0
    store.subscribe(() => void (shown += 1))
    for (let number = 0; number < 500; number++) store.getState().received({ changed: [row(`new${number}`, `New ${number}`)], removed: [] })
    await vi.waitFor(() => expect(store.getState().rows).toHaveLength(800))
    expect(shown).toBe(1)
  })

  it('keeps what was taken off it apart', async () => {
    const taken = accountRow('b', readAccount({ profile: { name: 'Taken off', removedAt: '2026-11-21T14:02:00.000Z' } }), 0, null)
    const { world, answer } = slowPages([[row('a', 'Adatum'), taken]])
    const store = createAccountsStore(world)
    const loading = store.getState().load()
    answer()
    await loading
    expect([names(store.getState().rows), names(store.getState().offList)]).toEqual([['Adatum'], ['Taken off']])
  })
})
