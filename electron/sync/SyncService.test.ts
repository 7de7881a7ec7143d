import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { emptyLedger } from './SyncLedger'
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
  const all = await readdir(team.packFolder, { recursive: true }).catch(() => [])
  return all.filter((name) => name.endsWith('.pack')).sort()
}

describe('two laptops and one team folder', () => {
  it('know the same after each has synced', async () => {
    const [anna, ben] = [await start('anna'), await start('ben')]
    await anna.write('a1', 'a2')
    await ben.write('b1')
    expect(await anna.exchange()).toMatchObject({ sent: 1, received: 0, status: { kind: 'upToDate', waiting: 0, problem: null } })
    expect(await ben.exchange()).toMatchObject({ sent: 1, received: 1 })
    expect(await anna.exchange()).toMatchObject({ sent: 0, received: 1 })
    expect(await anna.texts()).toEqual(['a1', 'a2', 'b1'])
    expect(await ben.texts()).toEqual(['a1', 'a2', 'b1'])
  })

  it('count the edits that wait, to the last one, also when they are in packs already', async () => {
    const anna = await start('anna')
    await rename(team.folder, `${team.folder}-away`)
    await anna.write('a1', 'a2', 'a3')
    expect(anna.sync.status()).toMatchObject({ waiting: 3 })
    expect((await anna.exchange()).status).toMatchObject({ kind: 'offline', waiting: 3 })
    await anna.vault.seal()
    anna.sync.noticeEdit()
    await anna.write('a4')
    expect((await anna.exchange()).status).toMatchObject({ kind: 'offline', waiting: 4 })
    await rename(`${team.folder}-away`, team.folder)
    expect((await anna.exchange()).status).toMatchObject({ kind: 'upToDate', waiting: 0, lastSyncedAt: anna.clock.now() })
    await anna.write('a5')
    expect(anna.sync.status()).toMatchObject({ kind: 'waiting', waiting: 1 })
  })

  it('exchange by themselves while both run', async () => {
    const [anna, ben] = [await start('anna', { pollMs: 20 }), await start('ben', { pollMs: 20 })]
    anna.sync.start()
    ben.sync.start()
    const arrived = new Promise<void>((resolve) => ben.vault.onReceived(() => resolve()))
    await anna.write('a1')
    await arrived
    expect(await ben.texts()).toEqual(['a1'])
    expect(await anna.reaches((status) => status.kind === 'upToDate')).toMatchObject({ waiting: 0 })
  })

  it('converge whatever is written, synced and moved in between, and no edit is lost', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.nat(2), fc.constantFrom('write', 'sync', 'seal', 'forget')), { maxLength: 30 }), async (steps) => {
        const own = await TestTeam.make()
        const members = [await own.laptop('anna'), await own.laptop('ben'), await own.laptop('cleo')]
        try {
          const written: string[] = []
          for (const [index, [who, what]] of steps.entries()) {
            const laptop = members[who]
            if (!laptop) continue
            if (what === 'write') {
              written.push(`edit ${index}`)
              await laptop.write(`edit ${index}`)
            }
            if (what === 'sync') await laptop.exchange()
            if (what === 'seal') await laptop.vault.seal()
            if (what === 'forget') laptop.ledger.value = emptyLedger
          }
          for (const laptop of [...members, ...members]) expect((await laptop.exchange()).status).toMatchObject({ kind: 'upToDate', waiting: 0 })
          for (const laptop of members) expect(await laptop.texts()).toEqual([...written].sort())
        } finally {
          for (const laptop of members) await laptop.close()
          await own.remove()
        }
      }),
      { numRuns: 25 },
    )
  })

  it('see a late pack of an old bucket, and fill an emptied folder, while they only poll', async () => {
    const anna = await start('anna', { pollMs: 20 })
    for (let pack = 1; pack <= 258; pack++) {
      await anna.write(`a${pack}`)
      await anna.vault.seal()
    }
    expect(await anna.exchange()).toMatchObject({ sent: 258 })
    const before = await packFiles()
    const late = { path: join(team.packFolder, before[4] ?? ''), bytes: await readFile(join(team.packFolder, before[4] ?? '')) }
    await rm(late.path)
    const cleo = await start('cleo', { pollMs: 20 })
    expect(await cleo.exchange()).toMatchObject({ received: 257 })
    cleo.sync.start()
    const arrived = new Promise<void>((resolve) => cleo.vault.onReceived(() => resolve()))
    await writeFile(late.path, late.bytes)
    await arrived
    expect(await cleo.texts()).toHaveLength(258)
    await cleo.sync.stop()

    await rm(team.packFolder, { recursive: true })
    anna.sync.start()
    await anna.reaches((status) => status.kind === 'syncing')
    await anna.reaches((status) => status.kind === 'upToDate')
    expect(await packFiles()).toEqual(before)
  })
})

describe('a team folder as cloud programs and people treat it', () => {
  it('refuses a pack that is empty, cut short or has a flipped bit, keeps the file, and takes it once it is whole', async () => {
    const [anna, ben] = [await start('anna'), await start('ben')]
    await anna.write('a1')
    await anna.exchange()
    const [name = ''] = await packFiles()
    const path = join(team.packFolder, name)
    const whole = await readFile(path)
    const flipped = Buffer.from(whole)
    flipped[whole.length - 40] = (flipped[whole.length - 40] ?? 0) ^ 1
    for (const damaged of [Buffer.alloc(0), whole.subarray(0, 20), whole.subarray(0, -1), flipped, Buffer.concat([whole, whole])]) {
      await writeFile(path, damaged)
      const report = await ben.exchange()
      expect(report.received).toBe(0)
      expect(report.refused).toMatchObject([{ reason: 'damaged', seq: 1 }])
      expect(await readFile(path)).toEqual(damaged)
      expect(await ben.texts()).toEqual([])
    }
    await writeFile(path, whole)
    expect(await ben.exchange()).toMatchObject({ received: 1, refused: [], status: { kind: 'upToDate' } })
    expect(await ben.texts()).toEqual(['a1'])
  })

  it('takes the whole packs around a damaged one, and says so when it stays damaged', async () => {
    const [anna, ben] = [await start('anna'), await start('ben')]
    for (const text of ['a1', 'a2', 'a3']) {
      await anna.write(text)
      await anna.exchange()
    }
    const [, second = ''] = await packFiles()
    await writeFile(join(team.packFolder, second), 'damaged')
    expect(await ben.exchange()).toMatchObject({ received: 2, status: { kind: 'upToDate' } })
    expect(await ben.texts()).toEqual(['a1', 'a3'])
    await ben.exchange()
    const { status } = await ben.exchange()
    expect(status).toMatchObject({ kind: 'needsYou', problem: { kind: 'packsRefused' } })
    expect(status.problem?.message).toContain(second.split('/').at(-1))
  })

  it('is put right by the laptop whose pack was damaged there', async () => {
    const [anna, ben] = [await start('anna'), await start('ben')]
    await anna.write('a1')
    await anna.exchange()
    const [name = ''] = await packFiles()
    await writeFile(join(team.packFolder, name), '')
    await ben.exchange()
    await anna.exchange()
    expect(await ben.exchange()).toMatchObject({ received: 1, refused: [] })
    expect(await ben.texts()).toEqual(['a1'])
  })

  it('shows packs in any order, and none is skipped for good', async () => {
    const [anna, ben] = [await start('anna'), await start('ben', { pollMs: 20 })]
    for (const text of ['a1', 'a2', 'a3', 'a4']) {
      await anna.write(text)
      await anna.exchange()
    }
    const names = await packFiles()
    const hidden = await Promise.all(names.slice(0, 3).map(async (name) => ({ path: join(team.packFolder, name), bytes: await readFile(join(team.packFolder, name)) })))
    for (const { path } of hidden) await rm(path)
    await ben.exchange()
    expect(await ben.texts()).toEqual(['a4'])
    ben.sync.start()
    for (const { path, bytes } of [...hidden].reverse()) {
      const arrived = new Promise<void>((resolve) => ben.vault.onReceived(() => resolve()))
      await writeFile(path, bytes)
      await arrived
    }
    expect(await ben.texts()).toEqual(['a1', 'a2', 'a3', 'a4'])
  })

  it('may hold conflict copies and strange files, which are neither read nor removed', async () => {
    const [anna, ben] = [await start('anna'), await start('ben')]
    await anna.write('a1')
    await anna.exchange()
    const [name = ''] = await packFiles()
    const strangers = [
      name.replace('.pack', ' (conflicted copy).pack'),
      name.replace('.pack', '.sync-conflict-20261121-140210-ABCDEFG.pack'),
      join(name, '..', '~0011223344556677.tmp'),
      join(name, '..', 'Thumbs.db'),
      'readme.txt',
    ]
    for (const stranger of strangers) await writeFile(join(team.packFolder, stranger), 'strange')
    await mkdir(join(team.packFolder, 'notes', '00000'), { recursive: true })
    expect(await ben.exchange()).toMatchObject({ received: 1, refused: [], status: { kind: 'upToDate' } })
    await anna.exchange()
    for (const stranger of strangers) expect(await readFile(join(team.packFolder, stranger), 'utf8')).toBe('strange')
  })

  it('may lose everything but the space itself, and is filled again from the laptops', async () => {
    const [anna, ben] = [await start('anna'), await start('ben')]
    await anna.write('a1')
    await anna.exchange()
    await ben.write('b1')
    await ben.exchange()
    const before = await packFiles()
    await rm(team.packFolder, { recursive: true })
    await ben.exchange()
    expect(await packFiles()).toEqual(before)
    expect(await ben.texts()).toEqual(['a1', 'b1'])
    const cleo = await start('cleo')
    await cleo.exchange()
    expect(await cleo.texts()).toEqual(['a1', 'b1'])
  })

  it('gets a lost pack back at the next poll, without being asked', async () => {
    const anna = await start('anna', { pollMs: 20 })
    await anna.write('a1')
    await anna.exchange()
    await anna.write('a2')
    await anna.exchange()
    const before = await packFiles()
    await rm(join(team.packFolder, before[1] ?? ''))
    anna.sync.start()
    await anna.reaches((status) => status.kind === 'syncing')
    await anna.reaches((status) => status.kind === 'upToDate')
    expect(await packFiles()).toEqual(before)
  })

  it('takes back the one file of the space when somebody deleted it', async () => {
    const anna = await start('anna')
    await anna.write('a1')
    await anna.exchange()
    const path = join(team.packFolder, '..', 'space.json')
    const before = await readFile(path)
    await rm(path)
    expect((await anna.exchange()).status.kind).toBe('upToDate')
    expect(await readFile(path)).toEqual(before)
  })
})
