/** What a worker is started with, as JSON in its first argument. */
export interface WorkerOrder {
  readonly name: string
  /** Everything of this laptop lies here. */
  readonly home: string
  /** What it has acknowledged is written to `acknowledged` in this folder, which is never in trouble. */
  readonly ledgerFolder: string
  readonly teamFolder: string
  readonly seed: number
  /** Makes the workspace and publishes it, instead of joining. */
  readonly founds: boolean
  /** From so many own packs on the packs are put together. */
  readonly compactsFrom?: number
}

/** Told on standard input, one a line. `work` goes on until the process is killed. */
export type WorkerCommand =
  | { readonly kind: 'work'; readonly edits: number | null; readonly pauseMs: number }
  | { readonly kind: 'sync' }
  | { readonly kind: 'report' }
  | { readonly kind: 'end' }

/** An acknowledged edit, written and flushed after the answer. */
export interface Acknowledged {
  readonly accountId: string
  readonly editId: string
  /** The person this edit added, who must be seen in the account. */
  readonly personId?: string
}

export interface SyncedAnswer {
  readonly kind: string
  readonly waiting: number
  readonly sent: number
  readonly received: number
  readonly refused: number
  readonly problem: string | null
  /** Where the team's packs say that a clock is wrong. */
  readonly teamIsAheadAt: string | null
}

export interface AccountReport {
  readonly accountId: string
  readonly heads: readonly string[]
  readonly editIds: readonly string[]
  readonly personIds: readonly string[]
}

export interface WorkerReport {
  readonly accounts: readonly AccountReport[]
  /** What `verify` finds wrong; waiting for a colleague's pack is not. */
  readonly problems: readonly string[]
  readonly packs: number
  readonly deviceId: string
}

/** Told by the worker, one a line. */
export type WorkerLine =
  | { readonly line: 'ready' }
  | { readonly line: 'refusedPack' }
  /** Packs were put together, or those they replace were deleted. */
  | { readonly line: 'compacted' }
  /** An edit was answered with a trouble of the disk; the kind of it. */
  | { readonly line: 'refusedEdit'; readonly kind: string }
  | { readonly line: 'healedPack'; readonly name: string }
  | { readonly line: 'worked' }
  | { readonly line: 'synced'; readonly answer: SyncedAnswer }
  | { readonly line: 'report'; readonly report: WorkerReport }
  | { readonly line: 'failed'; readonly message: string }
