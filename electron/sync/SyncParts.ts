import type { Clock } from '#shared/base/Clock'
import type { SyncStatus } from '#shared/ipc/contract'
import type { Log } from '../platform/Log'
import type { BaseDocuments, CompactionOrder } from '../vault/compaction/CompactionPorts'
import type { Vault } from '../vault/Vault'
import type { Remote, SpaceFile } from './Remote'
import type { RemoteBlobs } from './RemoteBlobs'
import type { LedgerStore } from './SyncLedger'
import type { RefusedPack } from './SyncProblem'

/** Where a workspace exchanges its packs. */
export interface SyncConnection {
  readonly remote: Remote
  /** Attachments at the same place; left out where it carries none. */
  readonly blobs?: RemoteBlobs
  /** As it was first met; another space at the same place later is somebody else's. */
  readonly space: SpaceFile
  /** The place as the member knows it, for messages. */
  readonly place: string
}

export interface SyncParts {
  readonly vault: Vault
  readonly clock: Clock
  /** Milliseconds that only count forward. */
  readonly elapsed: () => number
  /** A number from 0 up to 1. */
  readonly random: () => number
  readonly log: Log
  readonly ledger: LedgerStore
  readonly connection: SyncConnection | null
  /** Whether a stored change is an edit somebody made, or one that every account begins with. */
  readonly countsAsEdit: (change: Uint8Array) => boolean
  /** What only the accounts can tell, so that many small packs can become few; null where nothing is compacted. */
  readonly documents: BaseDocuments | null
  readonly compaction?: Omit<CompactionOrder, 'isStopping'>
  /** How often the remote is looked at; all other times follow from it. */
  readonly pollMs?: number
  /** After this long a call to the remote counts as offline. */
  readonly callLimitMs?: number
}

export interface SyncReport {
  readonly status: SyncStatus
  readonly sent: number
  readonly received: number
  /** Packs that could not be taken in so far; also those that may only be half copied yet. */
  readonly refused: readonly RefusedPack[]
}
