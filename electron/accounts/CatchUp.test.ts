import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test, vi } from 'vitest'
import type { Edit } from '#shared/domain/edit/Edit'
import type { DocumentClient } from '../documents/DocumentClient'
import { InProcessDocumentClient } from '../documents/InProcessDocumentClient'
import { Laptop } from './testing/Laptop'

const laptops: Laptop[] = []

function newLaptop(name: string): Laptop {
  const laptop = new Laptop(name)
  laptops.push(laptop)
  return laptop
}

afterEach(async () => {
  for (const laptop of laptops.splice(0)) await laptop.remove()
})

const industry = (value: string): Edit => ({ kind: 'set', at: 'profile', field: 'industry', value })

/** Documents that open one at a time when told to. */
function heldDocuments(): { readonly client: () => DocumentClient; readonly open: () => void; readonly opened: string[] } {
  let open = (): void => undefined
  const gate = new Promise<void>((resolve) => (open = resolve))
  const opened: string[] = []
  return {
    opened,
    open: () => open(),
    client: () => {
      const client = new InProcessDocumentClient()
      const openNow = client.open.bind(client)
      client.open = async (accountId, changes) => {
        await gate
        opened.push(accountId)
        return openNow(accountId, changes)
      }
      return client
    },
  }
}

/** Stores what the other laptop has, without waiting until it is merged. */
async function store(from: Laptop, to: Laptop): Promise<void> {
  await from.vault.seal()
  for (const pack of from.vault.ownPacks()) {
    const bytes = await from.vault.readPack(pack.deviceId, pack.seq)
    if (!bytes.ok) throw new Error('No pack')
    await to.vault.receive(bytes.value)
  }
}

describe('accounts that arrive', () => {
  test('stand in the list as their packs say, before one document has been read', async () => {
    const kim = await newLaptop('Kim').start()
    const ids = [await kim.create('Hollenbach'), await kim.create('Ostrand')]
    const documents = heldDocuments()
    const lee = newLaptop('Lee')
    lee.startDocuments = documents.client
    await lee.start()
    await store(kim, lee)
    expect(lee.accounts.rows()).toMatchObject([{ name: 'Hollenbach' }, { name: 'Ostrand' }])
    expect(documents.opened).toEqual([])
    expect(lee.accounts.progress()).toEqual({ upToDate: 0, total: 2 })
    documents.open()
    await lee.accounts.settled()
    expect([...documents.opened].sort()).toEqual([...ids].sort())
    expect(lee.accounts.progress()).toEqual({ upToDate: 2, total: 2 })
    expect(lee.accounts.rows()).toEqual(kim.accounts.rows())
  })

  test('and are left to the next start are taken up there, though everything else is trusted', async () => {
    const kim = await newLaptop('Kim').start()
    const lee = await newLaptop('Lee').start()
    const known = await kim.create('Known')
    await lee.receiveFrom(kim)
    await kim.edit(known, industry('Food'))
    const documents = heldDocuments()
    await lee.stop()
    lee.startDocuments = documents.client
    await lee.start()
    await store(kim, lee)
    const stopping = lee.stop()
    documents.open()
    await stopping
    lee.startDocuments = () => new InProcessDocumentClient()
    await lee.start()
    await lee.accounts.settled()
    expect(lee.accounts.rows()).toEqual(kim.accounts.rows())
    expect(await lee.accounts.verify()).toMatchObject({ problems: [] })
  })

  test('are not passed on as rows of one’s own, and an older row replaces none', async () => {
    const [kim, lee] = [await newLaptop('Kim').start(), await newLaptop('Lee').start()]
    const accountId = await kim.create('Hollenbach')
    await kim.vault.seal()
    kim.clock.set('2026-11-21T09:01:00.000Z')
    await kim.edit(accountId, { kind: 'set', at: 'profile', field: 'name', value: 'Hollenbach Feinkost' })
    await lee.receiveFrom(kim)
    const [row] = lee.accounts.rows()
    if (!row) throw new Error('No row')
    await lee.restart()
    const older = new TextEncoder().encode(JSON.stringify({ ...row, name: 'Hollenbach', changedAt: '2020-01-01T00:00:00.000Z' }))
    lee.accounts.takeRowHints([
      { accountId, bytes: older },
      { accountId: lee.ids.next(), bytes: older },
      { accountId, bytes: new Uint8Array([1, 2]) },
    ])
    expect(lee.accounts.rows()).toEqual([row])
  })

  test('wait while somebody edits', async () => {
    const kim = await newLaptop('Kim').start()
    for (let number = 0; number < 5; number++) await kim.create(`Account ${number}`)
    const lee = newLaptop('Lee')
    const order: string[] = []
    lee.startDocuments = () => {
      const client = new InProcessDocumentClient()
      const openNow = client.open.bind(client)
      client.open = (accountId, changes) => {
        order.push(`open ${accountId}`)
        return openNow(accountId, changes)
      }
      return client
    }
    await lee.start()
    const own = await lee.create('Own')
    const arriving = store(kim, lee)
    const edits = Promise.all(Array.from({ length: 20 }, async (_, number) => {
      await lee.edit(own, industry(`${number}`))
      order.push('edit')
    }))
    await Promise.all([arriving, edits])
    await lee.accounts.settled()
    const afterLastEdit = order.slice(order.lastIndexOf('edit'))
    expect(afterLastEdit.filter((step) => step.startsWith('open')).length).toBeGreaterThanOrEqual(3)
  })
})

describe('a base', () => {
  test('stands for all changes that are in it, for reading, editing, files and for verify', async () => {
    const kim = await newLaptop('Kim').start()
    const accountId = await kim.create('Hollenbach')
    for (const value of ['Food', 'Retail']) await kim.edit(accountId, industry(value))
    const base = await kim.accounts.baseDocuments().save(accountId)
    if (base.kind !== 'saved') throw new Error(base.kind)
    const lee = await newLaptop('Lee').start()
    const stored = await lee.vault.append([{ kind: 'base', accountId, bytes: base.bytes }])
    expect(stored.ok).toBe(true)
    await lee.restart()
    await lee.accounts.settled()
    expect(lee.accounts.rows()).toMatchObject([{ name: 'Hollenbach', industry: 'Retail' }])
    await lee.edit(accountId, industry('Wholesale'))
    await lee.receiveFrom(kim)
    await kim.receiveFrom(lee)
    expect(await lee.read(accountId)).toEqual(await kim.read(accountId))
    expect((await kim.read(accountId)).profile.industry).toBe('Wholesale')
    for (const laptop of [kim, lee]) {
      await laptop.restart()
      expect(await laptop.accounts.verify()).toMatchObject({ accounts: 1, problems: [] })
    }
    const raw = await lee.accounts.exportRaw(accountId)
    expect(raw.ok).toBe(true)
  })

  test('is refused to compaction while something of the account is missing or cannot be read', async () => {
    const kim = await newLaptop('Kim').start()
    const accountId = await kim.create('Hollenbach')
    await kim.edit(accountId, industry('Food'))
    const records = await kim.vault.readAccount(accountId)
    const lee = await newLaptop('Lee').start()
    const last = records.ok ? records.value.at(-1) : undefined
    if (!last) throw new Error('No record')
    await lee.vault.append([last])
    await lee.restart()
    expect(await lee.accounts.baseDocuments().save(accountId)).toEqual({ kind: 'waiting' })
    await kim.vault.append([{ kind: 'change', accountId, bytes: new Uint8Array([1, 2, 3]) }])
    expect(await kim.accounts.baseDocuments().save(accountId)).toEqual({ kind: 'unreadable' })
    expect(await kim.accounts.baseDocuments().hashesOfChanges([last.bytes, new Uint8Array([1])])).toBeNull()
  })
})

test('after the index is lost the list is there from the packs while documents are read again, and ends equal', async () => {
  const [kim, lee] = [await newLaptop('Kim').start(), newLaptop('Lee')]
  for (const name of ['Hollenbach', 'Ostrand', 'Proseware']) await kim.create(name)
  await lee.start()
  await lee.receiveFrom(kim)
  const before = lee.accounts.rows()
  await lee.stop()
  rmSync(join(lee.folder, 'vault', 'db'), { recursive: true })
  const documents = heldDocuments()
  lee.startDocuments = documents.client
  await lee.start()
  await vi.waitFor(() => expect(lee.accounts.rows().map(({ name }) => name)).toEqual(['Hollenbach', 'Ostrand', 'Proseware']))
  expect(documents.opened).toEqual([])
  documents.open()
  await lee.accounts.settled()
  expect(lee.accounts.rows()).toEqual(before)
  expect(lee.events.filter((event) => event.kind === 'progress').length).toBeGreaterThan(2)
})
