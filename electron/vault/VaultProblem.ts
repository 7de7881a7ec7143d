import type { DiskProblem } from '../platform/Disk'

export interface NewerFormat {
  readonly kind: 'newerFormat'
  /** Relative to the vault folder; empty when the bytes came from elsewhere. */
  readonly file: string
  readonly found: number
  readonly known: number
}

/** Another process has this vault open. */
export interface Held {
  readonly kind: 'held'
  readonly pid: number
  readonly host: string
}

/** Why a vault could not be opened or read. `missing` (of DiskProblem) means there is no vault in that folder. */
export type VaultProblem =
  | DiskProblem
  | Held
  | NewerFormat
  | { readonly kind: 'damaged'; readonly file: string; readonly reason: string }
  | { readonly kind: 'closed' }

/** Why records were not stored. Nothing of the call is kept then. */
export type AppendProblem =
  | DiskProblem
  | { readonly kind: 'tooLarge'; readonly bytes: number; readonly limit: number }
  | { readonly kind: 'closed' }

/** Why bytes are not a pack. */
export type PackUnreadable =
  | { readonly kind: 'tooLarge'; readonly bytes: number; readonly limit: number }
  | { readonly kind: 'notAPack' }
  | NewerFormat
  | { readonly kind: 'damagedHeader'; readonly field: string }
  | { readonly kind: 'damagedBody'; readonly record: number }
  | { readonly kind: 'unknownRecordKind'; readonly found: number }
  | { readonly kind: 'unknownProtection'; readonly found: string }
  | { readonly kind: 'unexpectedSignature' }

/** Why a pack from elsewhere was not taken in. */
export type PackRefused =
  | PackUnreadable
  | { readonly kind: 'wrongName' }
  | { readonly kind: 'otherSpace' }
  /** The remote holds a pack under a number that this device has used for another one: `adoptNewDeviceId`. */
  | { readonly kind: 'ownStreamForked'; readonly seq: number }
  /** The remote remembers more of this device than the device does (a restored backup): `adoptNewDeviceId`. */
  | { readonly kind: 'ownStreamRolledBack'; readonly seq: number; readonly newestHeld: number }
  | { readonly kind: 'closed' }
  | DiskProblem

/** Something the vault met and coped with, which the user may want to know. Files are relative to the vault folder. */
export type VaultNotice =
  /** The last write before a crash was incomplete; it had not been acknowledged. */
  | { readonly kind: 'tornTailCut'; readonly file: string; readonly bytes: number }
  /** Part of a log cannot be read. What follows it was kept; the file as opening found it lies in `copy`. */
  | { readonly kind: 'logDamaged'; readonly file: string; readonly copy: string | null; readonly bytes: number; readonly reason: string; readonly recordsAfter: number }
  /** A pack is not what its name says. It counts as not held until it is received again. `accountIds`: who may be touched. */
  | { readonly kind: 'packDamaged'; readonly file: string; readonly deviceId: string; readonly seq: number; readonly reason: string; readonly accountIds: readonly string[] }
  /** An attachment is not what its name says, or cannot be read; it can be had again from whoever has it. */
  | { readonly kind: 'blobDamaged'; readonly sha: string }
  /** A pack of this device is not there although later ones are. */
  | { readonly kind: 'packMissing'; readonly deviceId: string; readonly from: number; readonly to: number }
  /** Two different packs under one number: a cloned laptop or a restored backup. Both are kept and read. */
  | { readonly kind: 'fork'; readonly deviceId: string; readonly seq: number }
  /** A pack names another predecessor than the one held. */
  | { readonly kind: 'brokenLink'; readonly deviceId: string; readonly seq: number }
  /** `device.json` was not there or not readable; this vault writes under a new device id now. */
  | { readonly kind: 'newDevice'; readonly reason: 'missing' | 'damaged' }
