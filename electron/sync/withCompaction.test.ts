import { cp, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { eager } from '../vault/testing/TeamFolder'
import { carryFile, treatments } from './testing/carryFile'
import { TestTeam, type Laptop } from './testing/Laptop'

const compaction = { threshold: eager.threshold, keepMs: 0, activeMs: eager.activeMs, restMs: 0 }

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

async function start(name: string, folder?: string): Promise<Laptop> {
  const laptop = await team.laptop(name, { compaction, ...(folder === undefined ? {} : { folder }) })
  laptops.push(laptop)
  return laptop
}

async function stop(laptop: Laptop): Promise<void> {
  await laptop.close()
  laptops.splice(laptops.indexOf(laptop), 1)
}

/** Writes and exchanges until packs of the first laptop are gone from the folder on purpose. */
async function untilCompacted(laptop: Laptop, others: readonly Laptop[], prefix: string): Promise<readonly string[]> {
  const written: string[] = []
  const { deviceId } = laptop.vault
  const isCompacted = (): boolean => (laptop.vault.streams().find((stream) => stream.deviceId === deviceId)?.retiredThrough ?? 0) > 0
  while (!isCompacted() && written.length < 60) {
    written.push(`${prefix}${written.length}`)
    await laptop.write(written.at(-1) ?? '')
    for (const each of [laptop, ...others, laptop]) await each.exchange()
  }
  expect(isCompacted()).toBe(true)
  return written
}

describe('a laptop whose packs have been made few', () => {
  it('restored from a backup of before goes on under a new id, and nobody loses anything', async () => {
    const [anna, ben] = [await start('anna'), await start('ben')]
    await anna.write('before the backup')
    await anna.exchange()
    await stop(anna)
    await cp(anna.vaultFolder, join(team.home, 'backup'), { recursive: true })
    const later = await start('anna')
    const written = await untilCompacted(later, [ben], 'a')
    await stop(later)
    await rm(anna.vaultFolder, { recursive: true })
    await cp(join(team.home, 'backup'), anna.vaultFolder, { recursive: true })

    const restored = await start('anna')
    const before = restored.vault.deviceId
    await restored.write('after the backup')
    for (const laptop of [restored, ben, restored, ben]) await laptop.exchange()
    expect(restored.vault.deviceId).not.toBe(before)
    const everything = ['before the backup', 'after the backup', ...written].sort()
    for (const laptop of [restored, ben]) {
      expect(await laptop.texts()).toEqual(everything)
      expect(laptop.sync.status()).toMatchObject({ kind: 'upToDate', waiting: 0 })
    }
  })

  it('cloned, both write on and both make their packs few: everybody ends with everything', async () => {
    const [anna, ben] = [await start('anna'), await start('ben')]
    const written = [...(await untilCompacted(anna, [ben], 'a'))]
    await stop(anna)
    await cp(anna.vaultFolder, join(team.home, 'clone'), { recursive: true })
    const [original, clone] = [await start('anna'), await start('clone')]
    for (let edit = 0; edit < 12; edit++) {
      written.push(`original ${edit}`, `clone ${edit}`)
      await original.write(`original ${edit}`)
      await clone.write(`clone ${edit}`)
      for (const laptop of [original, clone, ben]) await laptop.exchange()
    }
    for (let round = 0; round < 3; round++) for (const laptop of [original, clone, ben]) await laptop.exchange()
    expect(original.vault.deviceId).not.toBe(clone.vault.deviceId)
    for (const laptop of [original, clone, ben]) {
      expect(await laptop.texts()).toEqual([...written].sort())
      expect(laptop.sync.status()).toMatchObject({ kind: 'upToDate', waiting: 0 })
    }
  })
})

it('folders that are mirrored late, torn, doubled, deleted before added, in capitals and with strangers lose nothing, with packs made few all the while', async () => {
  const step = fc.record({
    who: fc.nat(2),
    what: fc.constantFrom('write', 'write', 'sync', 'mirror'),
    to: fc.nat(2),
    treatments: fc.array(fc.constantFrom(...treatments), { minLength: 1, maxLength: 6 }),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 60 }), async (steps) => {
      const members: { readonly laptop: Laptop; readonly folder: string }[] = []
      const own = await TestTeam.make()
      try {
        for (const name of ['anna', 'ben', 'cleo']) {
          const folder = join(own.home, `folder-of-${name}`)
          await cp(own.folder, folder, { recursive: true })
          members.push({ folder, laptop: await own.laptop(name, { folder, compaction }) })
        }
        const written: string[] = []
        const mirror = async (from: (typeof members)[number], to: (typeof members)[number], how: readonly (typeof treatments)[number][]): Promise<void> => {
          const ofSender = async (folder: string): Promise<readonly string[]> =>
            (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.pack') && name.includes(from.laptop.vault.deviceId)).sort()
          const files = await ofSender(from.folder)
          // A mirror also carries deletions, and often before it carries what stands for them.
          for (const gone of (await ofSender(to.folder)).filter((file) => !files.includes(file))) await rm(join(to.folder, gone), { force: true })
          for (const [index, file] of files.entries()) await carryFile(join(from.folder, file), join(to.folder, file), how[index % how.length] ?? 'whole')
        }
        for (const [index, { who, what, to, treatments: how }] of steps.entries()) {
          const [from, target] = [members[who], members[to]]
          if (!from || !target) continue
          if (what === 'write') {
            written.push(`edit ${index}`)
            await from.laptop.write(`edit ${index}`)
            await from.laptop.exchange()
          }
          if (what === 'sync') await from.laptop.exchange()
          if (what === 'mirror' && from !== target) await mirror(from, target, how)
        }
        for (let round = 0; round < 3; round++) {
          for (const { laptop } of members) await laptop.exchange()
          for (const from of members) for (const to of members) if (from !== to) await mirror(from, to, ['whole'])
        }
        for (const { laptop } of members) await laptop.exchange()
        for (const { laptop } of members) expect(await laptop.texts()).toEqual([...written].sort())
      } finally {
        for (const { laptop } of members) await laptop.close()
        await own.remove()
      }
    }),
    { numRuns: 12 },
  )
}, 120_000)
