import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { CrashDisk } from '../../platform/testing/CrashDisk'
import { describeRemote } from '../describeRemote'
import type { SpaceFile } from '../Remote'
import { bucketName, bucketOf, packName } from '../../vault/packName'
import { noSmallDiskReason, smallDisk } from '../testing/smallDisk'
import { FolderRemote, listSpaces } from './FolderRemote'
import { sharedDisk } from './sharedDisk'

const spaceId = 'aaaaaaaaaaaaaaaaaaaaaaaaaa'
const otherSpaceId = 'bbbbbbbbbbbbbbbbbbbbbbbbbb'
const anna = 'cccccccccccccccccccccccccc'
const space: SpaceFile = { format: 1, spaceId, protection: 'none', founderKey: null, name: 'Nordwind sales' }
const pack = { seq: 1, sha: '0'.repeat(64) }
const hello = new TextEncoder().encode('hello')

let root: string
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'plumbline-team-'))
})
afterEach(() => rm(root, { recursive: true, force: true }))

describeRemote('FolderRemote', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'plumbline-remote-'))
  const place = (spaceOfPack: string, deviceId: string, bucket: number) => join(folder, 'plumbline-v1', spaceOfPack, 'd', deviceId, bucketName(bucket))
  return {
    connect: (connected) => new FolderRemote(sharedDisk, folder, connected),
    addForeignFile: ({ deviceId, bucket, name }) => writeFile(join(place(spaceId, deviceId, bucket), name), 'foreign'),
    damagePack: (spaceOfPack, deviceId, damaged, bytes) =>
      writeFile(join(place(spaceOfPack, deviceId, bucketOf(damaged.seq)), packName(damaged)), bytes),
    takeAway: async () => {
      await rename(folder, `${folder}-away`)
      return () => rename(`${folder}-away`, folder)
    },
    cleanUp: () => rm(folder, { recursive: true, force: true }),
  }
})

describe('what lies in the team folder', () => {
  it('has the layout that other versions and other programs rely on', async () => {
    const remote = new FolderRemote(sharedDisk, root, spaceId)
    await remote.writeSpace(space)
    await remote.putPack(anna, { seq: 300, sha: 'a'.repeat(64) }, hello)
    expect((await readdir(root, { recursive: true })).sort()).toEqual([
      'plumbline-v1',
      `plumbline-v1/${spaceId}`,
      `plumbline-v1/${spaceId}/d`,
      `plumbline-v1/${spaceId}/d/${anna}`,
      `plumbline-v1/${spaceId}/d/${anna}/00001`,
      `plumbline-v1/${spaceId}/d/${anna}/00001/00000300-${'a'.repeat(64)}.pack`,
      `plumbline-v1/${spaceId}/space.json`,
    ])
    expect(JSON.parse(await readFile(join(root, 'plumbline-v1', spaceId, 'space.json'), 'utf8'))).toEqual(space)
  })

  it('can be read by the colleagues whom the folder lets in', async () => {
    await new FolderRemote(sharedDisk, root, spaceId).writeSpace(space)
    const mask = process.umask()
    const file = await stat(join(root, 'plumbline-v1', spaceId, 'space.json'))
    const folder = await stat(join(root, 'plumbline-v1', spaceId))
    expect(file.mode & 0o777).toBe(0o666 & ~mask)
    expect(folder.mode & 0o777).toBe(0o777 & ~mask)
  })

  it.each([
    ['nothing, as a cloud folder leaves it for a moment', '', { kind: 'damaged', what: `plumbline-v1/${spaceId}/space.json` }],
    ['half a file', '{"format":1,"spa', { kind: 'damaged', what: `plumbline-v1/${spaceId}/space.json` }],
    ['something else', '[]', { kind: 'damaged', what: `plumbline-v1/${spaceId}/space.json` }],
    ['a later format', '{"format":2}', { kind: 'wrongVersion', found: 'format 2' }],
    ['a protection of a later version', JSON.stringify({ ...space, protection: 'sealed-7' }), { kind: 'wrongVersion', found: 'a protection this version does not know' }],
    ['the space of somebody else', JSON.stringify({ ...space, spaceId: otherSpaceId }), { kind: 'otherSpace', found: 'Nordwind sales' }],
  ])('says what is wrong with a space file that holds %s, and leaves it alone', async (_what, content, error) => {
    const remote = new FolderRemote(sharedDisk, root, spaceId)
    await remote.writeSpace(space)
    const path = join(root, 'plumbline-v1', spaceId, 'space.json')
    await writeFile(path, content)
    expect(await remote.readSpace()).toEqual({ ok: false, error })
    expect(await remote.writeSpace(space)).toEqual({ ok: false, error })
    expect(await readFile(path, 'utf8')).toBe(content)
  })

  it('lists the spaces of a folder, so that a member can choose', async () => {
    expect(await listSpaces(sharedDisk, root)).toEqual({ ok: true, value: [] })
    const other = { ...space, spaceId: otherSpaceId, name: 'Other team' }
    await new FolderRemote(sharedDisk, root, otherSpaceId).writeSpace(other)
    await new FolderRemote(sharedDisk, root, spaceId).writeSpace(space)
    await mkdir(join(root, 'plumbline-v1', 'notes'))
    expect(await listSpaces(sharedDisk, root)).toEqual({ ok: true, value: [space, other] })
  })

  it('waits for a space whose file has not arrived, instead of offering an empty folder', async () => {
    await mkdir(join(root, 'plumbline-v1', spaceId, 'd'), { recursive: true })
    const missing = { ok: false, error: { kind: 'damaged', what: `plumbline-v1/${spaceId}/space.json` } }
    expect(await listSpaces(sharedDisk, root)).toEqual(missing)
    expect(await listSpaces(sharedDisk, root, spaceId)).toEqual({ ok: true, value: [] })
  })

  it('knows a folder that a later Plumbline made', async () => {
    await mkdir(join(root, 'plumbline-v2'))
    expect(await listSpaces(sharedDisk, root)).toEqual({ ok: false, error: { kind: 'wrongVersion', found: 'plumbline-v2' } })
  })
})

describe('a team folder that goes wrong', () => {
  it('is never made again below a drive that is not connected', async () => {
    const remote = new FolderRemote(sharedDisk, root, spaceId)
    await remote.writeSpace(space)
    await rm(join(root, 'plumbline-v1'), { recursive: true })
    expect(await remote.putPack(anna, pack, hello)).toEqual({ ok: false, error: { kind: 'offline' } })
    expect(await readdir(root)).toEqual([])
  })

  it('says which call was refused when a file stands where a folder should be', async () => {
    const remote = new FolderRemote(sharedDisk, root, spaceId)
    await remote.writeSpace(space)
    await writeFile(join(root, 'plumbline-v1', spaceId, 'd'), '')
    expect(await remote.putPack(anna, pack, hello)).toEqual({ ok: false, error: { kind: 'other', code: 'EEXIST' } })
    expect(await remote.listDevices()).toEqual({ ok: false, error: { kind: 'other', code: 'ENOTDIR' } })
  })

  it.each([
    ['EROFS', { kind: 'readOnly' }],
    ['EACCES', { kind: 'noAccess' }],
    ['EPERM', { kind: 'noAccess' }],
    ['ENOSPC', { kind: 'diskFull' }],
    ['EDQUOT', { kind: 'diskFull' }],
    ['ESTALE', { kind: 'offline' }],
    ['ENOTCONN', { kind: 'offline' }],
    ['EMFILE', { kind: 'other', code: 'EMFILE' }],
  ])('tells %s for what it is, at every call of a write, and leaves no half pack', async (code, error) => {
    for (const name of ['createFile', 'write', 'sync', 'rename'] as const) {
      const { disk, remote } = await onCrashDisk()
      disk.plan = (call) => (call.name === name ? { kind: 'fail', code } : null)
      expect(await remote.putPack(anna, pack, hello)).toEqual({ ok: false, error })
      disk.plan = () => null
      expect(await remote.listPacks(anna, 0)).toEqual({ ok: true, value: [] })
      const left = await disk.readDirectory(`/team/plumbline-v1/${spaceId}/d/${anna}/00000`)
      expect(left).toEqual({ ok: true, value: [] })
    }
  })

  it('holds a whole pack or none after a power cut at any moment', async () => {
    for (let number = 1; ; number++) {
      const { disk, remote } = await onCrashDisk()
      const start = disk.callCount
      disk.plan = (call) => (call.number === start + number ? { kind: 'crash' } : null)
      const outcome = await Promise.race([remote.putPack(anna, pack, hello), disk.crashed])
      const after = disk.afterCrash({ kind: 'forget' })
      const found = new FolderRemote(after, '/team', spaceId)
      const listed = await found.listPacks(anna, 0)
      if (listed.ok && listed.value.length > 0) expect(await found.getPack(anna, pack)).toEqual({ ok: true, value: hello })
      if (outcome) {
        expect(listed).toEqual({ ok: true, value: [pack] })
        return
      }
    }
  })

  it.skipIf(noSmallDiskReason !== null)(`says that the folder is full or read-only, keeps what is whole, and goes on afterwards (${noSmallDiskReason ?? 'on a real file system'})`, async () => {
    const disk = await smallDisk(1)
    try {
      const remote = new FolderRemote(sharedDisk, disk.folder, spaceId)
      await remote.writeSpace(space)
      await writeFile(join(disk.folder, 'holiday.mov'), new Uint8Array(900 * 1024))
      const big = new Uint8Array(300 * 1024)
      expect(await remote.putPack(anna, pack, big)).toEqual({ ok: false, error: { kind: 'diskFull' } })
      expect(await remote.listPacks(anna, 0)).toEqual({ ok: true, value: [] })
      await rm(join(disk.folder, 'holiday.mov'))
      expect(await remote.putPack(anna, pack, big)).toMatchObject({ ok: true })
      disk.makeReadOnly()
      expect(await remote.putPack(anna, { ...pack, seq: 2 }, hello)).toEqual({ ok: false, error: { kind: 'readOnly' } })
      expect(await remote.getPack(anna, pack)).toEqual({ ok: true, value: big })
      disk.makeWritable()
      expect(await remote.putPack(anna, { ...pack, seq: 2 }, hello)).toMatchObject({ ok: true })
    } finally {
      await disk.remove()
    }
  })
})

async function onCrashDisk(): Promise<{ disk: CrashDisk; remote: FolderRemote }> {
  const disk = new CrashDisk()
  await disk.makeDirectory('/team')
  await disk.syncDirectory('/')
  const remote = new FolderRemote(disk, '/team', spaceId)
  expect(await remote.writeSpace(space)).toMatchObject({ ok: true })
  return { disk, remote }
}
