import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { EventName, EventPayloads } from '#shared/ipc/contract'
import { InProcessDocumentClient } from '../documents/InProcessDocumentClient'
import { edit, makePlace, newId, TestLaptop, valueOf } from '../workspace/testing/TestLaptop'
import { CurrentWorkspace } from './CurrentWorkspace'
import type { Publish } from './publishEvents'

let place: Awaited<ReturnType<typeof makePlace>>
let laptop: TestLaptop
let current: CurrentWorkspace
let published: { readonly [Name in EventName]: EventPayloads[Name][] }

beforeEach(async () => {
  place = await makePlace()
  laptop = await TestLaptop.start(place.folder, 'Kim')
  current = createCurrent()
})
afterEach(async () => {
  await current.stop()
  await place.remove()
})

function createCurrent(): CurrentWorkspace {
  const events = { 'account.changed': [], 'account.conflicted': [], 'account.rows': [], 'account.progress': [], 'file.opened': [], 'files.problem': [], 'workspace.changed': [], 'settings.changed': [], 'sync.status': [], 'day.changed': [], 'intake.progress': [], 'menu.chosen': [] }
  published = events
  const publish: Publish = (name, payload) => void (events[name] as unknown[]).push(payload)
  return new CurrentWorkspace({ workspaces: laptop.workspaces, createDocuments: () => new InProcessDocumentClient(), publish, log: laptop.world.log })
}

const createdAccount = async (name: string): Promise<string> => valueOf(await current.withAccounts((accounts) => accounts.create(name))).accountId

describe('CurrentWorkspace', () => {
  it('starts with nothing on a new laptop, and with what was open last on another day', async () => {
    current.start({ opensSample: false })
    expect(await current.started()).toEqual({ workspace: null, problem: null })
    const { workspaceId } = valueOf(await current.create({ name: 'Team North' }))
    await current.stop()
    current = createCurrent()
    current.start({ opensSample: true })
    expect(await current.started()).toMatchObject({ workspace: { workspaceId, isSample: false }, problem: null })
  })

  it('says why the last workspace does not open, and forgets that once another is open', async () => {
    const { workspaceId } = valueOf(await current.create({ name: 'Team North' }))
    await current.stop()
    await rm(join(laptop.workspaces.folderOf(workspaceId), 'workspace.json'))
    current = createCurrent()
    current.start({ opensSample: false })
    expect(await current.started()).toMatchObject({ workspace: null, problem: { kind: expect.any(String), message: expect.stringContaining('workspace') } })
    valueOf(await current.create({ name: 'Team South' }))
    expect(await current.started()).toMatchObject({ workspace: { name: 'Team South' }, problem: null })
  })

  it('keeps the workspace that is open where another one does not open', async () => {
    const { workspaceId } = valueOf(await current.create({ name: 'Team North' }))
    const accountId = await createdAccount('Ostrand Freight')
    const other = await laptop.workspaces.create({ name: 'Held' })
    const holder = await TestLaptop.start(place.folder, 'Kim')
    await holder.open(valueOf(other).workspaceId)
    const changed = await current.change(valueOf(other).workspaceId)
    expect(!changed.ok && changed.error).toMatchObject({ kind: 'held', message: expect.stringMatching(/Close it there/) })
    expect(current.open?.info.workspaceId).toBe(workspaceId)
    expect(valueOf(await current.withAccounts((accounts) => accounts.open(accountId))).snapshot.profile.name).toBe('Ostrand Freight')
    await holder.close()
  })

  it('says that the work is safe where the folder of the account files cannot be written, and names the folder', async () => {
    const { accountFolder } = valueOf(await current.create({ name: 'Team North' }))
    await rm(accountFolder, { recursive: true })
    await writeFile(accountFolder, 'a file in place of the folder')
    const accountId = await createdAccount('Ostrand Freight')
    expect((await current.withAccounts((accounts) => accounts.accountFilePath(accountId))).ok).toBe(false)
    const message = published['files.problem'].at(-1)?.message ?? ''
    expect(message).toContain('Your work is safe on this laptop.')
    expect(message).toContain(accountFolder)
    expect(valueOf(await current.withAccounts((accounts) => accounts.open(accountId))).snapshot.profile.name).toBe('Ostrand Freight')
  })

  it('tells what happens in the open workspace and nothing of the one before', async () => {
    valueOf(await current.create({ name: 'Team North' }))
    const north = current.open
    const accountId = await createdAccount('Ostrand Freight')
    expect(published['account.changed'].at(-1)).toMatchObject({ accountId, origin: 'here' })
    valueOf(await current.create({ name: 'Team South' }))
    expect(published['workspace.changed'].map(({ workspace }) => workspace?.name)).toEqual(['Team North', 'Team South'])
    expect(published['sync.status'].at(-1)).toMatchObject({ kind: 'noTeamFolder' })
    const before = published['account.changed'].length
    await expect(edit(north!, accountId, { kind: 'set', at: 'profile', field: 'industry', value: 'Water' })).rejects.toThrow()
    expect(published['account.changed']).toHaveLength(before)
    expect(valueOf(await current.withAccounts(async (accounts) => ({ ok: true, value: accounts.rows() })))).toEqual([])
  })

  it('announces only the rows that changed, each as it is by then', async () => {
    valueOf(await current.create({ name: 'Team North' }))
    const names = ['Adatum', 'Ostrand Freight', 'Proseware']
    const [adatum = ''] = await Promise.all(names.map(createdAccount))
    const told = (): readonly string[] => published['account.rows'].flatMap(({ changed }) => changed.map(({ name }) => name))
    await vi.waitFor(() => expect([...told()].sort()).toEqual(names))
    published['account.rows'].length = 0
    await edit(current.open!, adatum, { kind: 'set', at: 'profile', field: 'name', value: 'Adatum Works' })
    await vi.waitFor(() => expect(told()).toEqual(['Adatum Works']))
  })

  it('runs one change after the other, so that two clicks open one workspace', async () => {
    const [first, second] = await Promise.all([current.openSample(), current.openSample()])
    expect(valueOf(first).workspaceId).toBe(valueOf(second).workspaceId)
    expect((await laptop.workspaces.list()).length).toBe(1)
  })

  it('refuses commands on accounts while nothing is open', async () => {
    const answer = await current.withAccounts((accounts) => accounts.open(newId()))
    expect(!answer.ok && answer.error.kind).toBe('vaultClosed')
  })
})
