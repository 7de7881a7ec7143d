import { mkdir, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { OpenWorkspace } from './OpenWorkspace'
import { edit, makePlace, TestLaptop, valueOf } from './testing/TestLaptop'

let place: string
let removePlace: () => Promise<void>
let anna: TestLaptop
let workspaceId: string
let team: string
beforeEach(async () => {
  const made = await makePlace()
  place = made.folder
  removePlace = made.remove
  anna = await TestLaptop.start(place, 'Anna')
  workspaceId = valueOf(await anna.workspaces.create({ name: 'South' })).workspaceId
  team = join(place, 'team')
  await mkdir(team)
})
afterEach(async () => {
  await anna.close()
  await removePlace()
})

/** A workspace with a team folder that is away. */
async function away(): Promise<OpenWorkspace> {
  const opened = await anna.open(workspaceId)
  valueOf(await opened.publish(team))
  expect((await opened.sync.syncOnce()).status).toMatchObject({ kind: 'upToDate', waiting: 0 })
  await rename(team, `${team}-away`)
  return opened
}

const rename1 = (value: string) => ({ kind: 'set', at: 'profile', field: 'name', value }) as const

describe('the count of edits that wait', () => {
  it('is one for a new account and one for each step, however much is stored for it', async () => {
    const opened = await away()
    const { accountId } = valueOf(await opened.accounts.create('Fabrikam'))
    expect(opened.sync.status().waiting).toBe(1)
    await edit(opened, accountId, rename1('Contoso'), { kind: 'set', at: 'profile', field: 'industry', value: 'Food' })
    await edit(opened, accountId, rename1('Adatum'))
    valueOf(await opened.accounts.create('Tailspin'))
    expect(opened.sync.status().waiting).toBe(4)
    expect((await opened.sync.syncOnce()).status).toMatchObject({ kind: 'offline', waiting: 4 })
  })

  it('is the same after a restart, in packs or not, and goes to nothing once the folder is back', async () => {
    const opened = await away()
    const { accountId } = valueOf(await opened.accounts.create('Fabrikam'))
    for (let step = 0; step < 5; step++) await edit(opened, accountId, rename1(`Name ${step}`))
    await opened.close()
    const again = await anna.open(workspaceId)
    await again.sync.syncOnce()
    expect(again.sync.status()).toMatchObject({ kind: 'offline', waiting: 6 })
    await edit(again, accountId, rename1('Last'))
    expect(again.sync.status().waiting).toBe(7)
    await rename(`${team}-away`, team)
    expect((await again.sync.syncOnce()).status).toMatchObject({ kind: 'upToDate', waiting: 0 })
  })

  it('is right from the first moment of a session that looks at the folder by itself', async () => {
    const opened = await away()
    const { accountId } = valueOf(await opened.accounts.create('Fabrikam'))
    await edit(opened, accountId, rename1('Contoso'))
    await opened.close()
    const again = await anna.open(workspaceId, 1_000_000)
    await expect.poll(() => again.sync.status()).toMatchObject({ kind: 'offline', waiting: 2 })
  })
})

describe('closing a workspace that looks at its folder by itself', () => {
  it('brings the last edit to the team', async () => {
    const opened = await anna.open(workspaceId, 1_000_000)
    valueOf(await opened.publish(team))
    const { accountId } = valueOf(await opened.accounts.create('Fabrikam'))
    await edit(opened, accountId, rename1('Contoso'))
    await opened.close()
    const ben = await TestLaptop.start(place, 'Ben')
    valueOf(await ben.workspaces.join(team))
    const joined = await ben.open(workspaceId)
    expect(await joined.sync.syncOnce()).toMatchObject({ received: 1 })
    await joined.accounts.settled()
    expect(joined.accounts.rows()).toMatchObject([{ name: 'Contoso' }])
    await ben.close()
  })
})
