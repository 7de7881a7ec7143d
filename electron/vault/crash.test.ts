import { describe, expect, test } from 'vitest'
import type { Disk, DiskFile, DiskResult } from '../platform/Disk'
import { ok } from '#shared/base/Result'
import type { CrashDisk } from '../platform/testing/CrashDisk'
import type { Survival } from '../platform/testing/crashNodes'
import { Vault } from './Vault'
import { seededRandom } from './testing/seededRandom'
import { faultsIn, foreignPack, nothingTold, session, usedDisk, type Told } from './testing/vaultScenario'
import { endLockHolder, testWorld } from './testing/vaultWorld'

const seed = Number(process.env['PLUMBLINE_SEED'] ?? 4711)
const foreign = await foreignPack(['from another laptop'])

const survivals: readonly { readonly name: string; readonly of: (call: number) => Survival }[] = [
  { name: 'nothing that was not flushed survives', of: () => ({ kind: 'forget' }) },
  { name: 'everything survives', of: () => ({ kind: 'keep' }) },
  { name: `an arbitrary part survives (seed ${seed})`, of: (call) => ({ kind: 'torn', random: seededRandom(seed + call) }) },
  { name: `another arbitrary part survives (seed ${seed + 1})`, of: (call) => ({ kind: 'torn', random: seededRandom(seed * 31 + call) }) },
]

/** How many calls a session makes to the disk when nothing goes wrong. */
async function callsOfSession(): Promise<number> {
  const disk = await usedDisk(nothingTold())
  await endLockHolder(disk)
  const before = disk.callCount
  await session(disk, nothingTold(), foreign)
  return disk.callCount - before
}

async function crashedAt(call: number, told: Told): Promise<CrashDisk> {
  const disk = await usedDisk(told)
  await endLockHolder(disk)
  const before = disk.callCount
  disk.plan = ({ number }) => (number === before + call ? { kind: 'crash' } : null)
  await Promise.race([session(disk, told, foreign), disk.crashed])
  return disk
}

describe.each(survivals)('the power goes at any call of a session and $name', ({ of }) => {
  test('what was acknowledged is there, once, and nothing else', async () => {
    const calls = await callsOfSession()
    expect(calls).toBeGreaterThan(100)
    const faults: string[] = []
    for (let call = 1; call <= calls; call++) {
      const told = nothingTold()
      const disk = (await crashedAt(call, told)).afterCrash(of(call))
      await endLockHolder(disk)
      faults.push(...(await faultsIn(disk, told)).map((fault) => `at call ${call}: ${fault}`))
    }
    expect(faults).toEqual([])
  })
})

test('the power goes a second time while the vault is being repaired', async () => {
  const calls = await callsOfSession()
  const random = seededRandom(seed)
  const faults: string[] = []
  for (let call = 1; call <= calls; call++) {
    const told = nothingTold()
    const disk = (await crashedAt(call, told)).afterCrash({ kind: 'torn', random })
    await endLockHolder(disk)
    const second = disk.callCount + 1 + Math.floor(random() * 40)
    disk.plan = ({ number }) => (number === second ? { kind: 'crash' } : null)
    await Promise.race([Vault.open(testWorld(disk), '/vault'), disk.crashed])
    const after = disk.afterCrash({ kind: 'torn', random })
    await endLockHolder(after)
    faults.push(...(await faultsIn(after, told)).map((fault) => `at call ${call}, then ${second}: ${fault}`))
  }
  expect(faults).toEqual([])
})

test('a vault that forgot to flush would be found out by these tests', async () => {
  const disk = await usedDisk(nothingTold())
  await endLockHolder(disk)
  const told = nothingTold()
  await session(withoutFlushing(disk), told, foreign)
  disk.crash()
  const after = disk.afterCrash({ kind: 'forget' })
  await endLockHolder(after)
  expect(await faultsIn(after, told)).toContain('lost: last')
})

/** A disk whose files say that they were flushed when they were not. */
function withoutFlushing(disk: CrashDisk): Disk {
  const hasty = (file: DiskFile): DiskFile => ({
    write: (bytes, position) => file.write(bytes, position),
    sync: async () => ok(),
    syncData: async () => ok(),
    truncate: (length) => file.truncate(length),
    close: () => file.close(),
  })
  const opened = async (opening: DiskResult<DiskFile>): DiskResult<DiskFile> => {
    const result = await opening
    return result.ok ? ok(hasty(result.value)) : result
  }
  return new Proxy(disk, {
    get: (target, name: keyof Disk) => {
      if (name === 'createFile' || name === 'openFile') return (path: string) => opened(target[name](path))
      return target[name].bind(target)
    },
  })
}
