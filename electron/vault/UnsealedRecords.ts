import type { LoggedRecord } from './logSegment'
import { packRecordOverhead } from './Pack'
import { isOfDocument } from './VaultRecord'

/** The records that are in the log and not yet in a pack. There are few: 256 KB of them are sealed. */
export class UnsealedRecords {
  private records: readonly LoggedRecord[]
  private size: number

  constructor(records: readonly LoggedRecord[]) {
    this.records = records
    this.size = sizeOf(records)
  }

  get length(): number {
    return this.records.length
  }

  countOf(isCounted: (record: LoggedRecord) => boolean): number {
    return this.records.filter(isCounted).length
  }

  get bytes(): number {
    return this.size
  }

  get lastSequence(): number {
    return this.records.at(-1)?.sequence ?? 0
  }

  add(records: readonly LoggedRecord[]): void {
    this.records = [...this.records, ...records]
    this.size += sizeOf(records)
  }

  /** Forgets what has been packed. */
  dropThrough(sequence: number): void {
    this.records = this.records.filter((record) => record.sequence > sequence)
    this.size = sizeOf(this.records)
  }

  of(accountId: string): readonly LoggedRecord[] {
    return this.records.filter((record) => record.accountId === accountId)
  }

  accountIds(): readonly string[] {
    return this.records.filter(isOfDocument).map((record) => record.accountId)
  }

  /**
   * The oldest records that fit into `budget` bytes of a pack; at least one, however large. `costOf` is what an account
   * adds, once, to a pack that has a record of it.
   */
  next(budget: number, through: number, costOf: (accountId: string) => number): readonly LoggedRecord[] {
    const chosen: LoggedRecord[] = []
    const accounts = new Set<string>()
    let size = 0
    for (const record of this.records) {
      size += packRecordOverhead + record.bytes.length
      if (!accounts.has(record.accountId)) size += costOf(record.accountId)
      accounts.add(record.accountId)
      if (record.sequence > through || (chosen.length > 0 && size > budget)) break
      chosen.push(record)
    }
    return chosen
  }
}

function sizeOf(records: readonly LoggedRecord[]): number {
  return records.reduce((sum, record) => sum + packRecordOverhead + record.bytes.length, 0)
}
