import { describe, expect, test } from 'vitest'
import type { Disk } from '../../platform/Disk'
import { CrashDisk } from '../../platform/testing/CrashDisk'
import type { Survival } from '../../platform/testing/crashNodes'
import { sha256Hex } from '../sha256'
import { seededRandom } from '../testing/seededRandom'
import { endLockHolder, newVault, reopened, testWorld } from '../testing/vaultWorld'
import { blobPieceBytes, bytesSource, readPieces, type BlobSource } from './BlobSource'
import { askAboveBytes, BlobStore, refuseAboveBytes } from './BlobStore'

const seed = Number(process.env['PLUMBLINE_SEED'] ?? 7)
const usual = { isLargeAgreed: false }

function storeOn(disk: Disk): BlobStore {
  return new BlobStore(disk, '/vault/blobs', () => false)
}

async function withFolder(): Promise<CrashDisk> {
  const disk = new CrashDisk()
  await disk.makeDirectory('/vault')
  return disk
}

function anyBytes(length: number, start = 1): Uint8Array {
  return new Uint8Array(length).map((_, index) => (index * 31 + start) & 255)
}

/** As large as it says, without the memory. */
function hollow(bytes: number): BlobSource {
  return { bytes, read: (_, length) => Promise.resolve({ ok: true, value: new Uint8Array(length) }) }
}

async function contentOf(store: BlobStore, sha: string): Promise<Uint8Array | null> {
  const source = await store.open(sha)
  if (!source.ok) return null
  const pieces: Uint8Array[] = []
  const read = await readPieces<never>(source.value, (piece) => Promise.resolve({ ok: true, value: void pieces.push(piece) }))
  return read.ok ? Buffer.concat(pieces) : null
}

test('a file of several pieces comes out as it went in, once, under its hash', async () => {
  const disk = await withFolder()
  const store = storeOn(disk)
  const bytes = anyBytes(2 * blobPieceBytes + 17)
  const sha = sha256Hex(bytes)
  expect(await store.add(bytesSource(bytes), usual)).toEqual({ ok: true, value: { sha, bytes: bytes.length } })
  expect(await store.add(bytesSource(bytes), usual)).toMatchObject({ ok: true })
  expect(await store.list()).toEqual({ ok: true, value: [{ sha, bytes: bytes.length }] })
  expect(Buffer.compare((await contentOf(store, sha)) ?? new Uint8Array(), bytes)).toBe(0)
  expect([await store.has(sha), await store.has('0'.repeat(64)), await store.has('../device.json')]).toEqual([true, false, false])
  const names = await disk.readDirectory(`/vault/blobs/${sha.slice(0, 2)}`)
  expect(names.ok && names.value.map(({ name }) => name)).toEqual([sha])
})

test('above 20 MB it asks, above 200 MB it refuses, and nothing is nothing', async () => {
  const store = storeOn(await withFolder())
  expect(await store.add(hollow(askAboveBytes + 1), usual)).toEqual({ ok: false, error: { kind: 'askFirst', bytes: askAboveBytes + 1, limit: askAboveBytes } })
  expect(await store.add(hollow(refuseAboveBytes + 1), { isLargeAgreed: true })).toEqual({ ok: false, error: { kind: 'tooLarge', bytes: refuseAboveBytes + 1, limit: refuseAboveBytes } })
  expect(await store.receive('a'.repeat(64), hollow(refuseAboveBytes + 1))).toMatchObject({ ok: false, error: { kind: 'tooLarge' } })
  expect(await store.add(hollow(0), usual)).toEqual({ ok: false, error: { kind: 'empty' } })
  expect(await store.list()).toEqual({ ok: true, value: [] })
})

test('what comes from elsewhere under a wrong name is refused and leaves nothing', async () => {
  const disk = await withFolder()
  const store = storeOn(disk)
  const bytes = anyBytes(3000)
  const sha = sha256Hex(bytes)
  expect(await store.receive(sha, bytesSource(bytes.slice(1)))).toEqual({ ok: false, error: { kind: 'wrongHash' } })
  expect(await store.receive(sha, { ...bytesSource(bytes), bytes: 4000 })).toEqual({ ok: false, error: { kind: 'wrongHash' } })
  expect(await store.receive('../../etc', bytesSource(bytes))).toEqual({ ok: false, error: { kind: 'wrongHash' } })
  const left = await disk.readDirectory(`/vault/blobs/${sha.slice(0, 2)}`)
  expect(left.ok && left.value).toEqual([])
  expect((await store.receive(sha, bytesSource(bytes))).ok).toBe(true)
})

test('a file that is written to while it is read is not stored', async () => {
  const store = storeOn(await withFolder())
  let reads = 0
  const restless: BlobSource = { bytes: 100, read: (_, length) => Promise.resolve({ ok: true, value: new Uint8Array(length).fill(reads++) }) }
  expect(await store.add(restless, usual)).toEqual({ ok: false, error: { kind: 'changedMeanwhile' } })
  expect(await store.list()).toEqual({ ok: true, value: [] })
})

test('a damaged attachment is found by the check of everything, set aside, and can come again', async () => {
  const disk = new CrashDisk()
  const vault = await newVault(testWorld(disk))
  const bytes = anyBytes(5000)
  const added = await vault.blobs.add(bytesSource(bytes), usual)
  if (!added.ok) throw new Error('Not stored')
  const { sha } = added.value
  const path = `/vault/blobs/${sha.slice(0, 2)}/${sha}`
  expect(await vault.verify()).toMatchObject({ ok: true, value: { blobs: 1, problems: [] } })
  const file = await disk.openFile(path)
  if (file.ok) await file.value.write(new Uint8Array([1, 2, 3]), 100)
  expect(await vault.verify()).toMatchObject({ ok: true, value: { problems: [{ kind: 'blobDamaged', sha }] } })
  expect(await vault.blobs.has(sha)).toBe(false)
  expect((await vault.blobs.receive(sha, bytesSource(bytes))).ok).toBe(true)
  expect(await vault.verify()).toMatchObject({ ok: true, value: { blobs: 1, problems: [] } })
  const names = await disk.readDirectory(`/vault/blobs/${sha.slice(0, 2)}`)
  expect(names.ok && names.value).toHaveLength(2)
  await vault.close()
  expect(await vault.blobs.add(bytesSource(anyBytes(10)), usual)).toEqual({ ok: false, error: { kind: 'closed' } })
})

const survivals: readonly (readonly [string, (call: number) => Survival])[] = [
  ['nothing unflushed survives', () => ({ kind: 'forget' })],
  ['everything survives', () => ({ kind: 'keep' })],
  [`an arbitrary part survives (seed ${seed})`, (call) => ({ kind: 'torn', random: seededRandom(seed + call) })],
]

describe('the power goes at any call of storing an attachment', () => {
  test.each(survivals)('and %s: it is there whole, or it was not acknowledged', async (_, survival) => {
    const bytes = anyBytes(blobPieceBytes + 9)
    const sha = sha256Hex(bytes)
    const faults: string[] = []
    let calls = 0
    for (let call = 1, isDone = false; !isDone; call++, calls++) {
      const disk = new CrashDisk()
      const vault = await newVault(testWorld(disk))
      const before = disk.callCount
      disk.plan = ({ number }) => (number === before + call ? { kind: 'crash' } : null)
      const added = await Promise.race([vault.blobs.add(bytesSource(bytes), usual), disk.crashed])
      isDone = added !== undefined
      const after = disk.afterCrash(survival(call))
      await endLockHolder(after)
      const again = await reopened(testWorld(after))
      const isThere = await again.blobs.has(sha)
      if (isThere && Buffer.compare((await contentOf(again.blobs, sha)) ?? new Uint8Array(), bytes) !== 0) faults.push(`at call ${call}: torn`)
      if (isDone && !isThere) faults.push(`at call ${call}: acknowledged and gone`)
      const names = await after.readDirectory(`/vault/blobs/${sha.slice(0, 2)}`)
      if (names.ok && names.value.some(({ name }) => name !== sha)) faults.push(`at call ${call}: left lying`)
      await again.close()
    }
    expect(calls).toBeGreaterThan(8)
    expect(faults).toEqual([])
  })
})
