import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { accountRow } from '#shared/domain/account/AccountRow'
import { readAccount } from '#shared/domain/schema/readAccount'
import { FakeDesktop } from '../testing/fakeDesktop'
import { seededIds } from '../testing/seededIds'
import { createAccountsStore } from './createAccountsStore'

describe('the list of accounts', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  const row = (number: number, removedAt: string | null = null) => accountRow(`id${number}`, readAccount({ profile: { name: `Account ${number}`, removedAt } }), 0, null)

  it('is shown anew only so often while hundreds are announced one by one, and completely in the end', async () => {
    const ids = seededIds()
    const desktop = new FakeDesktop({ newId: () => ids.next() })
    for (let number = 0; number < 300; number++) desktop.keep(ids.next(), readAccount({ profile: { name: `Known ${number}` } }))
    const store = createAccountsStore({ desktop, ids, say: () => undefined })
    await store.getState().load()
    let shown = 0
    store.subscribe(() => void (shown += 1))
    for (let number = 0; number < 500; number++) store.getState().received({ changed: [row(number)], removed: [] })
    vi.runAllTimers()
    expect([shown, store.getState().rows?.length]).toEqual([1, 800])
  })

  it('keeps what was taken off it apart', async () => {
    const store = createAccountsStore({ desktop: new FakeDesktop(), ids: seededIds(), say: () => undefined })
    await store.getState().load()
    store.getState().received({ changed: [row(1), row(2, '2026-11-21T14:02:00.000Z')], removed: [] })
    expect([store.getState().rows, store.getState().offList].map((rows) => rows?.map(({ name }) => name))).toEqual([['Account 1'], ['Account 2']])
  })
})
