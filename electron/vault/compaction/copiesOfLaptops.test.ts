import { expect, test } from 'vitest'
import { CrashDisk } from '../../platform/testing/CrashDisk'
import { eager, TeamFolder, textDocuments, textsInAccount } from '../testing/TeamFolder'
import { newVault, record, reopened, testId, testWorld } from '../testing/vaultWorld'
import type { Vault } from '../Vault'

const account = testId()

async function write(vault: Vault, texts: readonly string[]): Promise<void> {
  for (const text of texts) {
    await vault.append([record(account, text)])
    await vault.seal()
  }
}

async function compact(vault: Vault, folder: TeamFolder): Promise<string> {
  await folder.exchange(vault)
  return (await vault.compact({ documents: textDocuments(vault), remote: folder.remoteFor(vault) }, eager)).kind
}

/** Writes and compacts until the packs that were there at first are retired. */
async function goOnUntilRetired(vault: Vault, folder: TeamFolder, through: number, name: string): Promise<readonly string[]> {
  const written: string[] = []
  for (let round = 0; (vault.streams()[0]?.retiredThrough ?? 0) < through && round < 20; round++) {
    const texts = [1, 2, 3, 4].map((index) => `${name} ${round}.${index}`)
    await write(vault, texts)
    written.push(...texts)
    await compact(vault, folder)
  }
  expect(vault.streams()[0]?.retiredThrough).toBeGreaterThanOrEqual(through)
  return written
}

/** As sync does when the folder knows another past of this device: a new id, and everything that was not known to be sent again. */
async function meet(vault: Vault, folder: TeamFolder): Promise<boolean> {
  const before = vault.deviceId
  for (const [path, bytes] of folder.files) {
    const [deviceId = '', seq = '', sha = ''] = path.split('/')
    if (deviceId !== vault.deviceId || vault.packs(deviceId).some((pack) => pack.sha === sha)) continue
    const received = await vault.receive(bytes, { deviceId, seq: Number(seq), sha })
    if (!received.ok && (received.error.kind === 'ownStreamForked' || received.error.kind === 'ownStreamRolledBack')) {
      const missing = vault.ownPacks().filter((pack) => !folder.files.has(folder.pathOf(pack)))
      await vault.adoptNewDeviceId({ sentThrough: (missing[0]?.seq ?? Number.MAX_SAFE_INTEGER) - 1 })
      break
    }
  }
  return vault.deviceId !== before
}

async function settle(vaults: readonly Vault[], folder: TeamFolder): Promise<readonly (readonly string[])[]> {
  for (let round = 0; round < 4; round++) for (const vault of vaults) await folder.exchange(vault)
  return Promise.all(vaults.map((vault) => textsInAccount(vault, account)))
}

test('a backup from before a compaction is restored: the laptop goes on under a new id, and nobody loses anything', async () => {
  const folder = new TeamFolder()
  const disk = new CrashDisk()
  const original = await newVault(testWorld(disk))
  await write(original, ['a', 'b', 'c'])
  await folder.exchange(original)
  await original.close()
  const backup = disk.afterCrash({ kind: 'keep' })
  const lived = await reopened(testWorld(disk))
  const later = await goOnUntilRetired(lived, folder, 3, 'later')
  await lived.close()

  const restored = await reopened(testWorld(backup))
  await write(restored, ['after the restore'])
  expect(await meet(restored, folder)).toBe(true)
  const fresh = await newVault(testWorld(new CrashDisk()))
  const expected = ['a', 'b', 'c', 'after the restore', ...later].sort()
  expect(await settle([restored, fresh], folder)).toEqual([expected, expected])
  expect(restored.notices()).toEqual([])
  expect([await compact(restored, folder), await compact(restored, folder)]).not.toContain('refused')
  expect(await settle([restored, fresh], folder)).toEqual([expected, expected])
  await Promise.all([restored.close(), fresh.close()])
})

test('a cloned laptop stays behind while the other one compacts past where they parted: both end with everything', async () => {
  const folder = new TeamFolder()
  const disk = new CrashDisk()
  const original = await newVault(testWorld(disk))
  await write(original, ['a', 'b'])
  await folder.exchange(original)
  await original.close()
  const cloneDisk = disk.afterCrash({ kind: 'keep' })
  const one = await reopened(testWorld(disk))
  const two = await reopened(testWorld(cloneDisk))
  await write(two, ['two, offline 1', 'two, offline 2', 'two, offline 3'])
  const byOne = await goOnUntilRetired(one, folder, 4, 'one')

  expect(await meet(two, folder)).toBe(true)
  const expected = ['a', 'b', 'two, offline 1', 'two, offline 2', 'two, offline 3', ...byOne].sort()
  expect(await settle([one, two], folder)).toEqual([expected, expected])
  expect(new Set([one.deviceId, two.deviceId]).size).toBe(2)
  const report = await two.verify()
  expect(report.ok && report.value.problems).toEqual([])
  await Promise.all([one.close(), two.close()])
})

test('what a clone left in the folder under a number that is retired is taken in and not deleted', async () => {
  const folder = new TeamFolder()
  const disk = new CrashDisk()
  const original = await newVault(testWorld(disk))
  await write(original, ['a', 'b'])
  await original.close()
  const clone = await reopened(testWorld(disk.afterCrash({ kind: 'keep' })))
  await write(clone, ['only on the clone'])
  const stray = await clone.readPack(clone.deviceId, 3)
  const one = await reopened(testWorld(disk))
  const byOne = await goOnUntilRetired(one, folder, 4, 'one')
  if (!stray.ok) throw new Error('No pack')
  expect((await one.receive(stray.value)).ok).toBe(true)
  const expected = ['a', 'b', 'only on the clone', ...byOne].sort()
  expect(await textsInAccount(one, account)).toEqual(expected)
  await compact(one, folder)
  expect(await textsInAccount(one, account)).toEqual(expected)
  const more = await goOnUntilRetired(one, folder, one.ownPacks().at(-1)?.seq ?? 0, 'more')
  await compact(one, folder)
  await compact(one, folder)
  const fresh = await newVault(testWorld(new CrashDisk()))
  await folder.exchange(fresh)
  expect(await textsInAccount(fresh, account)).toEqual([...expected, ...more].sort())
  await Promise.all([clone.close(), one.close(), fresh.close()])
})
