import { describe, expect, test } from 'vitest'
import { CrashDisk } from '../platform/testing/CrashDisk'
import { encodeCheckedJson } from './checkedJson'
import { encodeLogHeader } from './logSegment'
import { encodePack, packFormat } from './Pack'
import { bucketName, packName } from './packName'
import { sha256, sha256Hex } from './sha256'
import { damaged } from './testing/damage'
import { seededRandom } from './testing/seededRandom'
import { newVault, record, reopened, testId, testWorkspace, testWorld, textsOf } from './testing/vaultWorld'
import { Vault, type HeldPack } from './Vault'

const seed = Number(process.env['PLUMBLINE_SEED'] ?? 1)
const account = testId()
const packFolder = (deviceId: string): string => `/vault/spaces/${testWorkspace.workspaceId}/d/${deviceId}/${bucketName(0)}`
const packPath = (pack: HeldPack): string => `${packFolder(pack.deviceId)}/${pack.name}`

async function overwrite(disk: CrashDisk, path: string, bytes: Uint8Array): Promise<void> {
  await disk.unlink(path)
  const file = await disk.createFile(path)
  if (!file.ok) throw new Error(`Cannot write ${path}`)
  await file.value.write(bytes, 0)
}

async function contentOf(disk: CrashDisk, path: string): Promise<Uint8Array> {
  const bytes = await disk.readFile(path)
  if (!bytes.ok) throw new Error(`Cannot read ${path}`)
  return bytes.value
}

/** A closed vault with three own packs of one record each, and its disk. */
async function threePacks(): Promise<{ readonly disk: CrashDisk; readonly packs: readonly HeldPack[] }> {
  const disk = new CrashDisk()
  const vault = await newVault(testWorld(disk))
  for (const text of ['one', 'two', 'three']) {
    await vault.append([record(account, text)])
    await vault.seal()
  }
  const packs = vault.ownPacks()
  await vault.close()
  return { disk, packs }
}

test(`2,000 damaged packs from a remote are refused with a reason, and none of them leaves a trace (seed ${seed})`, async () => {
  const { disk, packs } = await threePacks()
  const random = seededRandom(seed)
  const vault = await newVault(testWorld(new CrashDisk()))
  const originals = await Promise.all(packs.map(async (pack) => ({ pack, bytes: await contentOf(disk, packPath(pack)) })))
  const reasons = new Map<string, number>()
  for (let round = 0; round < 2000; round++) {
    const original = originals[round % originals.length]
    if (original === undefined) continue
    const bad = damaged(original.bytes, random)
    const received = await vault.receive(bad.bytes, original.pack)
    if (received.ok) throw new Error(`seed ${seed}, round ${round}, ${bad.how}: taken`)
    reasons.set(received.error.kind, (reasons.get(received.error.kind) ?? 0) + 1)
  }
  expect([...reasons.values()].reduce((sum, count) => sum + count, 0)).toBe(2000)
  expect(vault.stats()).toMatchObject({ packs: 0, accounts: 0 })
  expect(await vault.receive(originals[0]?.bytes ?? new Uint8Array(), packs[0])).toMatchObject({ ok: true })
  await vault.close()
})

test('a pack from another space, or under another name than its own, is refused', async () => {
  const { disk, packs } = await threePacks()
  const [first, second] = packs
  if (first === undefined || second === undefined) throw new Error('No packs')
  const bytes = await contentOf(disk, packPath(first))
  const stranger = await newVault(testWorld(new CrashDisk()), '/vault', { ...testWorkspace, workspaceId: testId() })
  expect(await stranger.receive(bytes)).toEqual({ ok: false, error: { kind: 'otherSpace' } })
  const member = await newVault(testWorld(new CrashDisk()))
  expect(await member.receive(bytes, second)).toEqual({ ok: false, error: { kind: 'wrongName' } })
  expect(await member.receive(bytes, { ...first, deviceId: testId() })).toEqual({ ok: false, error: { kind: 'wrongName' } })
})

describe('a damaged pack in the vault', () => {
  test.each([0, 1, 2])('number %i is reported, does not count as held, and is healed by the same pack from elsewhere', async (index) => {
    const { disk, packs } = await threePacks()
    const pack = packs[index]
    if (pack === undefined) throw new Error('No pack')
    const original = await contentOf(disk, packPath(pack))
    await overwrite(disk, packPath(pack), damaged(original, seededRandom(seed + index)).bytes)

    const vault = await reopened(testWorld(disk))
    const lost = ['one', 'two', 'three'][index]
    expect(await textsOf(vault, account)).toEqual(['one', 'two', 'three'].filter((text) => text !== lost))
    expect(vault.notices()).toContainEqual(expect.objectContaining({ kind: 'packDamaged', seq: index + 1, reason: 'hash' }))
    expect(vault.packs(vault.deviceId)).toHaveLength(2)
    expect(await vault.readPack(vault.deviceId, index + 1)).toMatchObject({ ok: false })
    expect(await vault.verify()).toMatchObject({ ok: true, value: { problems: expect.arrayContaining([expect.objectContaining({ kind: 'packDamaged' })]) } })

    expect(await vault.receive(original, pack)).toMatchObject({ ok: true, value: { alreadyHeld: false, accountIds: [account] } })
    expect([...(await textsOf(vault, account))].sort()).toEqual(['one', 'three', 'two'])
    expect(await vault.verify()).toMatchObject({ ok: true, value: { packs: 3, problems: [] } })
    expect(vault.notices()).toEqual([])
    await vault.close()
  })

  test('is set aside and never deleted, its number stays taken, and after a restart it is still missed', async () => {
    const { disk, packs } = await threePacks()
    const pack = packs[2]
    if (pack === undefined) throw new Error('No pack')
    const original = await contentOf(disk, packPath(pack))
    const bad = original.slice(0, 300)
    await overwrite(disk, packPath(pack), bad)
    await (await reopened(testWorld(disk))).close()
    const aside = `${packPath(pack)}.${sha256Hex(bad).slice(0, 16)}.damaged`
    expect(await contentOf(disk, aside)).toEqual(bad)
    expect((await disk.stat(packPath(pack))).ok).toBe(false)

    const vault = await reopened(testWorld(disk))
    expect(vault.notices()).toEqual([expect.objectContaining({ kind: 'packDamaged', seq: 3, reason: 'setAside' })])
    await vault.append([record(account, 'four')])
    await vault.seal()
    expect(vault.ownPacks().map(({ seq }) => seq)).toEqual([1, 2, 4])
    expect((await vault.receive(original, pack)).ok).toBe(true)
    await vault.close()
    const again = await reopened(testWorld(disk))
    expect(again.notices()).toEqual([])
    expect(await textsOf(again, account)).toEqual(['one', 'two', 'three', 'four'])
    expect(await contentOf(disk, aside)).toEqual(bad)
    await again.close()
  })

  test('that only the check of everything finds counts as not held from then on, and is healed', async () => {
    const { disk, packs } = await threePacks()
    const vault = await reopened(testWorld(disk))
    const pack = packs[1]
    if (pack === undefined) throw new Error('No pack')
    const original = await contentOf(disk, packPath(pack))
    await overwrite(disk, packPath(pack), damaged(original, seededRandom(seed)).bytes)
    expect(await vault.verify()).toMatchObject({ ok: true, value: { problems: expect.arrayContaining([expect.objectContaining({ kind: 'packDamaged', seq: 2 })]) } })
    expect(vault.ownPacks().map(({ seq }) => seq)).toEqual([1, 3])
    expect(vault.streams()[0]).toMatchObject({ watermark: 1, holes: [{ from: 2, to: 2 }] })
    expect((await vault.receive(original, pack)).ok).toBe(true)
    expect(await vault.verify()).toMatchObject({ ok: true, value: { problems: [] } })
    await vault.close()
  })

  test('that goes bad while the vault is open is noticed when it is read', async () => {
    const { disk, packs } = await threePacks()
    const vault = await reopened(testWorld(disk))
    const pack = packs[1]
    if (pack === undefined) throw new Error('No pack')
    const bytes = await contentOf(disk, packPath(pack))
    bytes[bytes.length - 4] = (bytes[bytes.length - 4] ?? 0) ^ 1
    await overwrite(disk, packPath(pack), bytes)
    expect(await textsOf(vault, account)).toEqual(['one', 'three'])
    expect(vault.notices()).toContainEqual(expect.objectContaining({ kind: 'packDamaged', seq: 2, reason: 'changed', accountIds: [account] }))
    await vault.close()
  })

  test('that cannot be read for a while takes nothing out of the log when it can be read again', async () => {
    const { disk, packs } = await threePacks()
    const newest = packs[2]
    if (newest === undefined) throw new Error('No pack')
    const original = await contentOf(disk, packPath(newest))
    await overwrite(disk, packPath(newest), original.slice(0, 10))
    const vault = await reopened(testWorld(disk))
    await vault.append([record(account, 'four')])
    const after = disk.afterCrash({ kind: 'keep' })
    await after.unlink('/vault/vault.lock')
    await overwrite(after, packPath(newest), original)
    const again = await reopened(testWorld(after))
    expect(await textsOf(again, account)).toEqual(['one', 'two', 'three', 'four'])
    await again.close()
  })

  test('of this device that is gone altogether is reported and taken back from elsewhere', async () => {
    const { disk, packs } = await threePacks()
    const pack = packs[1]
    if (pack === undefined) throw new Error('No pack')
    const original = await contentOf(disk, packPath(pack))
    await disk.unlink(packPath(pack))
    const vault = await reopened(testWorld(disk))
    expect(vault.notices()).toContainEqual({ kind: 'packMissing', deviceId: vault.deviceId, from: 2, to: 2 })
    expect(await vault.receive(original)).toMatchObject({ ok: true, value: { alreadyHeld: false } })
    expect(vault.notices()).toEqual([])
    await vault.close()
  })
})

test('damage in the middle of a log costs that record only, and the file is kept as it was', async () => {
  const disk = new CrashDisk()
  const vault = await newVault(testWorld(disk))
  for (const text of ['one', 'two', 'three']) await vault.append([record(account, text)])
  const after = disk.afterCrash({ kind: 'keep' })
  await after.unlink('/vault/vault.lock')
  const path = '/vault/wal/00000001.log'
  const bytes = await contentOf(after, path)
  const at = Buffer.from(bytes).indexOf('two')
  bytes[at] = (bytes[at] ?? 0) ^ 1
  await overwrite(after, path, bytes)

  const again = await reopened(testWorld(after))
  expect(await textsOf(again, account)).toEqual(['one', 'three'])
  const [notice] = again.notices()
  expect(notice).toMatchObject({ kind: 'logDamaged', file: 'wal/00000001.log', recordsAfter: 1, reason: 'hash' })
  const copy = notice?.kind === 'logDamaged' ? notice.copy : null
  await again.close()
  expect(await contentOf(after, `/vault/${copy}`)).toEqual(bytes)
  const last = await reopened(testWorld(after))
  expect(await textsOf(last, account)).toEqual(['one', 'three'])
  expect(last.notices()).toEqual([])
  await last.close()
})

test(`whatever happens to one file of a vault, it opens with the rest and says so, or says why not (seed ${seed})`, async () => {
  const random = seededRandom(seed)
  for (let round = 0; round < 300; round++) {
    const disk = new CrashDisk()
    const vault = await newVault(testWorld(disk))
    await vault.append([record(account, 'packed')])
    await vault.seal()
    await vault.append([record(account, 'logged')])
    const pack = vault.ownPacks()[0]
    const after = disk.afterCrash({ kind: 'keep' })
    await after.unlink('/vault/vault.lock')
    const victims = ['/vault/workspace.json', '/vault/device.json', '/vault/wal/00000002.log', pack === undefined ? '' : packPath(pack)]
    const victim = victims[round % victims.length] ?? ''
    const bad = damaged(await contentOf(after, victim), random)
    await overwrite(after, victim, bad.bytes)
    const opened = await Vault.open(testWorld(after), '/vault')
    const where = `seed ${seed}, round ${round}, ${bad.how} in ${victim}`
    if (victim.endsWith('workspace.json')) {
      expect(opened.ok ? null : opened.error, where).toMatchObject({ kind: expect.stringMatching(/^(damaged|newerFormat)$/) as string, file: 'workspace.json' })
      continue
    }
    // A format number that has become a higher one cannot be told from a later version's.
    if (!opened.ok && opened.error.kind === 'newerFormat' && victim.endsWith('device.json')) continue
    if (!opened.ok) throw new Error(`${where}: ${JSON.stringify(opened.error)}`)
    expect(opened.value.notices().length, where).toBeGreaterThan(0)
    const found = await textsOf(opened.value, account)
    if (!victim.endsWith('.pack')) expect(found, where).toContain('packed')
    if (!victim.endsWith('.log')) expect(found, where).toContain('logged')
    expect(found.every((text) => text === 'packed' || text === 'logged'), where).toBe(true)
    await opened.value.close()
  }
})

describe('a vault of a later version', () => {
  const laterLog = (): Uint8Array => {
    const header = encodeLogHeader({ number: 9, previous: 0, previousLength: 0, firstSequence: 1 })
    header[9] = 2
    header.set(sha256(header.subarray(0, 36)), 36)
    return header
  }
  const laterPack = (): Uint8Array => {
    const { bytes } = encodePack(
      { spaceId: testWorkspace.workspaceId, deviceId: testId(), incarnation: 1, seq: 1, prevSha: null, createdAt: '2026-11-21T09:00:00.000Z', logThrough: 1 },
      [],
    )
    return bytes.fill(packFormat + 1, 9, 10)
  }

  test.each([
    ['workspace.json', () => ({ path: '/vault/workspace.json', bytes: encodeCheckedJson({ format: 2 }) })],
    ['device.json', () => ({ path: '/vault/device.json', bytes: encodeCheckedJson({ format: 2 }) })],
    ['wal/00000009.log', () => ({ path: '/vault/wal/00000009.log', bytes: laterLog() })],
  ])('is refused because of %s, untouched, and the lock is let go', async (file, make) => {
    const { disk } = await threePacks()
    const { path, bytes } = make()
    await overwrite(disk, path, bytes)
    const opened = await Vault.open(testWorld(disk), '/vault')
    expect(opened).toEqual({ ok: false, error: { kind: 'newerFormat', file, found: 2, known: 1 } })
    expect(await contentOf(disk, path)).toEqual(bytes)
    expect((await disk.stat('/vault/vault.lock')).ok).toBe(false)
  })

  test('is refused because of a pack, and such a pack is not taken from a remote', async () => {
    const { disk, packs } = await threePacks()
    const bytes = laterPack()
    const vault = await reopened(testWorld(disk))
    expect(await vault.receive(bytes)).toMatchObject({ ok: false, error: { kind: 'newerFormat', found: 2, known: 1 } })
    await vault.close()
    const name = packName({ seq: 4, sha: sha256Hex(bytes) })
    await overwrite(disk, `${packFolder(packs[0]?.deviceId ?? '')}/${name}`, bytes)
    expect(await Vault.open(testWorld(disk), '/vault')).toMatchObject({ ok: false, error: { kind: 'newerFormat', found: 2, known: 1 } })
  })
})

test('a vault without a device file writes on under a new device id and keeps what it had', async () => {
  const { disk, packs } = await threePacks()
  await disk.unlink('/vault/device.json')
  const vault = await reopened(testWorld(disk))
  expect(vault.deviceId).not.toBe(packs[0]?.deviceId)
  expect(vault.notices()).toEqual([{ kind: 'newDevice', reason: 'missing' }])
  await vault.append([record(account, 'four')])
  await vault.seal()
  expect([...(await textsOf(vault, account))].sort()).toEqual(['four', 'one', 'three', 'two'])
  await vault.close()
})
