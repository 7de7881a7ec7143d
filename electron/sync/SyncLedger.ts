import { z } from 'zod'
import type { DiskResult } from '../platform/Disk'

/**
 * What this laptop remembers about its remote, so that a poll is cheap. Everything in it can be found
 * out again: without it the next round lists everything once, and nothing is lost.
 */
export interface SyncLedger {
  readonly lastSyncedAt: string | null
  /** When everything on the remote was last listed. */
  readonly completeAt: string | null
  /** Every pack of this device up to `through` has been seen on the remote. */
  readonly sent: { readonly deviceId: string; readonly through: number } | null
}

export interface LedgerStore {
  read(): SyncLedger
  write(ledger: SyncLedger): DiskResult<void>
}

export const emptyLedger: SyncLedger = { lastSyncedAt: null, completeAt: null, sent: null }

const LedgerSchema = z.object({
  lastSyncedAt: z.iso.datetime().nullable(),
  completeAt: z.iso.datetime().nullable(),
  sent: z.object({ deviceId: z.string(), through: z.int().min(0) }).nullable(),
})

/** Null for anything that is not a ledger; the next round then starts from nothing. */
export function parseLedger(plain: unknown): SyncLedger | null {
  const ledger = LedgerSchema.safeParse(plain)
  return ledger.success ? ledger.data : null
}
