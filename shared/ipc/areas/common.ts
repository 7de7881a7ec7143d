import { z } from 'zod'

/** The words several areas of the contract share. */
export const AccountId = z.string().regex(/^[a-z2-7]{26}$/)
export const EntityId = AccountId
/** Stands for a file or folder the member chose; its path stays in main. */
export const Token = z.string().min(1).max(80)
export const MemberName = z.string().trim().min(1).max(80)

export type Answer<T, F> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: F }

/** What went wrong as the member meets it; `message` names the thing and the next step. */
export interface Failure<Kind extends string> {
  readonly kind: Kind
  readonly message: string
}
export type DiskFailure = Failure<'diskFull' | 'readOnly' | 'noAccess' | 'diskError'>
export type VaultFailure = Failure<'vaultClosed'>
/** A command on an account that is not there, cannot be read, or whose workspace is closed. */
export type AccountFailure = Failure<'accountNotFound' | 'damaged'> | DiskFailure | VaultFailure
export type OpenFailure =
  | DiskFailure
  | Failure<'held' | 'newerFormat' | 'damaged' | 'notFound' | 'notATeamFolder' | 'alreadyATeamFolder' | 'insideTeamFolder' | 'noSuchToken' | 'folderVanished'>

export interface SavedFile {
  readonly token: string
  readonly name: string
}
