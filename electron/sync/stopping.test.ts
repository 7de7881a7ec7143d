import { rename } from 'node:fs/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sharedDisk } from './remotes/sharedDisk'
import { hangingDisk } from './testing/hangingDisk'
import { TestTeam, type Laptop, type LaptopOptions } from './testing/Laptop'

let team: TestTeam
let laptops: Laptop[]
beforeEach(async () => {
  team = await TestTeam.make()
  laptops = []
})
afterEach(async () => {
  for (const laptop of laptops) await laptop.close()
  await team.remove()
})

async function start(name: string, options?: LaptopOptions): Promise<Laptop> {
  const laptop = await team.laptop(name, options)
  laptops.push(laptop)
  return laptop
}

const never = 1_000_000

describe('closing', () => {
  it('brings away what was written a moment ago, without waiting for it to rest', async () => {
    const [anna, ben] = [await start('anna', { pollMs: never }), await start('ben')]
    anna.sync.start()
    await anna.reaches((status) => status.lastSyncedAt !== null)
    await anna.write('a1', 'a2')
    await anna.sync.stop({ within: never })
    expect(anna.sync.status()).toMatchObject({ kind: 'upToDate', waiting: 0 })
    expect(anna.sync.health().rounds[0]).toMatchObject({ cause: 'quit', sent: 1 })
    await ben.exchange()
    expect(await ben.texts()).toEqual(['a1', 'a2'])
  })

  it('does not wait for a team folder that hangs: the work is safe here and goes the next time', async () => {
    const team = hangingDisk(sharedDisk)
    const anna = await start('anna', { teamDisk: team.disk, pollMs: never })
    anna.sync.start()
    await anna.reaches((status) => status.lastSyncedAt !== null)
    await anna.write('a1')
    team.hang()
    await anna.sync.stop({ within: 20 })
    expect(anna.sync.isHanging).toBe(true)
    expect(team.hanging).toBe(1)
    expect(anna.sync.status()).toMatchObject({ waiting: 1 })
    team.letGo()
    await expect.poll(() => anna.sync.isHanging).toBe(false)
    expect((await anna.exchange()).status).toMatchObject({ kind: 'upToDate', waiting: 0 })
  })

  it('does not wait for anything else that hangs, and tells that it does', async () => {
    const started: (() => void)[] = []
    const hanging = { list: () => new Promise<never>(() => void started.forEach((go) => go())), get: () => Promise.reject(new Error('not asked')), put: () => Promise.reject(new Error('not asked')) }
    const anna = await start('anna', { pollMs: never, blobs: hanging })
    laptops.pop()
    const begun = new Promise<void>((resolve) => started.push(resolve))
    anna.sync.start()
    await begun
    await anna.write('a1')
    await anna.sync.stop({ within: 20 })
    expect(anna.sync.isHanging).toBe(true)
    await anna.vault.close()
  })

  it('leaves at once where the folder is away', async () => {
    const anna = await start('anna', { pollMs: never })
    anna.sync.start()
    await anna.reaches((status) => status.lastSyncedAt !== null)
    await rename(team.folder, `${team.folder}-away`)
    await anna.write('a1')
    await anna.sync.stop({ within: never })
    expect(anna.sync.status()).toMatchObject({ kind: 'offline', waiting: 1 })
    await rename(`${team.folder}-away`, team.folder)
  })

  it('ends a long exchange between two packs before it brings away its own', async () => {
    const ben = await start('ben')
    for (let edit = 0; edit < 20; edit++) {
      await ben.write(`b${edit}`)
      await ben.exchange()
    }
    const anna = await start('anna', { pollMs: never })
    await anna.write('a1')
    const stopped = new Promise<void>((resolve) => {
      const off = anna.vault.onReceived(() => {
        off()
        resolve(anna.sync.stop({ within: never }))
      })
    })
    anna.sync.start()
    await stopped
    expect((await anna.texts()).length).toBeLessThan(21)
    expect(anna.sync.status()).toMatchObject({ waiting: 0 })
    await ben.exchange()
    expect(await ben.texts()).toContain('a1')
  })
})

describe('a team folder that hangs while the app runs', () => {
  it('is offline after a while, keeps one call busy and no more, and is used again when it answers', async () => {
    const team = hangingDisk(sharedDisk)
    const anna = await start('anna', { teamDisk: team.disk, pollMs: 5, callLimitMs: 20 })
    anna.sync.start()
    await anna.reaches((status) => status.kind === 'upToDate')
    team.hang()
    await anna.write('a1')
    expect(await anna.reaches((status) => status.kind === 'offline')).toMatchObject({ waiting: 1, problem: { kind: 'offline' } })
    await anna.write('a2')
    for (let round = 0; round < 3; round++) expect((await anna.exchange()).status).toMatchObject({ kind: 'offline', waiting: 2 })
    expect(team.hanging).toBe(1)
    team.letGo()
    await anna.reaches((status) => status.kind === 'upToDate' && status.waiting === 0)
  })
})

describe('a laptop that has slept', () => {
  it('looks at once, however long the folder had been away before', async () => {
    const anna = await start('anna', { pollMs: 2_000_000 })
    await rename(team.folder, `${team.folder}-away`)
    anna.sync.start()
    await anna.reaches((status) => status.kind === 'offline')
    await rename(`${team.folder}-away`, team.folder)
    anna.sync.wake()
    await anna.reaches((status) => status.kind === 'upToDate')
  })
})

describe('a folder that tells of changes', () => {
  it('brings a colleague\u2019s edit long before the next poll', async () => {
    const [anna, ben] = [await start('anna'), await start('ben', { pollMs: 20_000 })]
    await anna.write('a1')
    await anna.exchange()
    ben.sync.start()
    await expect.poll(() => ben.sync.health().isWatching).toBe(true)
    await anna.write('a2')
    await anna.exchange()
    await expect.poll(async () => ben.texts(), { timeout: 10_000 }).toEqual(['a1', 'a2'])
    expect(ben.sync.health().rounds.map((round) => round.cause)).toContain('watch')
  })
})
