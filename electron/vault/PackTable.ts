import { crc32 } from 'node:zlib'
import { ok } from '#shared/base/Result'
import type { DiskResult } from '../platform/Disk'
import type { AccountNumbers } from './AccountNumbers'
import type { Pack } from './Pack'
import { isOfDocument, recordKindCodes, recordKindFromCode, type RecordKind, type VaultRecord } from './VaultRecord'

/** Where the records of one pack lie: 17 bytes for each, as there may be a million in a vault. */
export class PackTable {
  private readonly accounts: Uint32Array
  private readonly kinds: Uint8Array
  private readonly offsets: Uint32Array
  private readonly lengths: Uint32Array
  private readonly checks: Uint32Array
  /** Accounts with any record. */
  readonly distinctAccounts: readonly number[]
  /** Accounts with a record that their document is made from. */
  readonly documentAccounts: readonly number[]
  /** Accounts with a row. */
  readonly rowAccounts: ReadonlySet<number>
  /** False where something is in it that bases cannot stand for. */
  readonly isReplaceable: boolean
  /** False where there is nothing but vectors: no news for anybody who does not wait for one. */
  readonly hasContent: boolean

  /** `bytes` have been checked against their hash; the table holds enough to notice if they change later. */
  constructor(bytes: Uint8Array, pack: Pack, numbers: AccountNumbers) {
    const count = pack.records.length
    this.accounts = new Uint32Array(count)
    this.kinds = new Uint8Array(count)
    this.offsets = new Uint32Array(count)
    this.lengths = new Uint32Array(count)
    this.checks = new Uint32Array(count)
    pack.records.forEach((record, index) => {
      this.accounts[index] = numbers.numberOf(record.accountId)
      this.kinds[index] = recordKindCodes[record.kind]
      this.offsets[index] = record.offset
      this.lengths[index] = record.length
      this.checks[index] = crc32(bytes.subarray(record.offset, record.offset + record.length))
    })
    const accountsWith = (isWanted: (kind: RecordKind) => boolean): Set<number> =>
      new Set(this.accounts.filter((_, index) => isWanted(pack.records[index]?.kind ?? 'vector')))
    this.distinctAccounts = [...accountsWith((kind) => kind !== 'vector')]
    this.documentAccounts = [...accountsWith((kind) => isOfDocument({ kind }))]
    this.rowAccounts = accountsWith((kind) => kind === 'row')
    this.isReplaceable = pack.records.every(({ kind }) => kind !== 'audit' && kind !== 'erased')
    this.hasContent = this.distinctAccounts.length > 0
  }

  get recordCount(): number {
    return this.accounts.length
  }

  /**
   * Reads the records of one account through `read`, near ones together. Null when what is read now is not what was
   * there when the pack was checked.
   */
  async recordsOf(
    account: number,
    accountId: string,
    read: (offset: number, length: number) => DiskResult<Uint8Array>,
  ): DiskResult<readonly VaultRecord[] | null> {
    const records: VaultRecord[] = []
    for (const run of this.runsOf(account)) {
      const part = await read(run.offset, run.length)
      if (!part.ok) return part
      for (const index of run.records) {
        const start = (this.offsets[index] ?? 0) - run.offset
        const bytes = part.value.slice(start, start + (this.lengths[index] ?? 0))
        const kind = recordKindFromCode(this.kinds[index] ?? 0)
        if (kind === null || bytes.length !== this.lengths[index] || crc32(bytes) !== this.checks[index]) return ok(null)
        records.push({ kind, accountId, bytes })
      }
    }
    return ok(records)
  }

  private runsOf(account: number): readonly Run[] {
    const runs: Run[] = []
    for (let index = 0; index < this.accounts.length; index++) {
      if (this.accounts[index] !== account) continue
      const offset = this.offsets[index] ?? 0
      const end = offset + (this.lengths[index] ?? 0)
      const last = runs.at(-1)
      if (last !== undefined && offset - (last.offset + last.length) <= readTogetherBytes) {
        last.length = end - last.offset
        last.records.push(index)
      } else {
        runs.push({ offset, length: end - offset, records: [index] })
      }
    }
    return runs
  }
}

interface Run {
  readonly offset: number
  length: number
  readonly records: number[]
}

/** Reading so much for nothing is cheaper than another call. */
const readTogetherBytes = 16 * 1024
