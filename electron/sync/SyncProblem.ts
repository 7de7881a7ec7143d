import type { DiskProblem } from '../platform/Disk'
import type { RemoteProblem } from './Remote'

/** Why a pack on the remote was not taken in; it stays where it is and is tried again. */
export interface RefusedPack {
  readonly deviceId: string
  readonly seq: number
  readonly name: string
  /** damaged: also one that is still being copied. newer: written by a later version. other: of another space. noAccess: cannot be opened. */
  readonly reason: 'damaged' | 'newer' | 'other' | 'noAccess'
  /** How often the same bytes have been refused. */
  readonly tries: number
}

/** What stands in the way of an exchange. */
export type SyncProblem =
  | RemoteProblem
  /** The space was there once and is not there now. */
  | { readonly kind: 'spaceGone' }
  /** Packs stay unreadable however often they are read. */
  | { readonly kind: 'packsRefused'; readonly packs: readonly RefusedPack[] }
  /** This laptop's own disk refuses. */
  | { readonly kind: 'thisLaptop'; readonly problem: DiskProblem }
  | { readonly kind: 'vaultClosed' }
