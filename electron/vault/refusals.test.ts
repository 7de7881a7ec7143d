import { describe, expect, test } from 'vitest'
import { CrashDisk, type DiskCall } from '../platform/testing/CrashDisk'
import { account, append, faultsIn, foreignPack, nothingTold, session, usedDisk, type Told } from './testing/vaultScenario'
import { endLockHolder, newVault, record, reopened, testId, testWorld, textsOf } from './testing/vaultWorld'

const foreign = await foreignPack(['from another laptop'])

async function readyDisk(told: Told): Promise<CrashDisk> {
  const disk = await usedDisk(told)
  await endLockHolder(disk)
  return disk
}

async function callsOfSession(): Promise<number> {
  const disk = await readyDisk(nothingTold())
  const before = disk.callCount
  await session(disk, nothingTold(), foreign)
  return disk.callCount - before
}

const growing: ReadonlySet<DiskCall['name']> = new Set(['createFile', 'write', 'makeDirectory'])

describe.each([
  { name: 'the disk is full', code: 'ENOSPC', hits: (call: DiskCall) => growing.has(call.name) },
  { name: 'the disk has become read-only', code: 'EROFS', hits: (call: DiskCall) => growing.has(call.name) || ['rename', 'unlink', 'truncate', 'openFile'].includes(call.name) },
  { name: 'the disk fails to flush', code: 'EIO', hits: (call: DiskCall) => ['sync', 'syncData', 'syncDirectory'].includes(call.name) },
  { name: 'the disk fails', code: 'EIO', hits: (call: DiskCall) => call.name !== 'close' },
])('$name at one call of a session', ({ code, hits }) => {
  test('the call is refused, nothing else is lost, and the vault goes on', async () => {
    const calls = await callsOfSession()
    const faults: string[] = []
    let refusals = 0
    for (let call = 1; call <= calls; call++) {
      const told = nothingTold()
      const disk = await readyDisk(told)
      const before = disk.callCount
      disk.plan = (made) => (made.number === before + call && hits(made) ? { kind: 'fail', code } : null)
      await session(disk, told, foreign)
      const after = disk.afterCrash({ kind: 'forget' })
      await endLockHolder(after)
      refusals += told.refused.length
      faults.push(...(await faultsIn(after, told)).map((fault) => `at call ${call}: ${fault}`))
      const vault = await reopened(testWorld(after))
      const found = await textsOf(vault, account)
      await vault.close()
      faults.push(...told.refused.filter((text) => found.includes(text)).map((text) => `at call ${call}: refused, and yet there: ${text}`))
    }
    expect(faults).toEqual([])
    expect(refusals).toBeGreaterThan(0)
  })
})

test('with the disk full for a while every write is refused, and when space returns the vault goes on where it was', async () => {
  const told = nothingTold()
  const disk = await readyDisk(told)
  const vault = await reopened(testWorld(disk))
  await append(vault, told, ['with space'])
  disk.plan = (call) => (growing.has(call.name) ? { kind: 'fail', code: 'ENOSPC' } : null)
  for (let attempt = 0; attempt < 5; attempt++) await append(vault, told, [`full ${attempt}`])
  expect(await vault.seal()).toEqual({ ok: false, error: { kind: 'diskFull' } })
  expect(await vault.receive(foreign)).toEqual({ ok: false, error: { kind: 'diskFull' } })
  expect(told.refused).toHaveLength(5)
  disk.plan = () => null
  await append(vault, told, ['space again'])
  expect((await vault.seal()).ok).toBe(true)
  expect(await vault.receive(foreign)).toMatchObject({ ok: true, value: { alreadyHeld: false } })
  expect(await textsOf(vault, account)).toEqual(expect.arrayContaining(['with space', 'space again', 'from another laptop']))
  expect(vault.stats().unsealedRecords).toBe(0)
  await vault.close()
  told.asked.push('from another laptop')
  expect(await faultsIn(disk, told)).toEqual([])
})

test('closing on a full disk keeps the records in the log and lets go of the lock', async () => {
  const disk = new CrashDisk()
  const world = testWorld(disk)
  const account = testId()
  const vault = await newVault(world)
  await vault.append([record(account, 'one')])
  disk.plan = (call) => (growing.has(call.name) ? { kind: 'fail', code: 'ENOSPC' } : null)
  await vault.close()
  disk.plan = () => null
  const again = await reopened(world)
  expect(await textsOf(again, account)).toEqual(['one'])
  expect(again.stats().unsealedRecords).toBe(1)
  await again.close()
})
