import { packRecordOverhead } from './Pack'
import type { VaultRecord } from './VaultRecord'

/** The account's row in lists as bytes that only the accounts understand; null where there is none yet. */
export type RowSource = (accountId: string) => Uint8Array | null

/** A row as another device has sent it: a hint until the document itself says more. */
export interface RowHint {
  readonly accountId: string
  readonly bytes: Uint8Array
}

/** The rows that go into one sealing: each account's once, as it is when it is first asked for. */
export class RowHints {
  private readonly rows = new Map<string, Uint8Array | null>()

  constructor(private readonly source: RowSource) {}

  /** What the account's row takes in a pack. */
  cost(accountId: string): number {
    const row = this.of(accountId)
    return row === null ? 0 : packRecordOverhead + row.length
  }

  recordsFor(records: readonly VaultRecord[]): readonly VaultRecord[] {
    const accountIds = new Set(records.filter(({ kind }) => kind === 'change' || kind === 'base').map(({ accountId }) => accountId))
    return [...accountIds].flatMap((accountId) => {
      const bytes = this.of(accountId)
      return bytes === null ? [] : [{ kind: 'row' as const, accountId, bytes }]
    })
  }

  private of(accountId: string): Uint8Array | null {
    const known = this.rows.get(accountId)
    if (known !== undefined) return known
    const row = this.source(accountId)
    const kept = row !== null && row.length <= maximumRowBytes ? row.slice() : null
    this.rows.set(accountId, kept)
    return kept
  }
}

/** The rows among what another device has sent. */
export function rowsAmong(records: readonly VaultRecord[]): readonly RowHint[] {
  return records.filter(({ kind, bytes }) => kind === 'row' && bytes.length <= maximumRowBytes).map(({ accountId, bytes }) => ({ accountId, bytes }))
}

/** A row is a line in a list; what is larger is something else. */
const maximumRowBytes = 16 * 1024
