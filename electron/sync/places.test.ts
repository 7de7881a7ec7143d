import { readdir, rename, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Disk } from '../platform/Disk'
import { sharedDisk } from './remotes/sharedDisk'
import { caseInsensitiveDisk } from './testing/caseInsensitiveDisk'
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

async function packFiles(): Promise<readonly string[]> {
  const all = await readdir(team.packFolder, { recursive: true })
  return all.filter((name) => name.toLowerCase().endsWith('.pack')).map((name) => join(team.packFolder, name)).sort()
}

describe('a folder where capitals and small letters are the same', () => {
  it('carries everything, also packs that something has renamed to capitals', async () => {
    const teamDisk = caseInsensitiveDisk(sharedDisk, team.folder)
    const [anna, ben] = [await start('anna', { teamDisk }), await start('ben', { teamDisk })]
    for (const text of ['a1', 'a2', 'a3']) {
      await anna.write(text)
      await anna.exchange()
    }
    const [first = '', second = ''] = await packFiles()
    await rename(first, join(dirname(first), basename(first).toUpperCase()))
    const damaged = join(dirname(second), basename(second).toUpperCase())
    await rename(second, damaged)
    await writeFile(damaged, 'damaged too')
    await ben.exchange()
    expect(await ben.texts()).toEqual(['a3'])
    expect((await anna.exchange()).status).toMatchObject({ kind: 'upToDate', waiting: 0 })
    expect((await ben.exchange()).status).toMatchObject({ kind: 'upToDate', problem: null })
    expect(await ben.texts()).toEqual(['a1', 'a2', 'a3'])
    expect(await packFiles()).toEqual(expect.arrayContaining([first, second]))
    expect(await anna.exchange()).toMatchObject({ sent: 0 })
  })
})

describe('a folder that vanishes', () => {
  it.each(['createFile', 'rename', 'syncDirectory', 'makeDirectory'] as const)('while a pack is written (%s) is offline, and has everything once it is back', async (call) => {
    let isDue = false
    const vanish = async (): Promise<void> => {
      if (!isDue) return
      isDue = false
      await rename(team.folder, `${team.folder}-away`)
    }
    const teamDisk: Disk = {
      ...sharedDisk,
      createFile: async (path) => (call === 'createFile' && (await vanish()), sharedDisk.createFile(path)),
      rename: async (from, to) => (call === 'rename' && (await vanish()), sharedDisk.rename(from, to)),
      syncDirectory: async (path) => (call === 'syncDirectory' && (await vanish()), sharedDisk.syncDirectory(path)),
      makeDirectory: async (path) => (call === 'makeDirectory' && (await vanish()), sharedDisk.makeDirectory(path)),
    }
    const [anna, ben] = [await start('anna', { teamDisk }), await start('ben')]
    await anna.write('a1', 'a2')
    isDue = true
    expect((await anna.exchange()).status).toMatchObject({ kind: 'offline', waiting: 2 })
    await rename(`${team.folder}-away`, team.folder)
    expect((await anna.exchange()).status).toMatchObject({ kind: 'upToDate', waiting: 0 })
    await ben.exchange()
    expect(await ben.texts()).toEqual(['a1', 'a2'])
  })
})

describe('clocks that are a year off', () => {
  it.each(['2025-11-21T09:00:00.000Z', '2027-11-21T09:00:00.000Z'])('at %s lose nothing, hide nothing and keep looking', async (moment) => {
    const [anna, ben] = [await start('anna'), await start('ben', { pollMs: 20 })]
    anna.clock.set(moment)
    await anna.write('a1')
    expect((await anna.exchange()).status).toMatchObject({ kind: 'upToDate', lastSyncedAt: moment })
    await ben.write('b1')
    await ben.exchange()
    anna.clock.set('2026-11-21T09:00:05.000Z')
    await anna.write('a2')
    await anna.exchange()
    ben.sync.start()
    await expect.poll(async () => ben.texts()).toEqual(['a1', 'a2', 'b1'])
    expect(await anna.texts()).toEqual(['a1', 'a2', 'b1'])
  })
})
