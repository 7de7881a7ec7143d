import { mkdir, readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Account } from '#shared/domain/account/Account'
import type { AccountRow } from '#shared/domain/account/AccountRow'
import { decodeAccountFile } from '../vault/accountFileBytes'
import type { OpenWorkspace } from './OpenWorkspace'
import { edit, makePlace, newId, TestLaptop, valueOf } from './testing/TestLaptop'

let place: Awaited<ReturnType<typeof makePlace>>

beforeEach(async () => {
  place = await makePlace()
})
afterEach(() => place.remove())

/** Everything that can be made again from the vault, or set again, by what a member would call it. */
const caches: { readonly [name: string]: (paths: Paths) => Promise<void> } = {
  'the index': ({ vault }) => rm(join(vault, 'index'), { recursive: true }),
  'the account files': async ({ accountFolder }) => {
    for (const name of await readdir(accountFolder)) await rm(join(accountFolder, name))
  },
  'the ledger of the exchange': async ({ vault }) => {
    for (const name of ['sync-ledger.json', 'sync-ledger.json.bak']) await rm(join(vault, name), { force: true })
  },
  'the list of workspaces': async ({ userData }) => {
    for (const name of ['workspaces.json', 'workspaces.json.bak']) await rm(join(userData, name), { force: true })
  },
}

interface Paths {
  readonly vault: string
  readonly accountFolder: string
  readonly userData: string
}

interface Seen {
  readonly rows: readonly AccountRow[]
  readonly accounts: readonly Account[]
  readonly files: readonly string[]
}

async function look(workspace: OpenWorkspace): Promise<Seen> {
  // Waits for the background, and writes the files that a burst of edits holds back.
  expect((await workspace.accounts.verify()).problems).toEqual([])
  const rows = workspace.accounts.rows()
  const accounts: Account[] = []
  for (const { accountId } of rows) accounts.push(valueOf(await workspace.accounts.snapshot(accountId)))
  const folder = workspace.info.accountFolder
  const names = (await readdir(folder)).sort()
  for (const name of names) expect(decodeAccountFile(await readFile(join(folder, name))).ok, name).toBe(true)
  return { rows, accounts, files: names }
}

const pairs = Object.keys(caches).flatMap((one, index) => Object.keys(caches).slice(index + 1).map((other) => [one, other] as const))

it.each(pairs)('%s and %s are deleted: after the next start everything is as it was, and nothing is sent or fetched twice', async (one, other) => {
  const team = join(place.folder, 'team')
  await mkdir(team)
  const [kim, lee] = [await TestLaptop.start(place.folder, 'Kim'), await TestLaptop.start(place.folder, 'Lee')]
  const { workspaceId } = valueOf(await kim.workspaces.create({ name: 'Team North' }))
  const north = await kim.open(workspaceId)
  for (const name of ['Adatum', 'Ostrand Freight', 'Proseware']) valueOf(await north.accounts.create(name))
  valueOf(await north.publish(team))
  await north.sync.syncOnce()
  valueOf(await lee.workspaces.join(team))
  const leeNorth = await lee.open(workspaceId)
  await leeNorth.sync.syncOnce()
  const [first] = leeNorth.accounts.rows()
  await edit(leeNorth, first?.accountId ?? '', { kind: 'add', in: 'people', id: newId(), fields: { name: 'Dana' }, before: null })
  await leeNorth.sync.syncOnce()
  await north.sync.syncOnce()
  const before = await look(north)
  const paths = { vault: north.vault.folder, accountFolder: north.info.accountFolder, userData: kim.world.userData }
  await kim.close()
  for (const name of [one, other]) await caches[name]?.(paths)

  const again = await TestLaptop.start(place.folder, 'Kim')
  const opened = await again.open(workspaceId)
  expect(await look(opened)).toEqual(before)
  expect(await opened.accounts.verify()).toMatchObject({ accounts: 3, files: 3, problems: [] })
  expect(await opened.sync.syncOnce()).toMatchObject({ sent: 0, received: 0, status: { kind: 'upToDate', waiting: 0 } })
  await again.close()
  await lee.close()
})
