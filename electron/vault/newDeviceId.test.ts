import { expect, test } from 'vitest'
import { CrashDisk } from '../platform/testing/CrashDisk'
import type { Survival } from '../platform/testing/crashNodes'
import { seededRandom } from './testing/seededRandom'
import { endLockHolder, newVault, record, reopened, testId, testWorld, textsOf } from './testing/vaultWorld'
import type { HeldPack, Vault } from './Vault'

const account = testId()
const seed = Number(process.env['PLUMBLINE_SEED'] ?? 11)

async function write(vault: Vault, text: string): Promise<void> {
  await vault.append([record(account, text)])
  await vault.seal()
}

async function packBytes(vault: Vault, pack: HeldPack | undefined): Promise<Uint8Array> {
  const bytes = await vault.readPack(pack?.deviceId ?? '', pack?.seq ?? 0, pack?.sha)
  if (!bytes.ok) throw new Error(`No pack: ${bytes.error.kind}`)
  return bytes.value
}

/** Two laptops from one disk image, each of which then went on under the same device id. */
async function clonedLaptops(): Promise<{ readonly one: Vault; readonly two: Vault; readonly twoDisk: CrashDisk }> {
  const disk = new CrashDisk()
  const original = await newVault(testWorld(disk))
  await write(original, 'before the copy')
  await original.close()
  const twoDisk = disk.afterCrash({ kind: 'keep' })
  const one = await reopened(testWorld(disk))
  const two = await reopened(testWorld(twoDisk))
  await write(one, 'on one')
  await write(two, 'on two')
  await write(two, 'on two again')
  return { one, two, twoDisk }
}

test('a cloned laptop is told that its stream has forked, takes a new id, and both laptops end with everything', async () => {
  const { one, two } = await clonedLaptops()
  const sharedId = one.deviceId
  const second = await packBytes(one, one.ownPacks()[1])
  expect(await two.receive(second)).toEqual({ ok: false, error: { kind: 'ownStreamForked', seq: 2 } })
  await two.append([record(account, 'not sealed yet')])

  const adopted = await two.adoptNewDeviceId({ sentThrough: 1 })
  expect(adopted).toEqual({ ok: true, value: two.deviceId })
  expect(two.deviceId).not.toBe(sharedId)
  expect(two.packs(sharedId).map((pack) => pack.seq)).toEqual([1])
  expect(two.ownPacks().map((pack) => pack.seq)).toEqual([1, 2, 3])
  expect(await two.receive(second)).toMatchObject({ ok: true, value: { alreadyHeld: false } })
  for (const pack of two.ownPacks()) expect(await one.receive(await packBytes(two, pack))).toMatchObject({ ok: true })

  const everything = ['before the copy', 'not sealed yet', 'on one', 'on two', 'on two again']
  expect([...(await textsOf(one, account))].sort()).toEqual(everything)
  expect([...(await textsOf(two, account))].sort()).toEqual(everything)
  expect([...one.notices(), ...two.notices()]).toEqual([])
  for (const vault of [one, two]) {
    expect(await vault.verify()).toMatchObject({ ok: true, value: { problems: [] } })
    await vault.close()
  }
})

test('a restored backup is told that the remote knows more of it than it does itself', async () => {
  const disk = new CrashDisk()
  const vault = await newVault(testWorld(disk))
  await write(vault, 'in the backup')
  await vault.close()
  const backup = disk.afterCrash({ kind: 'keep' })
  const later = await reopened(testWorld(disk))
  await write(later, 'after the backup')
  const sent = await packBytes(later, later.ownPacks()[1])

  const restored = await reopened(testWorld(backup))
  await restored.append([record(account, 'after the restore')])
  expect(await restored.receive(sent)).toEqual({ ok: false, error: { kind: 'ownStreamRolledBack', seq: 2, newestHeld: 1 } })
  await restored.adoptNewDeviceId({ sentThrough: 1 })
  expect(await restored.receive(sent)).toMatchObject({ ok: true })
  expect([...(await textsOf(restored, account))].sort()).toEqual(['after the backup', 'after the restore', 'in the backup'])
  await restored.close()
})

test('the id of a vault stays what it became after a restart', async () => {
  const { one, two, twoDisk } = await clonedLaptops()
  await two.adoptNewDeviceId({ sentThrough: 1 })
  const { deviceId } = two
  await two.close()
  const again = await reopened(testWorld(twoDisk))
  expect(again.deviceId).toBe(deviceId)
  await write(again, 'afterwards')
  expect(again.ownPacks()).toHaveLength(3)
  expect(again.notices()).toEqual([])
  await again.close()
  await one.close()
})

test('another laptop that meets both branches of a fork keeps and reads both', async () => {
  const { one, two } = await clonedLaptops()
  const third = await newVault(testWorld(new CrashDisk()))
  for (const pack of one.ownPacks()) expect(await third.receive(await packBytes(one, pack))).toMatchObject({ ok: true })
  for (const pack of two.ownPacks()) expect(await third.receive(await packBytes(two, pack))).toMatchObject({ ok: true })
  expect([...(await textsOf(third, account))].sort()).toEqual(['before the copy', 'on one', 'on two', 'on two again'])
  expect(third.notices()).toEqual([{ kind: 'fork', deviceId: one.deviceId, seq: 2 }])
  const forked = third.packs(one.deviceId).filter((pack) => pack.seq === 2)
  expect(await Promise.all(forked.map((pack) => packBytes(third, pack)))).toHaveLength(2)
  for (const vault of [one, two, third]) await vault.close()
})

test.each<[string, (call: number) => Survival]>([
  ['nothing that was not flushed survives', () => ({ kind: 'forget' })],
  ['everything survives', () => ({ kind: 'keep' })],
  [`an arbitrary part survives (seed ${seed})`, (call) => ({ kind: 'torn', random: seededRandom(seed + call) })],
])('the power goes at any call of the change and %s: every record is there once', async (_name, survivalOf) => {
  const faults: string[] = []
  let calls = 0
  for (let call = 1; call === 1 || call <= calls; call++) {
    const { one, two, twoDisk } = await clonedLaptops()
    await two.append([record(account, 'not sealed yet')])
    const before = twoDisk.callCount
    twoDisk.plan = ({ number }) => (number === before + call ? { kind: 'crash' } : null)
    const adopted = await Promise.race([two.adoptNewDeviceId({ sentThrough: 1 }), twoDisk.crashed])
    if (adopted?.ok === true) calls = Math.max(calls, call)
    else calls = Math.max(calls, call + 1)
    twoDisk.crash()
    const after = twoDisk.afterCrash(survivalOf(call))
    await endLockHolder(after)
    const again = await reopened(testWorld(after))
    const found = [...(await textsOf(again, account))].sort().join(', ')
    if (found !== 'before the copy, not sealed yet, on two, on two again') faults.push(`at call ${call}: ${found}`)
    await write(again, 'afterwards')
    const report = await again.verify()
    if (!report.ok || report.value.problems.length > 0) faults.push(`at call ${call}: ${JSON.stringify(report)}`)
    await again.close()
    await one.close()
  }
  expect(faults).toEqual([])
  expect(calls).toBeGreaterThan(30)
})

test.each([
  ['is full', ['write', 'createFile']],
  ['fails to flush names', ['syncDirectory']],
] as const)('a change of id during which the disk %s is finished by the next sealing', async (_name, failing) => {
  const { one, two, twoDisk } = await clonedLaptops()
  let counted = 0
  for (let refusedAt = 1; refusedAt <= 60; refusedAt++) {
    const before = twoDisk.callCount
    twoDisk.plan = ({ number, name }) => (number >= before + refusedAt && failing.some((call) => call === name) ? { kind: 'fail', code: 'ENOSPC' } : null)
    const adopted = await two.adoptNewDeviceId({ sentThrough: 0 })
    twoDisk.plan = () => null
    counted += adopted.ok ? 0 : 1
    expect((await two.seal()).ok).toBe(true)
    expect([...(await textsOf(two, account))].sort()).toEqual(['before the copy', 'on two', 'on two again'])
  }
  expect(counted).toBeGreaterThan(5)
  expect(await two.verify()).toMatchObject({ ok: true, value: { problems: [] } })
  await two.close()
  const again = await reopened(testWorld(twoDisk))
  expect([...(await textsOf(again, account))].sort()).toEqual(['before the copy', 'on two', 'on two again'])
  await again.close()
  await one.close()
})
