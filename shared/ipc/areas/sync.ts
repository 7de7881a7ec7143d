import { z } from 'zod'
import { Token, type Answer, type DiskFailure, type Failure, type OpenFailure, type VaultFailure } from './common'

export const syncInputs = {
  'sync.status': z.strictObject({}),
  'sync.now': z.strictObject({}),
  /** Puts this workspace into a folder that has no team yet. */
  'sync.publish': z.strictObject({ folder: Token }),
  /** Stops using the team folder; everything stays on this laptop. */
  'sync.leave': z.strictObject({}),
} as const

export interface SyncStatus {
  readonly kind: 'noTeamFolder' | 'upToDate' | 'waiting' | 'syncing' | 'offline' | 'needsYou'
  /** Edits on this laptop that are not in the team folder yet. */
  readonly waiting: number
  /** Last moment everything was in the team folder, UTC ISO text. */
  readonly lastSyncedAt: string | null
  /** Where something must be done by hand: what happened, what is safe, what to do. */
  readonly problem: Failure<string> | null
}

export interface SyncAnswers {
  'sync.status': Answer<SyncStatus, never>
  'sync.now': Answer<SyncStatus, VaultFailure>
  'sync.publish': Answer<SyncStatus, OpenFailure | VaultFailure>
  'sync.leave': Answer<SyncStatus, VaultFailure | DiskFailure>
}

export interface SyncEvents {
  'sync.status': SyncStatus
}
