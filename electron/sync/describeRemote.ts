import { createHash } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Remote, RemotePack, SpaceFile } from './Remote'

export interface RemoteUnderTest {
  /** A laptop's own way to the same place; what one writes, the next one reads. */
  connect(spaceId: string): Remote
  /** Puts a file beside the packs that is none: a copy after a conflict, a half-written one, something of somebody else. */
  addForeignFile(place: { readonly deviceId: string; readonly bucket: number; readonly name: string }): Promise<void>
  /** Makes the content of a stored pack another one, as a failing stick or a half-done copy does. */
  damagePack(spaceId: string, deviceId: string, pack: RemotePack, bytes: Uint8Array): Promise<void>
  /** Makes the place unreachable; the function answered brings it back with everything in it. */
  takeAway(): Promise<() => Promise<void>>
  cleanUp(): Promise<void>
}

const spaceId = 'aaaaaaaaaaaaaaaaaaaaaaaaaa'
const otherSpaceId = 'bbbbbbbbbbbbbbbbbbbbbbbbbb'
const anna = 'cccccccccccccccccccccccccc'
const ben = 'dddddddddddddddddddddddddd'
const space: SpaceFile = { format: 1, spaceId, protection: 'none', founderKey: null, name: 'Nordwind sales' }

/** What every remote must do, whatever carries it. Run by the test of each implementation. */
export function describeRemote(name: string, make: () => Promise<RemoteUnderTest>): void {
  describe(`${name} is a remote`, () => {
    let place: RemoteUnderTest
    beforeEach(async () => {
      place = await make()
    })
    afterEach(() => place.cleanUp())

    it('holds nothing before somebody writes a space', async () => {
      const remote = place.connect(spaceId)
      expect(await remote.readSpace()).toEqual({ ok: true, value: null })
      expect(await remote.listDevices()).toEqual({ ok: true, value: [] })
      expect(await remote.listBuckets(anna)).toEqual({ ok: true, value: [] })
      expect(await remote.listPacks(anna, 0)).toEqual({ ok: true, value: [] })
    })

    it('keeps the space that was written first', async () => {
      expect(await place.connect(spaceId).writeSpace(space)).toEqual({ ok: true, value: space })
      expect(await place.connect(spaceId).writeSpace({ ...space, name: 'Second' })).toEqual({ ok: true, value: space })
      expect(await place.connect(spaceId).readSpace()).toEqual({ ok: true, value: space })
    })

    it('answers one and the same space to everybody who writes at the same moment', async () => {
      const answers = await Promise.all(['One', 'Two', 'Three'].map((written) => place.connect(spaceId).writeSpace({ ...space, name: written })))
      const standing = await place.connect(spaceId).readSpace()
      expect(standing).toMatchObject({ ok: true, value: { spaceId } })
      expect(answers.every((answer) => answer.ok)).toBe(true)
    })

    it('says that another space lies there, and keeps the packs of two spaces apart', async () => {
      await place.connect(spaceId).writeSpace(space)
      expect(await place.connect(otherSpaceId).readSpace()).toEqual({ ok: false, error: { kind: 'otherSpace', found: 'Nordwind sales' } })
      await put(place.connect(spaceId), anna, 1, 'hello')
      expect(await place.connect(otherSpaceId).listDevices()).toEqual({ ok: true, value: [] })
    })

    it('gives another laptop the very bytes that were put', async () => {
      await place.connect(spaceId).writeSpace(space)
      const pack = await put(place.connect(spaceId), anna, 1, 'hello')
      const reader = place.connect(spaceId)
      expect(await reader.listDevices()).toEqual({ ok: true, value: [anna] })
      expect(await reader.listBuckets(anna)).toEqual({ ok: true, value: [0] })
      expect(await reader.listPacks(anna, 0)).toEqual({ ok: true, value: [pack] })
      const read = await reader.getPack(anna, pack)
      expect(read.ok && Buffer.from(read.value).toString()).toBe('hello')
    })

    it('lists packs by device and bucket, in the order of their numbers', async () => {
      const remote = place.connect(spaceId)
      await remote.writeSpace(space)
      const packs = [await put(remote, anna, 257, 'c'), await put(remote, anna, 255, 'a'), await put(remote, anna, 256, 'b')]
      await put(remote, ben, 7, 'd')
      expect(await remote.listDevices()).toEqual({ ok: true, value: [anna, ben] })
      expect(await remote.listBuckets(anna)).toEqual({ ok: true, value: [0, 1] })
      expect(await remote.listPacks(anna, 0)).toEqual({ ok: true, value: [packs[1]] })
      expect(await remote.listPacks(anna, 1)).toEqual({ ok: true, value: [packs[2], packs[0]] })
      expect(await remote.listPacks(anna, 2)).toEqual({ ok: true, value: [] })
    })

    it('lists two packs under one number, because a cloned laptop makes them', async () => {
      const remote = place.connect(spaceId)
      await remote.writeSpace(space)
      const packs = [await put(remote, anna, 3, 'one'), await put(remote, anna, 3, 'two')]
      const listed = await remote.listPacks(anna, 0)
      expect(listed.ok && new Set(listed.value.map((pack) => pack.sha))).toEqual(new Set(packs.map((pack) => pack.sha)))
    })

    it('does nothing when the same pack is put again, and heals one whose content was damaged', async () => {
      const remote = place.connect(spaceId)
      await remote.writeSpace(space)
      const pack = await put(remote, anna, 1, 'hello')
      await put(remote, anna, 1, 'hello')
      expect(await remote.listPacks(anna, 0)).toEqual({ ok: true, value: [pack] })
      for (const damaged of ['', 'hel', 'hexlo']) {
        await place.damagePack(spaceId, anna, pack, new TextEncoder().encode(damaged))
        await put(remote, anna, 1, 'hello')
        const read = await remote.getPack(anna, pack)
        expect(read.ok && Buffer.from(read.value).toString()).toBe('hello')
      }
    })

    it('takes one pack away and leaves the others, also when it is gone already', async () => {
      const remote = place.connect(spaceId)
      await remote.writeSpace(space)
      const [first, second] = [await put(remote, anna, 1, 'hello'), await put(remote, anna, 2, 'again')]
      expect(await remote.deletePack(anna, first)).toEqual({ ok: true, value: undefined })
      expect(await remote.deletePack(anna, first)).toEqual({ ok: true, value: undefined })
      expect(await place.connect(spaceId).listPacks(anna, 0)).toEqual({ ok: true, value: [second] })
      expect((await remote.getPack(anna, first)).ok).toBe(false)
    })

    it('takes no notice of files that are not exactly named like a pack', async () => {
      const remote = place.connect(spaceId)
      await remote.writeSpace(space)
      const pack = await put(remote, anna, 1, 'hello')
      const exact = `00000001-${pack.sha}.pack`
      const names = [
        `00000001-${pack.sha} (Anna's conflicted copy 2026-11-21).pack`,
        `00000001-${pack.sha}.sync-conflict-20261121-140210-ABCDEFG.pack`,
        `00000001-${pack.sha.toUpperCase()}.pack`,
        `1-${pack.sha}.pack`,
        `00000000-${pack.sha}.pack`,
        `00000300-${pack.sha}.pack`,
        `${exact}.tmp`,
        `~${exact}`,
        '~0123456789abcdef.tmp',
        'desktop.ini',
        '.DS_Store',
      ]
      for (const foreign of names) await place.addForeignFile({ deviceId: anna, bucket: 0, name: foreign })
      expect(await remote.listPacks(anna, 0)).toEqual({ ok: true, value: [pack] })
    })

    it('is offline while it cannot be reached, and has everything when it is back', async () => {
      const remote = place.connect(spaceId)
      await remote.writeSpace(space)
      const pack = await put(remote, anna, 1, 'hello')
      const bringBack = await place.takeAway()
      const offline = { ok: false, error: { kind: 'offline' } }
      expect(await remote.readSpace()).toEqual(offline)
      expect(await remote.writeSpace(space)).toEqual(offline)
      expect(await remote.listDevices()).toEqual(offline)
      expect(await remote.listBuckets(anna)).toEqual(offline)
      expect(await remote.listPacks(anna, 0)).toEqual(offline)
      expect(await remote.getPack(anna, pack)).toEqual(offline)
      expect(await remote.putPack(anna, ...packOf(2, 'later'))).toEqual(offline)
      expect(await remote.deletePack(anna, pack)).toEqual(offline)
      await bringBack()
      expect(await remote.readSpace()).toEqual({ ok: true, value: space })
      expect(await remote.listPacks(anna, 0)).toEqual({ ok: true, value: [pack] })
    })
  })
}

async function put(remote: Remote, deviceId: string, seq: number, text: string): Promise<RemotePack> {
  const [pack, bytes] = packOf(seq, text)
  expect(await remote.putPack(deviceId, pack, bytes)).toEqual({ ok: true, value: undefined })
  return pack
}

/** To a remote a pack is some bytes under a number and their hash. */
function packOf(seq: number, text: string): [RemotePack, Uint8Array] {
  const bytes = new TextEncoder().encode(text)
  return [{ seq, sha: createHash('sha256').update(bytes).digest('hex') }, bytes]
}
