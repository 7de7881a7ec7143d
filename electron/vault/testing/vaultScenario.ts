import type { Disk } from '../../platform/Disk'
import { CrashDisk } from '../../platform/testing/CrashDisk'
import { Vault } from '../Vault'
import { newVault, record, reopened, testId, testWorld, textsOf } from './vaultWorld'

export const account = testId()

/** What a session asked for and what it was told, kept outside of the disk that may go down. */
export interface Told {
  /** Texts whose append answered ok. */
  readonly acknowledged: string[]
  /** Texts whose append answered with a refusal. */
  readonly refused: string[]
  /** All texts that were ever handed to the vault. */
  readonly asked: string[]
  /** Answers of the other calls: seal, receive. */
  readonly answers: { readonly call: string; readonly ok: boolean }[]
}

export function nothingTold(): Told {
  return { acknowledged: [], refused: [], asked: [], answers: [] }
}

/** The bytes of a pack that another laptop of the same team has written. */
export async function foreignPack(texts: readonly string[]): Promise<Uint8Array> {
  const vault = await newVault(testWorld(new CrashDisk()))
  await vault.append(texts.map((text) => record(account, text)))
  await vault.seal()
  const pack = await vault.readPack(vault.deviceId, 1)
  if (!pack.ok) throw new Error('No pack')
  return pack.value
}

/** A vault with a sealed record and, as after a crash, one that is only in the log. */
export async function usedDisk(told: Told): Promise<CrashDisk> {
  const disk = new CrashDisk()
  const vault = await newVault(testWorld(disk))
  await append(vault, told, ['sealed before'])
  await vault.seal()
  await append(vault, told, ['logged before'])
  return disk.afterCrash({ kind: 'keep' })
}

/** One session in which everything happens that writes. Notes each answer at the moment in which it is given. */
export async function session(disk: Disk, told: Told, foreign: Uint8Array): Promise<void> {
  const opened = await Vault.open(testWorld(disk), '/vault')
  told.answers.push({ call: 'open', ok: opened.ok })
  if (!opened.ok) return
  const vault = opened.value
  await append(vault, told, ['first', 'second'])
  await Promise.all([append(vault, told, ['at once 1']), append(vault, told, ['at once 2', 'at once 3']), seal(vault, told)])
  await append(vault, told, ['between'])
  told.asked.push('from another laptop')
  const received = await vault.receive(foreign)
  told.answers.push({ call: 'receive', ok: received.ok })
  if (received.ok) told.acknowledged.push('from another laptop')
  await Promise.all([appendOneByOne(vault, told, ['sealing 1', 'sealing 2', 'sealing 3', 'sealing 4']), seal(vault, told)])
  await append(vault, told, ['last'])
  await vault.close()
  told.answers.push({ call: 'close', ok: true })
}

export async function append(vault: Vault, told: Told, texts: readonly string[]): Promise<void> {
  told.asked.push(...texts)
  const appended = await vault.append(texts.map((text) => record(account, text)))
  if (appended.ok) told.acknowledged.push(...texts)
  else told.refused.push(...texts)
}

/** The later ones meet the sealing that goes on beside them. */
async function appendOneByOne(vault: Vault, told: Told, texts: readonly string[]): Promise<void> {
  for (const text of texts) await append(vault, told, [text])
}

async function seal(vault: Vault, told: Told): Promise<void> {
  told.answers.push({ call: 'seal', ok: (await vault.seal()).ok })
}

/** What is wrong with the vault on this disk, given what was told; empty when all is well. */
export async function faultsIn(disk: Disk, told: Told): Promise<readonly string[]> {
  const vault = await reopened(testWorld(disk))
  const faults: string[] = []
  const found = await textsOf(vault, account)
  for (const text of told.acknowledged) if (!found.includes(text)) faults.push(`lost: ${text}`)
  for (const text of found) if (!told.asked.includes(text)) faults.push(`invented: ${text}`)
  if (new Set(found).size !== found.length) faults.push(`twice: ${found.join(', ')}`)
  for (const pair of [['first', 'second'], ['at once 2', 'at once 3']]) {
    if (pair.filter((text) => found.includes(text)).length === 1) faults.push(`half of ${pair.join(' and ')}`)
  }
  for (const notice of vault.notices()) if (notice.kind !== 'tornTailCut') faults.push(`notice: ${JSON.stringify(notice)}`)
  const after = nothingTold()
  await append(vault, after, ['afterwards'])
  if (after.refused.length > 0) faults.push('does not take records any more')
  const sealed = await vault.seal()
  const report = await vault.verify()
  if (!sealed.ok || !report.ok || report.value.problems.length > 0) faults.push(`verify: ${JSON.stringify(report)}`)
  const foundAfter = await textsOf(vault, account)
  if ([...foundAfter].sort().join() !== [...found, 'afterwards'].sort().join()) faults.push('changed by sealing')
  await vault.close()
  return faults
}
