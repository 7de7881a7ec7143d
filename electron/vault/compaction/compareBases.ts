import type { VaultRecord } from '../VaultRecord'
import { decodePack, recordsOfPack } from '../Pack'
import type { StoredPack } from '../PackStore'
import { refused, thisLaptop, type CompactionWork, type StepEnd } from './CompactionWork'
import type { Generation } from './generations'
import { readBack } from './readBack'

/**
 * Shows that the bases, as the remote gives them, hold every change of these packs: null, or what is wrong. One account
 * after the other, so that the memory it takes does not grow with their number.
 */
export async function compareBases(work: CompactionWork, bases: Generation, packs: readonly StoredPack[]): Promise<StepEnd | null> {
  const irreplaceable = packs.find(({ table }) => table?.isReplaceable !== true)
  if (irreplaceable !== undefined) return refused({ kind: 'packUnreadable', seq: irreplaceable.seq })
  const open = new Map<string, StoredPack[]>()
  for (const pack of packs) {
    for (const accountId of work.store.accountIdsIn(pack)) open.set(accountId, [...(open.get(accountId) ?? []), pack])
  }
  for (const pack of bases.packs) {
    if (work.isStopping()) return { kind: 'stopped' }
    const bytes = await readBack(work, pack)
    if (!bytes.ok) return bytes.error
    const decoded = decodePack(bytes.value)
    if (!decoded.ok) return refused({ kind: 'readBackDiffers', seq: pack.seq })
    for (const base of recordsOfPack(bytes.value, decoded.value)) {
      const wanted = base.kind === 'base' ? open.get(base.accountId) : undefined
      if (wanted === undefined) continue
      const end = await compareAccount(work, base, wanted)
      if (end !== null) return end
      open.delete(base.accountId)
    }
  }
  const [missing] = open.keys()
  return missing === undefined ? null : refused({ kind: 'notCovered', accountId: missing })
}

async function compareAccount({ store, ports }: CompactionWork, base: VaultRecord, packs: readonly StoredPack[]): Promise<StepEnd | null> {
  const { accountId } = base
  const { documents } = ports
  const notCovered = refused({ kind: 'notCovered', accountId })
  const records = await store.recordsOf(accountId, packs)
  if (!records.ok) return thisLaptop(records.error)
  // A pack that turned out to be damaged while it was read has been left out of the records.
  const lost = packs.find((pack) => !store.stream(pack.deviceId).at(pack.seq).includes(pack))
  if (lost !== undefined) return refused({ kind: 'packUnreadable', seq: lost.seq })
  const inBase = await documents.hashesInBase(base.bytes)
  const inChanges = await documents.hashesOfChanges(records.value.filter(({ kind }) => kind === 'change').map(({ bytes }) => bytes))
  if (inBase === null || inChanges === null) return notCovered
  const known = new Set(inBase)
  if (!inChanges.every((hash) => known.has(hash))) return notCovered
  for (const earlier of records.value.filter(({ kind }) => kind === 'base')) {
    const inEarlier = await documents.hashesInBase(earlier.bytes)
    if (inEarlier === null || !inEarlier.every((hash) => known.has(hash))) return notCovered
  }
  return null
}
