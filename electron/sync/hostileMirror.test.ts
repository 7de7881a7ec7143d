import { cp, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { carryFile, treatments, type Treatment } from './testing/carryFile'
import { TestTeam, type Laptop } from './testing/Laptop'

interface Member {
  readonly laptop: Laptop
  /** This laptop's own copy of the team folder. */
  readonly folder: string
}

const names = ['anna', 'ben', 'cleo']

it('a folder that is mirrored late, in any order, torn, doubled and with files missing for a while loses nothing', async () => {
  const step = fc.record({
    who: fc.nat(2),
    what: fc.constantFrom('write', 'sync', 'mirror'),
    to: fc.nat(2),
    treatments: fc.array(fc.constantFrom(...treatments), { minLength: 1, maxLength: 6 }),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
      const team = await TestTeam.make()
      const members: Member[] = []
      try {
        for (const name of names) {
          const folder = join(team.home, `folder-of-${name}`)
          await cp(team.folder, folder, { recursive: true })
          members.push({ folder, laptop: await team.laptop(name, { folder }) })
        }
        const written: string[] = []
        for (const [index, { who, what, to, treatments: how }] of steps.entries()) {
          const [from, target] = [members[who], members[to]]
          if (!from || !target) continue
          if (what === 'write') {
            written.push(`edit ${index}`)
            await from.laptop.write(`edit ${index}`)
          }
          if (what === 'sync') await from.laptop.exchange()
          if (what === 'mirror' && from !== target) await mirror(from, target, how)
        }
        await settle(members)
        for (const { laptop } of members) {
          expect(await laptop.texts()).toEqual([...written].sort())
          expect(laptop.sync.status()).toMatchObject({ kind: 'upToDate', waiting: 0 })
        }
      } finally {
        for (const { laptop } of members) await laptop.close()
        await team.remove()
      }
    }),
    { numRuns: 30 },
  )
})

/** When the cloud program has come to rest every folder holds what each laptop wrote into its own. */
async function settle(members: readonly Member[]): Promise<void> {
  for (let round = 0; round < 2; round++) {
    for (const { laptop } of members) await laptop.exchange()
    for (const from of members) for (const to of members) if (from !== to) await mirror(from, to, ['whole'])
  }
  for (const { laptop } of members) await laptop.exchange()
}

/** Carries what the sender's laptop itself has written, and does to each file what is next in turn. */
async function mirror(from: Member, to: Member, how: readonly Treatment[]): Promise<void> {
  const files = await ownFiles(from)
  const ordered = how.length % 2 === 0 ? files : [...files].reverse()
  for (const [index, file] of ordered.entries()) await carryFile(join(from.folder, file), join(to.folder, file), how[index % how.length] ?? 'whole')
}

async function ownFiles({ laptop, folder }: Member): Promise<readonly string[]> {
  const all = await readdir(folder, { recursive: true })
  return all.filter((name) => name.endsWith('.pack') && name.includes(laptop.vault.deviceId)).sort()
}
