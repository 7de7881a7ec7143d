import { cp, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { err } from '#shared/base/Result'
import { diskProblemFromCode, type Disk } from '../platform/Disk'
import { nodeDisk } from '../platform/nodeDisk'
import { FolderRemote } from './remotes/FolderRemote'
import { sharedDisk } from './remotes/sharedDisk'
import { space, TestTeam, type Laptop, type LaptopOptions } from './testing/Laptop'
import { noSmallDiskReason, smallDisk } from './testing/smallDisk'

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

/** A disk that refuses some calls while `code` is set. */
function refusingDisk(disk: Disk, calls: readonly ('createFile' | 'makeDirectory' | 'rename' | 'readDirectory' | 'readFile')[]): { disk: Disk; code: string | null } {
  const refusing: { disk: Disk; code: string | null } = { disk, code: null }
  const refuse = (name: string) => (refusing.code !== null && calls.some((call) => call === name) ? err(diskProblemFromCode(refusing.code)) : null)
  refusing.disk = {
    ...disk,
    createFile: (path) => Promise.resolve(refuse('createFile') ?? disk.createFile(path)),
    makeDirectory: (path) => Promise.resolve(refuse('makeDirectory') ?? disk.makeDirectory(path)),
    rename: (from, to) => Promise.resolve(refuse('rename') ?? disk.rename(from, to)),
    readDirectory: (path) => Promise.resolve(refuse('readDirectory') ?? disk.readDirectory(path)),
    readFile: (path) => Promise.resolve(refuse('readFile') ?? disk.readFile(path)),
  }
  return refusing
}

describe('a team folder that cannot be used', () => {
  it('while it is away is offline, by itself again when it is back', async () => {
    const anna = await start('anna', { pollMs: 20 })
    anna.sync.start()
    await anna.reaches((status) => status.kind === 'upToDate')
    await rename(team.folder, `${team.folder}-away`)
    await anna.write('a1')
    const offline = await anna.reaches((status) => status.kind === 'offline')
    expect(offline).toMatchObject({ waiting: 1 })
    expect(offline.problem?.message).toContain(team.folder)
    await rename(`${team.folder}-away`, team.folder)
    expect(await anna.reaches((status) => status.kind === 'upToDate' && status.waiting === 0)).toMatchObject({ problem: null })
    const ben = await start('ben')
    await ben.exchange()
    expect(await ben.texts()).toEqual(['a1'])
  })

  it.each([
    ['EROFS', 'readOnly', 'read-only'],
    ['EACCES', 'noAccess', 'may not use'],
    ['ENOSPC', 'diskFull', 'is full'],
    ['EDQUOT', 'diskFull', 'is full'],
    ['EMFILE', 'other', 'EMFILE'],
  ])('because of %s needs somebody, says what is safe, still receives, and goes on afterwards', async (code, kind, words) => {
    const ben = await start('ben')
    await ben.write('b1')
    await ben.exchange()
    const disk = refusingDisk(sharedDisk, ['createFile', 'makeDirectory', 'rename'])
    const anna = await start('anna', { teamDisk: disk.disk })
    await anna.write('a1', 'a2')
    disk.code = code
    const { status, received } = await anna.exchange()
    expect(status).toMatchObject({ kind: 'needsYou', waiting: 2, problem: { kind } })
    expect(status.problem?.message).toContain(words)
    expect(status.problem?.message).toContain('Your work is saved on this laptop')
    expect(received).toBe(1)
    disk.code = null
    expect((await anna.exchange()).status).toMatchObject({ kind: 'upToDate', waiting: 0, problem: null })
    expect(await anna.texts()).toEqual(['a1', 'a2', 'b1'])
  })

  it('because it may only be read is no trouble while there is nothing to send', async () => {
    const ben = await start('ben')
    await ben.write('b1')
    await ben.exchange()
    const disk = refusingDisk(sharedDisk, ['createFile', 'makeDirectory', 'rename'])
    disk.code = 'EROFS'
    const anna = await start('anna', { teamDisk: disk.disk })
    expect(await anna.exchange()).toMatchObject({ received: 1, status: { kind: 'upToDate', problem: null } })
  })

  it.skipIf(noSmallDiskReason !== null)(`because the disk under it is full or read-only loses nothing (${noSmallDiskReason ?? 'on a real file system'})`, async () => {
    const disk = await smallDisk(1)
    try {
      await new FolderRemote(sharedDisk, disk.folder, space.spaceId).writeSpace(space)
      const [anna, ben] = [await start('anna', { folder: disk.folder }), await start('ben', { folder: disk.folder })]
      await anna.write('a1')
      await anna.exchange()
      await writeFile(join(disk.folder, 'holiday.mov'), new Uint8Array(700 * 1024))
      const long = 'x'.repeat(200_000)
      await anna.write(`a2 ${long}`, `a3 ${long}`)
      expect((await anna.exchange()).status).toMatchObject({ kind: 'needsYou', waiting: 2, problem: { kind: 'diskFull' } })
      await ben.exchange()
      expect(await ben.texts()).toEqual(['a1'])
      await rm(join(disk.folder, 'holiday.mov'))
      expect((await anna.exchange()).status).toMatchObject({ kind: 'upToDate', waiting: 0 })
      disk.makeReadOnly()
      await anna.write('a4')
      expect((await anna.exchange()).status).toMatchObject({ kind: 'needsYou', waiting: 1, problem: { kind: 'readOnly' } })
      expect((await ben.exchange()).status).toMatchObject({ kind: 'upToDate' })
      expect(await ben.texts()).toHaveLength(3)
      disk.makeWritable()
      await anna.exchange()
      await ben.exchange()
      expect(await ben.texts()).toHaveLength(4)
    } finally {
      for (const laptop of laptops.splice(0)) await laptop.close()
      await disk.remove()
    }
  })

  it('because a file stands in its place names what it met', async () => {
    const anna = await start('anna')
    await anna.write('a1')
    await rm(team.folder, { recursive: true })
    await writeFile(team.folder, 'a file')
    expect((await anna.exchange()).status).toMatchObject({ kind: 'needsYou', waiting: 1, problem: { kind: 'other' } })
    await rm(team.folder)
    expect((await anna.exchange()).status).toMatchObject({ kind: 'offline', waiting: 1 })
  })

  it('because it was emptied, or a drive is not connected, is not filled without being asked', async () => {
    const anna = await start('anna')
    await anna.write('a1')
    await anna.exchange()
    await rm(join(team.folder, 'plumbline-v1'), { recursive: true })
    const { status } = await anna.exchange()
    expect(status).toMatchObject({ kind: 'needsYou', problem: { kind: 'spaceGone' } })
    expect(await readdir(team.folder)).toEqual([])
    await new FolderRemote(sharedDisk, team.folder, space.spaceId).writeSpace(space)
    expect(await anna.exchange()).toMatchObject({ sent: 1, status: { kind: 'upToDate' } })
  })

  it.each([
    ['another team took its place', 'otherSpace', { ...space, spaceId: 'zzzzzzzzzzzzzzzzzzzzzzzzzz', name: 'Southwind' }, 'Southwind'],
    ['a newer Plumbline wrote it', 'wrongVersion', { format: 2 }, 'Update Plumbline'],
    ['its file is damaged', 'damaged', 'half a fi', 'space.json'],
    ['it is sealed now', 'wrongVersion', { ...space, protection: 'sealed-1' }, 'Update Plumbline'],
  ])('because %s needs somebody and is left as it is', async (_why, kind, content, words) => {
    const anna = await start('anna')
    await anna.write('a1')
    await anna.exchange()
    const path = join(team.packFolder, '..', 'space.json')
    const text = typeof content === 'string' ? content : JSON.stringify(content)
    await writeFile(path, text)
    await anna.write('a2')
    const { status, sent } = await anna.exchange()
    expect(status).toMatchObject({ kind: 'needsYou', waiting: 1, problem: { kind } })
    expect(status.problem?.message).toContain(words)
    expect(sent).toBe(0)
    expect(await readFile(path, 'utf8')).toBe(text)
  })

  it('because another team put its own space there, with ours gone', async () => {
    const anna = await start('anna')
    await rm(join(team.folder, 'plumbline-v1'), { recursive: true })
    const other = { ...space, spaceId: 'z'.repeat(26), name: 'Southwind' }
    await new FolderRemote(sharedDisk, team.folder, other.spaceId).writeSpace(other)
    expect((await anna.exchange()).status).toMatchObject({ kind: 'needsYou', problem: { kind: 'otherSpace' } })
  })
})

describe("this laptop's own disk", () => {
  it('full while receiving leaves the packs in the team folder and takes them later', async () => {
    const ben = await start('ben')
    await ben.write('b1')
    await ben.exchange()
    const disk = refusingDisk(nodeDisk, ['createFile', 'makeDirectory'])
    const anna = await start('anna', { vaultDisk: disk.disk })
    disk.code = 'ENOSPC'
    const { status } = await anna.exchange()
    expect(status).toMatchObject({ kind: 'needsYou', problem: { kind: 'thisLaptop' } })
    expect(status.problem?.message).toContain("This laptop's disk is full")
    disk.code = null
    expect(await anna.exchange()).toMatchObject({ received: 1, status: { kind: 'upToDate' } })
    expect(await anna.texts()).toEqual(['b1'])
  })
})

describe('a laptop whose past is not what the team folder remembers', () => {
  it('restored from a backup goes on under a new device id and loses neither what it sent nor what it wrote since', async () => {
    const anna = await start('anna')
    const ben = await start('ben')
    await anna.write('a1')
    await anna.exchange()
    await anna.close()
    await cp(anna.vaultFolder, join(team.home, 'backup'), { recursive: true })
    const later = await start('anna')
    await later.write('a2', 'a3')
    await later.exchange()
    await ben.exchange()
    await later.close()
    await rm(anna.vaultFolder, { recursive: true })
    await cp(join(team.home, 'backup'), anna.vaultFolder, { recursive: true })

    const restored = await start('anna')
    const before = restored.vault.deviceId
    await restored.write('after the backup')
    expect((await restored.exchange()).status).toMatchObject({ kind: 'upToDate', waiting: 0 })
    expect(restored.vault.deviceId).not.toBe(before)
    expect(await restored.texts()).toEqual(['a1', 'a2', 'a3', 'after the backup'])
    await ben.exchange()
    expect(await ben.texts()).toEqual(['a1', 'a2', 'a3', 'after the backup'])
  })

  it('cloned, both write on: everybody ends with everything, and each laptop has a stream of its own', async () => {
    const anna = await start('anna')
    const ben = await start('ben')
    await anna.write('a1')
    await anna.exchange()
    await anna.close()
    await cp(anna.vaultFolder, join(team.home, 'clone'), { recursive: true })
    const [original, clone] = [await start('anna'), await start('clone')]
    await original.write('by the original')
    await original.vault.seal()
    await clone.write('by the clone')
    await clone.vault.seal()
    await original.exchange()
    await clone.exchange()
    await original.write('original again')
    await clone.write('clone again')
    for (const laptop of [original, clone, ben, original, clone, ben]) await laptop.exchange()
    const everything = ['a1', 'by the clone', 'by the original', 'clone again', 'original again']
    for (const laptop of [original, clone, ben]) {
      expect(await laptop.texts()).toEqual(everything)
      expect(laptop.sync.status()).toMatchObject({ kind: 'upToDate', waiting: 0 })
    }
    expect(original.vault.deviceId).not.toBe(clone.vault.deviceId)
  })

  it('that lost one of its own packs gets it back', async () => {
    const anna = await start('anna')
    for (const text of ['a1', 'a2', 'a3']) {
      await anna.write(text)
      await anna.exchange()
    }
    await anna.close()
    const all = await readdir(anna.vaultFolder, { recursive: true })
    const own = all.filter((name) => name.endsWith('.pack')).sort()
    await rm(join(anna.vaultFolder, own[1] ?? ''))
    const again = await start('anna')
    expect(await again.texts()).toEqual(['a1', 'a3'])
    expect((await again.exchange()).status.kind).toBe('upToDate')
    expect(again.vault.deviceId).toBe(anna.vault.deviceId)
    expect(await again.texts()).toEqual(['a1', 'a2', 'a3'])
  })
})

describe('stopping', () => {
  it('waits for the pack under way, starts no other, and the rest goes the next time', async () => {
    const stopped: { service: Laptop | null; done: Promise<void> } = { service: null, done: Promise.resolve() }
    const disk: Disk = {
      ...sharedDisk,
      rename: (from, to) => {
        stopped.done = stopped.service?.sync.stop() ?? stopped.done
        stopped.service = null
        return sharedDisk.rename(from, to)
      },
    }
    const anna = await start('anna', { teamDisk: disk, pollMs: 20 })
    stopped.service = anna
    for (const text of ['a1', 'a2', 'a3']) {
      await anna.write(text)
      await anna.vault.seal()
    }
    anna.sync.start()
    await anna.reaches((status) => status.kind === 'syncing')
    await anna.reaches((status) => status.kind === 'waiting')
    await stopped.done
    expect(anna.sync.status()).toMatchObject({ kind: 'waiting', waiting: 2 })
    expect(await anna.exchange()).toMatchObject({ sent: 2, status: { kind: 'upToDate' } })
  })

  it('closing the vault under a sync that still polls is told, not thrown', async () => {
    const anna = await start('anna')
    await anna.write('a1')
    await anna.vault.close()
    expect((await anna.exchange()).status).toMatchObject({ kind: 'needsYou', problem: { kind: 'vaultClosed' } })
  })

  it('of a folder: leaving it counts nothing as waiting, another one gets everything', async () => {
    const anna = await start('anna')
    await anna.write('a1')
    await anna.exchange()
    await anna.sync.connect(null)
    expect(anna.sync.status()).toMatchObject({ kind: 'noTeamFolder', waiting: 0, lastSyncedAt: null, problem: null })
    expect(await anna.exchange()).toMatchObject({ sent: 0, status: { kind: 'noTeamFolder' } })
    const folder = join(team.home, 'other')
    await mkdir(folder)
    const remote = new FolderRemote(sharedDisk, folder, space.spaceId)
    await remote.writeSpace(space)
    await anna.sync.connect({ remote, space, place: folder })
    expect(anna.sync.status()).toMatchObject({ kind: 'waiting', waiting: 1 })
    expect(await anna.exchange()).toMatchObject({ sent: 1, status: { kind: 'upToDate' } })
  })
})
