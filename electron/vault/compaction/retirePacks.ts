import type { StoredPack } from '../PackStore'
import { compareBases } from './compareBases'
import type { CompactionOutcome } from './CompactionPorts'
import { ownEntries, refused, retiredThrough, thisLaptop, type CompactionWork, type StepEnd } from './CompactionWork'
import { completeGenerations, type Generation } from './generations'
import { readBack } from './readBack'

/** Deletes what is retired and still there, as after a crash; null when there is nothing of that kind. */
export async function finishRetiring(work: CompactionWork): Promise<CompactionOutcome | null> {
  const through = retiredThrough(work)
  const left = ownEntries(work).filter(({ seq, table }) => seq <= through && table !== null)
  const newest = completeGenerations(ownEntries(work)).at(-1)
  if (left.length === 0 || newest === undefined) return null
  const end = await compareBases(work, newest, left)
  // Another laptop may have written under this device's id: what bases do not hold stays, and the next ones will hold it.
  if (end?.kind === 'refused' && end.reason.kind === 'notCovered') return null
  return end ?? (await standsOnRemote(work, through)) ?? deletePacks(work, left, through)
}

/** Declares the packs retired that the older of the two newest generations stands for, and deletes them; null while it is too early. */
export async function retirePacks(work: CompactionWork): Promise<CompactionOutcome | null> {
  const [older, newer] = completeGenerations(ownEntries(work)).slice(-2)
  if (older === undefined || newer === undefined || !isTimeFor(work, older)) return null
  const { through } = older
  // Of those that are retired already a damaged one may still lie about.
  const packs = ownEntries(work).filter(({ seq, table }) => seq <= through && (table !== null || seq > retiredThrough(work)))
  for (const bases of [older, newer]) {
    const end = await compareBases(work, bases, packs)
    if (end !== null) return end
  }
  const declared = await declare(work, through)
  return declared ?? deletePacks(work, packs, through)
}

function isTimeFor(work: CompactionWork, { through, madeAt }: Generation): boolean {
  const { colleagues, keepMs, activeMs } = work
  if (through <= retiredThrough(work)) return false
  const now = colleagues.cautiousNow(madeAt)
  return now - madeAt >= keepMs && colleagues.allHaveThrough(through, now - activeMs)
}

/** Says in a pack that the others are retired, and sees to it that this is on the remote before anything goes. */
async function declare(work: CompactionWork, through: number): Promise<StepEnd | null> {
  const { sealer, turn } = work
  const appended = await turn(() => sealer.appendPack({ retiredThrough: through }, (vector) => [vector.changes()].filter((one) => one !== null)))
  return appended.ok ? standsOnRemote(work, through) : thisLaptop(appended.error)
}

async function standsOnRemote(work: CompactionWork, through: number): Promise<StepEnd | null> {
  const declaring = ownEntries(work).find((pack) => pack.retiredThrough === through)
  if (declaring === undefined) throw new Error('What is retired was declared in a pack')
  const stands = await readBack(work, declaring)
  return stands.ok ? null : stands.error
}

/** On the remote first: what is still here is found again by the next call. */
async function deletePacks({ store, ports, turn, isStopping }: CompactionWork, packs: readonly StoredPack[], through: number): Promise<CompactionOutcome> {
  for (const pack of packs) {
    if (isStopping()) return { kind: 'stopped' }
    const removed = await ports.remote.remove(pack)
    if (!removed.ok) return refused({ kind: 'remote', problem: removed.error })
    const deleted = await turn(() => store.deleteRetired(pack))
    if (!deleted.ok) return thisLaptop(deleted.error)
  }
  return { kind: 'retired', packs: packs.length, through }
}
