import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createLog } from '../platform/Log'
import { nodeDisk } from '../platform/nodeDisk'
import { systemClock } from '../platform/systemClock'
import { bytesSource } from '../vault/blobs/BlobSource'
import { BlobStore } from '../vault/blobs/BlobStore'
import { BlobSync } from './BlobSync'
import { FolderBlobs } from './remotes/FolderBlobs'
import { sharedDisk } from './remotes/sharedDisk'

const spaceId = 'aaaaaaaaaaaaaaaaaaaaaaaaaa'
const picture = new Uint8Array(2_500_000).map((_, index) => (index * 7) & 255)
const log = createLog(systemClock, () => undefined)

let home: string
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'plumbline-blobs-'))
  await mkdir(join(home, 'team', 'plumbline-v1', spaceId), { recursive: true })
})
afterEach(() => rm(home, { recursive: true, force: true }))

async function laptop(name: string): Promise<{ readonly blobs: BlobStore; readonly exchange: () => ReturnType<BlobSync['exchange']> }> {
  await mkdir(join(home, name), { recursive: true })
  const blobs = new BlobStore(nodeDisk, join(home, name, 'blobs'), () => false)
  const sync = new BlobSync(blobs, log)
  const remote = new FolderBlobs(sharedDisk, join(home, 'team'), spaceId)
  return { blobs, exchange: () => sync.exchange(remote, () => false) }
}

async function addTo(blobs: BlobStore, bytes: Uint8Array): Promise<string> {
  const added = await blobs.add(bytesSource(bytes), { isLargeAgreed: false })
  if (!added.ok) throw new Error(added.error.kind)
  return added.value.sha
}

const inTeam = (sha: string): string => join(home, 'team', 'plumbline-v1', spaceId, 'blobs', sha.slice(0, 2), sha)

test('an attachment goes through the team folder to the other laptop, once', async () => {
  const [kim, sam] = [await laptop('kim'), await laptop('sam')]
  const sha = await addTo(kim.blobs, picture)
  expect(await kim.exchange()).toEqual({ sent: 1, received: 0, problem: null })
  expect(await sam.exchange()).toEqual({ sent: 0, received: 1, problem: null })
  expect(await sam.blobs.check(sha)).toEqual({ ok: true, value: 'whole' })
  expect([await kim.exchange(), await sam.exchange()]).toEqual([
    { sent: 0, received: 0, problem: null },
    { sent: 0, received: 0, problem: null },
  ])
  expect(Buffer.compare(await readFile(inTeam(sha)), picture)).toBe(0)
  expect(await readdir(join(inTeam(sha), '..'))).toEqual([sha])
})

test('a torn or swapped file in the team folder is not taken; a torn one is put right by who has it', async () => {
  const [kim, sam] = [await laptop('kim'), await laptop('sam')]
  const sha = await addTo(kim.blobs, picture)
  await kim.exchange()
  await writeFile(inTeam(sha), picture.subarray(0, 1_000_000))
  expect(await sam.exchange()).toEqual({ sent: 0, received: 0, problem: null })
  expect(await sam.blobs.list()).toEqual({ ok: true, value: [] })
  expect(await kim.exchange()).toEqual({ sent: 1, received: 0, problem: null })
  expect(await sam.exchange()).toEqual({ sent: 0, received: 1, problem: null })
})

test('an attachment damaged on the laptop does not reach the team folder, and comes back from there', async () => {
  const [kim, sam] = [await laptop('kim'), await laptop('sam')]
  const sha = await addTo(kim.blobs, picture)
  await kim.exchange()
  await sam.exchange()
  await rm(inTeam(sha))
  await writeFile(join(home, 'kim', 'blobs', sha.slice(0, 2), sha), picture.slice().fill(0, 5, 50))
  expect(await kim.exchange()).toEqual({ sent: 0, received: 0, problem: null })
  expect(await sam.exchange()).toEqual({ sent: 1, received: 0, problem: null })
  expect(await kim.exchange()).toEqual({ sent: 0, received: 1, problem: null })
  expect(await kim.blobs.check(sha)).toEqual({ ok: true, value: 'whole' })
})

test('while the folder is away nothing is made in its place', async () => {
  const kim = await laptop('kim')
  await addTo(kim.blobs, picture)
  await rename(join(home, 'team'), join(home, 'away'))
  expect(await kim.exchange()).toEqual({ sent: 0, received: 0, problem: { kind: 'offline' } })
  expect(await readdir(home)).toEqual(['away', 'kim'])
})
