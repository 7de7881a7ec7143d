import { spawnSync } from 'node:child_process'
import type { Clock } from '#shared/base/Clock'
import { FixedClock } from '#shared/testing/FixedClock'
import { seededIds } from '#shared/testing/seededIds'
import { createLog } from '../../platform/Log'
import { nodeProcesses } from '../../platform/nodeProcesses'
import type { Disk } from '../../platform/Disk'
import { Vault, type NewWorkspace } from '../Vault'
import type { VaultRecord } from '../VaultRecord'
import type { VaultWorld } from '../VaultWorld'

const ids = seededIds(20_261_121)

/** Ids that are the same in every run of a test file and never twice in it. */
export function testId(): string {
  return ids.next()
}

export const testWorkspace: NewWorkspace = { workspaceId: testId(), name: 'Northwind team', accountFolder: '/home/kim/Documents/Plumbline' }

export function testWorld(disk: Disk): VaultWorld {
  const clock = movingClock
  return { disk, clock, ids, log: createLog(clock, () => undefined), processes: nodeProcesses }
}

export function record(accountId: string, text: string | Uint8Array, kind: VaultRecord['kind'] = 'change'): VaultRecord {
  return { kind, accountId, bytes: typeof text === 'string' ? new TextEncoder().encode(text) : text }
}

export function textOf(record: VaultRecord): string {
  return new TextDecoder().decode(record.bytes)
}

const fixed = new FixedClock()

/** A second later each time it is asked, so that two packs written one after the other are never equal by chance. */
const movingClock: Clock = {
  now: () => {
    fixed.set(new Date(Date.parse(fixed.now()) + 1000).toISOString())
    return fixed.now()
  },
  today: () => fixed.today(),
}

/** An open vault in a folder that had none. */
export async function newVault(world: VaultWorld, folder = '/vault', workspace = testWorkspace): Promise<Vault> {
  const created = await Vault.create(world, folder, workspace)
  if (!created.ok) throw new Error(`Not created: ${created.error.kind}`)
  return reopened(world, folder)
}

export async function reopened(world: VaultWorld, folder = '/vault'): Promise<Vault> {
  const opened = await Vault.open(world, folder)
  if (!opened.ok) throw new Error(`Not opened: ${JSON.stringify(opened.error)}`)
  return opened.value
}

/** The texts of an account's records, in the order in which the vault gives them. */
export async function textsOf(vault: Vault, accountId: string): Promise<readonly string[]> {
  const records = await vault.readAccount(accountId)
  if (!records.ok) throw new Error(`Not read: ${JSON.stringify(records.error)}`)
  return records.value.map(textOf)
}

const endedPid = spawnSync(process.execPath, ['--version']).pid

/** Makes the lock that a crash left behind what it would be in life: the lock of a process that is gone. */
export async function endLockHolder(disk: Disk, folder = '/vault'): Promise<void> {
  await endHolderOf(disk, `${folder}/vault.lock`)
  await endHolderOf(disk, `${folder}/vault.lock.taking`)
}

async function endHolderOf(disk: Disk, path: string): Promise<void> {
  const existing = await disk.readFile(path)
  if (!existing.ok || existing.value.length === 0) return
  const identity = await nodeProcesses.self()
  const text = new TextEncoder().encode(JSON.stringify({ ...identity, pid: endedPid, nonce: testId() }))
  await disk.unlink(path)
  const file = await disk.createFile(path)
  if (!file.ok) throw new Error('No lock file')
  await file.value.write(text, 0)
  await file.value.sync()
  await file.value.close()
}
