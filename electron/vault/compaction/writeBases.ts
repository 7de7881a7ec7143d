import { packRecordOverhead, packRecordsBudget } from '../Pack'
import type { StoredPack } from '../PackStore'
import { maximumRecordBytes, type VaultRecord } from '../VaultRecord'
import { compareBases } from './compareBases'
import type { CompactionOutcome } from './CompactionPorts'
import { ownEntries, refused, retiredThrough, thisLaptop, type CompactionWork, type StepEnd } from './CompactionWork'
import { completeGenerations } from './generations'

/** Writes a generation of bases for all own packs there are now, and shows that it stands on the remote as it should. */
export async function writeBases(work: CompactionWork): Promise<CompactionOutcome> {
  const packs = ownEntries(work).filter(({ seq }) => seq > retiredThrough(work))
  const through = packs.at(-1)?.seq ?? 0
  const unreadable = firstUnreadable(packs, retiredThrough(work))
  if (unreadable !== null) return refused({ kind: 'packUnreadable', seq: unreadable })
  const accountIds = [...new Set(packs.flatMap((pack) => work.store.accountIdsIn(pack)))]
  // All of them are tried before the first is written, so that one that is not whole leaves no useless packs behind.
  for (const accountId of accountIds) {
    const base = await baseOf(work, accountId)
    if ('end' in base) return base.end
  }
  const written = await new BasePacks(work, through).writeAll(accountIds)
  if (written !== null) return written
  const generation = completeGenerations(ownEntries(work)).find((made) => made.through === through)
  if (generation === undefined) throw new Error('Bases that were just written must be complete')
  const end = await compareBases(work, generation, packs)
  return end ?? { kind: 'based', packs: generation.packs.length, accounts: accountIds.length, through }
}

/** The first number that is not held, or held as something that bases cannot stand for. */
function firstUnreadable(packs: readonly StoredPack[], after: number): number | null {
  let expected = after + 1
  for (const { seq, table } of packs) {
    if (seq > expected) return expected
    if (table?.isReplaceable !== true) return seq
    expected = seq + 1
  }
  return null
}

async function baseOf({ ports, isStopping }: CompactionWork, accountId: string): Promise<{ readonly record: VaultRecord } | { readonly end: StepEnd }> {
  if (isStopping()) return { end: { kind: 'stopped' } }
  const saved = await ports.documents.save(accountId)
  if (saved.kind !== 'saved') return { end: refused({ kind: 'notWhole', accountId }) }
  const { bytes } = saved
  return bytes.length > maximumRecordBytes ? { end: refused({ kind: 'tooLarge', accountId, bytes: bytes.length }) } : { record: { kind: 'base', accountId, bytes } }
}

class BasePacks {
  private waiting: VaultRecord[] = []
  private size = 0
  private written = 0

  constructor(
    private readonly work: CompactionWork,
    private readonly through: number,
  ) {}

  async writeAll(accountIds: readonly string[]): Promise<StepEnd | null> {
    for (const accountId of accountIds) {
      const base = await baseOf(this.work, accountId)
      if ('end' in base) return base.end
      const records = [base.record, ...this.work.sealer.rowsFor([base.record])]
      const size = records.reduce((sum, { bytes }) => sum + packRecordOverhead + bytes.length, 0)
      const end = this.waiting.length > 0 && this.size + size > packRecordsBudget ? await this.write(false) : null
      if (end !== null) return end
      this.waiting.push(...records)
      this.size += size
    }
    return this.write(true)
  }

  private async write(isLast: boolean): Promise<StepEnd | null> {
    const { sealer, turn } = this.work
    const fields = { baseThrough: this.through, ...(isLast ? { baseParts: this.written + 1 } : {}) }
    const records = this.waiting
    // Whoever begins with the bases has not seen what this device said before them.
    const isFirst = this.written === 0
    const appended = await turn(() => sealer.appendPack(fields, (vector) => [...records, ...[isFirst ? vector.all() : null].filter((one) => one !== null)]))
    if (!appended.ok) return thisLaptop(appended.error)
    this.waiting = []
    this.size = 0
    this.written++
    return null
  }
}
