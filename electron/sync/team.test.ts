import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { eager } from '../vault/testing/TeamFolder'
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

async function packsOf(laptop: Laptop): Promise<readonly string[]> {
  const all = await readdir(join(team.packFolder, laptop.vault.deviceId), { recursive: true }).catch(() => [])
  return all.filter((name) => name.endsWith('.pack')).map((name) => join(team.packFolder, laptop.vault.deviceId, name)).sort()
}

describe('who has it', () => {
  it('is known once each colleague has said so, and is asked anew for every edit', async () => {
    const [anna, ben, cleo] = [await start('anna'), await start('ben'), await start('cleo')]
    await ben.write('b1')
    await ben.exchange()
    await cleo.write('c1')
    await cleo.exchange()
    await anna.write('a1')
    expect((await anna.exchange()).status.colleagues).toEqual({ have: 0, of: 2 })
    await ben.exchange()
    expect((await anna.exchange()).status.colleagues).toEqual({ have: 1, of: 2 })
    await cleo.exchange()
    expect((await anna.exchange()).status.colleagues).toEqual({ have: 2, of: 2 })
    await anna.write('a2')
    expect((await anna.exchange()).status.colleagues).toEqual({ have: 0, of: 2 })
  })

  it('is nobody where there are no colleagues yet', async () => {
    const anna = await start('anna')
    await anna.write('a1')
    expect((await anna.exchange()).status).toMatchObject({ kind: 'upToDate', colleagues: { have: 0, of: 0 } })
  })

  it('is not a reason to write to each other for ever', async () => {
    const [anna, ben] = [await start('anna'), await start('ben')]
    await anna.write('a1')
    await ben.write('b1')
    for (let round = 0; round < 4; round++) for (const laptop of [anna, ben]) await laptop.exchange()
    const before = [...(await packsOf(anna)), ...(await packsOf(ben))]
    for (let round = 0; round < 4; round++) for (const laptop of [anna, ben]) await laptop.exchange()
    expect([...(await packsOf(anna)), ...(await packsOf(ben))]).toEqual(before)
  })
})

describe('a pack that was damaged on the way, while its laptop is away for good', () => {
  it.each([
    ['damaged', (path: string) => writeFile(path, 'damaged')],
    ['deleted', (path: string) => rm(path)],
  ])('and is %s: a colleague who has it puts the very same file back once another one misses it', async (_what, harm) => {
    const [anna, ben, cleo] = [await start('anna'), await start('ben'), await start('cleo')]
    for (const text of ['a1', 'a2', 'a3']) {
      await anna.write(text)
      await anna.exchange()
    }
    await ben.exchange()
    await anna.close()
    laptops.splice(laptops.indexOf(anna), 1)
    const path = (await packsOf(anna))[1] ?? ''
    const whole = await readFile(path)
    await harm(path)
    await cleo.exchange()
    expect(await cleo.texts()).toEqual(['a1', 'a3'])
    await ben.exchange()
    expect(await readFile(path)).toEqual(whole)
    expect((await cleo.exchange()).status).toMatchObject({ kind: 'upToDate', problem: null })
    expect(await cleo.texts()).toEqual(['a1', 'a2', 'a3'])
  })

  it('and is the newest of its laptop: whoever has it sees that at the next complete look', async () => {
    const [anna, ben] = [await start('anna'), await start('ben')]
    await anna.write('a1')
    await anna.exchange()
    await ben.exchange()
    const [path = ''] = await packsOf(anna)
    const whole = await readFile(path)
    await writeFile(path, whole.subarray(0, 40))
    await ben.exchange()
    expect(await readFile(path)).toEqual(whole)
  })

  it('and nobody misses it yet: it is found within a week of looking once a day', async () => {
    const [anna, ben] = [await start('anna'), await start('ben')]
    for (const text of ['a1', 'a2']) {
      await anna.write(text)
      await anna.exchange()
    }
    await ben.exchange()
    const [path = ''] = await packsOf(anna)
    const whole = await readFile(path)
    await writeFile(path, '')
    for (let day = 22; day <= 28; day++) {
      ben.clock.set(`2026-11-${day}T09:30:00.000Z`)
      await ben.exchange()
    }
    expect(await readFile(path)).toEqual(whole)
  })
})

describe('health', () => {
  it('tells of every laptop what is held of it, when it was last seen, and whether it has ours', async () => {
    const [anna, ben] = [await start('anna'), await start('ben')]
    await ben.write('b1')
    await ben.exchange()
    await anna.write('a1')
    await anna.exchange()
    await ben.exchange()
    await anna.exchange()
    const { devices, rounds, remote, sizes, idChanges } = anna.sync.health()
    expect(remote).toMatchObject({ kind: 'folder', place: team.folder })
    expect(devices).toMatchObject([
      { isThisLaptop: true, deviceId: anna.vault.deviceId, hasOurs: null },
      { isThisLaptop: false, deviceId: ben.vault.deviceId, hasOurs: true, lastSeenAt: expect.any(String), holes: [] },
    ])
    expect(sizes.editsNotInPacks).toBe(0)
    expect(idChanges).toBe(0)
    expect(rounds).toMatchObject([{ cause: 'asked', problem: null, received: 0 }, { cause: 'asked', sent: 1, received: 1 }])
  })

  it('names a damaged file, where it lies and how often it was tried, until it is whole again', async () => {
    const [anna, ben] = [await start('anna'), await start('ben')]
    await anna.write('a1')
    await anna.exchange()
    const [path = ''] = await packsOf(anna)
    const whole = await readFile(path)
    await writeFile(path, 'damaged')
    await ben.exchange()
    await ben.exchange()
    expect(ben.sync.health().damaged).toMatchObject([{ where: 'teamFolder', deviceId: anna.vault.deviceId, seq: 1, reason: 'damaged', tries: 2 }])
    await writeFile(path, whole)
    await ben.exchange()
    expect(ben.sync.health().damaged).toEqual([])
  })

  it('tells of a pack that spoiled on this laptop until it was fetched again', async () => {
    const [anna, ben] = [await start('anna'), await start('ben')]
    await anna.write('a1')
    await anna.exchange()
    await ben.exchange()
    const all = await readdir(ben.vaultFolder, { recursive: true })
    const own = all.find((name) => name.endsWith('.pack') && name.includes(anna.vault.deviceId)) ?? ''
    await ben.close()
    await writeFile(join(ben.vaultFolder, own), 'spoiled')
    const again = await start('ben')
    expect(again.sync.health().damaged).toMatchObject([{ where: 'thisLaptop', deviceId: anna.vault.deviceId, seq: 1 }])
    await again.exchange()
    expect(again.sync.health().damaged).toEqual([])
    expect(await again.texts()).toEqual(['a1'])
  })

  it('shows a night of polls as one line', async () => {
    const anna = await start('anna', { pollMs: 5 })
    let rounds = 0
    anna.sync.start()
    const before = anna.clock.now()
    await expect.poll(() => ((rounds = anna.sync.health().rounds.length), rounds)).toBeGreaterThan(0)
    for (let minute = 10; minute < 20; minute++) {
      const now = before.replace(':00:00', `:${minute}:00`)
      anna.clock.set(now)
      await expect.poll(() => anna.sync.health().rounds[0]?.at).toBe(now)
    }
    expect(anna.sync.health().rounds.length).toBeLessThanOrEqual(2)
  })
})

describe('clocks', () => {
  it('says when the team is a day ahead of this laptop, and nothing for less', async () => {
    const [anna, ben] = [await start('anna'), await start('ben')]
    await ben.write('b1')
    await ben.exchange()
    const seen = ben.vault.lastSeenAt(ben.vault.deviceId) ?? ''
    const at = (hours: number): string => new Date(Date.parse(seen) + hours * 3_600_000).toISOString()
    anna.clock.set(at(-23))
    expect((await anna.exchange()).status.teamIsAheadAt).toBeNull()
    anna.clock.set(at(-25))
    expect((await anna.exchange()).status.teamIsAheadAt).toBe(seen)
    anna.clock.set(at(24 * 365))
    expect((await anna.exchange()).status).toMatchObject({ kind: 'upToDate', teamIsAheadAt: null })
  })
})

describe('compaction', () => {
  const compaction = { threshold: eager.threshold, keepMs: 0, activeMs: eager.activeMs, restMs: 0 }

  it('replaces many packs by few, nobody puts them back, and whoever joins later has everything', async () => {
    const [anna, ben] = [await start('anna', { compaction }), await start('ben')]
    const written: string[] = []
    const first = async (): Promise<string> => (await packsOf(anna))[0] ?? ''
    await anna.write('a0')
    await anna.exchange()
    const oldest = await first()
    for (let edit = 1; edit <= 25; edit++) {
      written.push(`a${edit}`)
      await anna.write(`a${edit}`)
      for (const laptop of [anna, ben, anna]) await laptop.exchange()
    }
    expect(await first()).not.toBe(oldest)
    expect((await packsOf(anna)).length).toBeLessThan(written.length)
    const kept = await packsOf(anna)
    for (const laptop of [ben, ben]) await laptop.exchange()
    expect(await packsOf(anna)).toEqual(kept)
    const cleo = await start('cleo')
    await cleo.exchange()
    expect(await cleo.texts()).toEqual(['a0', ...written].sort())
    for (const laptop of [anna, ben]) expect((await laptop.exchange()).status).toMatchObject({ kind: 'upToDate', waiting: 0, problem: null })
    await rm(team.packFolder, { recursive: true })
    await ben.exchange()
    expect(await first()).not.toBe(oldest)
    const dora = await start('dora')
    await dora.exchange()
    expect(await dora.texts()).toEqual(['a0', ...written].sort())
  })
})
