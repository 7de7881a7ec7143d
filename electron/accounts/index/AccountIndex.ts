import { join } from 'node:path'
import { ok } from '#shared/base/Result'
import { byName, type AccountRow } from '#shared/domain/account/AccountRow'
import type { Disk, DiskResult } from '../../platform/Disk'
import { JsonStore } from '../../platform/JsonStore'
import { emptyFingerprint } from '../fingerprint'
import { emptyShard, parseShard, type IndexEntry, type IndexShard, type WrittenFile } from './IndexEntry'

/** One change rewrites one file; with 16 of them a file of 5,000 accounts' rows stays under 200 KB. */
const shardCount = 16

interface Use {
  /** True from the start of a session until everything it changed is on the disk. */
  readonly inUse: boolean
}

/**
 * Owns the rows of all accounts on this device, so that lists are answered without opening documents.
 * Everything in it can be computed from the vault; `trusts` says for which accounts that is not needed.
 */
export class AccountIndex {
  private constructor(
    private readonly shards: readonly JsonStore<IndexShard>[],
    private readonly use: JsonStore<Use>,
    private readonly wasClosed: boolean,
  ) {}

  static async open(disk: Disk, folder: string): Promise<AccountIndex> {
    const shards = await Promise.all(
      Array.from({ length: shardCount }, (_, number) => JsonStore.open(disk, join(folder, `index-${number.toString(16)}.json`), parseShard, emptyShard)),
    )
    const use = await JsonStore.open<Use>(disk, join(folder, 'index-use.json'), parseUse, { inUse: true })
    return new AccountIndex(shards, use, !use.get().inUse && use.source === 'file')
  }

  /** Must be on the disk before the first edit: a session that ends without `finish` may have left old rows. */
  begin(): DiskResult<void> {
    this.use.update(() => ({ inUse: true }))
    return this.use.flush()
  }

  /** Writes everything. `isComplete`: every account is as the vault has it. */
  async finish(isComplete: boolean): DiskResult<void> {
    const flushed = await this.flush()
    if (!flushed.ok || !isComplete) return flushed
    this.use.update(() => ({ inUse: false }))
    return this.use.flush()
  }

  async flush(): DiskResult<void> {
    const flushed = await Promise.all(this.shards.map((shard) => shard.flush()))
    return flushed.find((result) => !result.ok) ?? ok()
  }

  /** False where the last session did not end well, or the file with this account's row was not readable. */
  trusts(accountId: string): boolean {
    return this.wasClosed && this.shard(accountId).source === 'file'
  }

  get(accountId: string): IndexEntry | undefined {
    const { entries } = this.shard(accountId).get()
    return Object.hasOwn(entries, accountId) ? entries[accountId] : undefined
  }

  accountIds(): readonly string[] {
    return this.shards.flatMap((shard) => Object.keys(shard.get().entries))
  }

  /** By name, then by id. */
  rows(): readonly AccountRow[] {
    const rows = this.shards.flatMap((shard) => Object.values(shard.get().entries).map(({ row }) => row))
    return rows.sort(byName)
  }

  /** Rows of about so many characters, in the order of the ids, which no edit changes; `next` is where the page ended. */
  page(after: string | null, characters: number): { readonly rows: readonly AccountRow[]; readonly next: string | null } {
    const ids = this.accountIds().filter((accountId) => after === null || accountId > after).sort()
    const rows: AccountRow[] = []
    let size = 0
    for (const accountId of ids) {
      const row = this.get(accountId)?.row
      if (!row) continue
      size += JSON.stringify(row).length
      if (size > characters && rows.length > 0) return { rows, next: rows.at(-1)?.accountId ?? null }
      rows.push(row)
    }
    return { rows, next: null }
  }

  put(accountId: string, entry: Omit<IndexEntry, 'file'>): void {
    const file = this.get(accountId)?.file ?? null
    this.shard(accountId).update(({ entries, ...shard }) => ({ ...shard, entries: { ...entries, [accountId]: { ...entry, file } } }))
  }

  putFile(accountId: string, file: WrittenFile): void {
    const entry = this.get(accountId)
    if (entry) this.shard(accountId).update(({ entries, ...shard }) => ({ ...shard, entries: { ...entries, [accountId]: { ...entry, file } } }))
  }

  /** What is known of it may be old: worked out again after the next start. */
  distrust(accountId: string): void {
    const entry = this.get(accountId)
    if (entry) this.put(accountId, { ...entry, fingerprint: emptyFingerprint })
  }

  remove(accountId: string): void {
    this.shard(accountId).update(({ entries: { [accountId]: _gone, ...entries }, ...shard }) => ({ ...shard, entries }))
  }

  private shard(accountId: string): JsonStore<IndexShard> {
    const shard = this.shards[shardOf(accountId)]
    if (!shard) throw new Error('No shard')
    return shard
  }
}

/** By the last character but one, which in an id is as random as any. */
function shardOf(accountId: string): number {
  return (accountId.at(-2) ?? '0').charCodeAt(0) % shardCount
}

function parseUse(plain: unknown): Use | null {
  const { inUse }: Readonly<Record<string, unknown>> = typeof plain === 'object' && plain !== null ? { ...plain } : {}
  return typeof inUse === 'boolean' ? { inUse } : null
}
