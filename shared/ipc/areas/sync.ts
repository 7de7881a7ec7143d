import { z } from 'zod'
import { Token, type Answer, type DiskFailure, type Failure, type OpenFailure, type VaultFailure } from './common'

export const syncInputs = {
  'sync.status': z.strictObject({}),
  'sync.now': z.strictObject({}),
  /** Everything there is to know about the exchange, for whoever looks after it. */
  'sync.health': z.strictObject({}),
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
  /** How many colleagues are known to hold everything of this laptop, of all that have been heard of. */
  readonly colleagues: { readonly have: number; readonly of: number }
  /** The newest moment in the team's packs where it is more than a day after this laptop's clock: one of the clocks is wrong. */
  readonly teamIsAheadAt: string | null
  /** Where something must be done by hand: what happened, what is safe, what to do. */
  readonly problem: Failure<string> | null
}

/** One laptop of the team as its stream of packs shows it. */
export interface DeviceHealth {
  readonly deviceId: string
  readonly isThisLaptop: boolean
  /** Null where it has not said who works there. */
  readonly memberName: string | null
  /** When its newest pack was made, by its own clock; null where it has written none. */
  readonly lastSeenAt: string | null
  /** Every pack from 1 to here is on this laptop. */
  readonly watermark: number
  /** The highest number on this laptop, 0 for none. */
  readonly newest: number
  /** Numbers below the newest that are missing here, both ends included. */
  readonly holes: readonly { readonly from: number; readonly to: number }[]
  /** Numbers under which two different packs were written, and packs that name another predecessor: a cloned laptop or a restored backup. */
  readonly forks: readonly number[]
  readonly brokenLinks: readonly number[]
  readonly packs: number
  readonly bytes: number
  /** Whether it is known to hold everything this laptop has written; null where it has not said what it holds. */
  readonly hasOurs: boolean | null
}

/** A pack that is not read: damaged ones are fetched again by themselves, newer ones wait for an update. */
export interface PackHealth {
  readonly where: 'thisLaptop' | 'teamFolder'
  readonly deviceId: string
  readonly seq: number
  /** The path below the vault or the team folder's device folders. */
  readonly file: string
  readonly reason: string
  /** How often the very same bytes were refused; null where that is not counted. */
  readonly tries: number | null
}

export interface RoundHealth {
  readonly at: string
  /** What set it off: the member, the passing of time, a change seen in the folder, edits that were due, the end of the app. */
  readonly cause: 'asked' | 'poll' | 'watch' | 'edits' | 'quit'
  readonly tookMs: number
  readonly sent: number
  readonly received: number
  /** The kind of problem that ended it; null where there was none. */
  readonly problem: string | null
}

export interface SyncHealth {
  readonly status: SyncStatus
  /** Null without a team folder. */
  readonly remote: { readonly kind: 'folder'; readonly place: string; readonly spaceId: string; readonly teamName: string } | null
  /** Whether changes in the folder are announced by the system besides being looked for. */
  readonly isWatching: boolean
  /** How many times this laptop had to take a new id: after a restored backup, a clone, or a lost file. */
  readonly idChanges: number
  /** This laptop first, then the others by the moment they were last seen. */
  readonly devices: readonly DeviceHealth[]
  readonly damaged: readonly PackHealth[]
  /** Whole packs that this version does not read. */
  readonly setAside: readonly PackHealth[]
  readonly sizes: { readonly accounts: number; readonly packs: number; readonly bytes: number; readonly editsNotInPacks: number }
  /** The newest first. */
  readonly rounds: readonly RoundHealth[]
}

export interface SyncAnswers {
  'sync.status': Answer<SyncStatus, never>
  'sync.now': Answer<SyncStatus, VaultFailure>
  'sync.health': Answer<SyncHealth, VaultFailure>
  'sync.publish': Answer<SyncStatus, OpenFailure | VaultFailure>
  'sync.leave': Answer<SyncStatus, VaultFailure | DiskFailure>
}

export interface SyncEvents {
  'sync.status': SyncStatus
}
