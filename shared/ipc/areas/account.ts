import { z } from 'zod'
import type { Patch } from '../../base/jsonPatch'
import type { Account } from '../../domain/account/Account'
import type { AccountRow } from '../../domain/account/AccountRow'
import { Edits, type Edit, type EditRefused, type SkippedEdit } from '../../domain/edit/Edit'
import type { AccountFact, FieldPlace } from '../../domain/history/AccountFact'
import { AccountId, EntityId, Token, type AccountFailure, type Answer, type DiskFailure, type Failure, type SavedFile, type VaultFailure } from './common'

const ChangeHash = z.string().regex(/^[0-9a-f]{64}$/)

export const accountInputs = {
  /** The rows of the list, so many at a time; `after` is where the page before ended. */
  'account.list': z.strictObject({ after: AccountId.optional() }),
  /** How many accounts are as the workspace has them; the others follow by themselves. */
  'account.progress': z.strictObject({}),
  'account.create': z.strictObject({ name: z.string().trim().min(1).max(120) }),
  'account.open': z.strictObject({ accountId: AccountId }),
  'account.edit': z.strictObject({ accountId: AccountId, editId: EntityId, edits: Edits }),
  'account.conflicts': z.strictObject({ accountId: AccountId }),
  /** What was done to an account in words, newest first; `before` is where the page before ended. */
  'account.history': z.strictObject({ accountId: AccountId, before: ChangeHash.nullable(), limit: z.int().min(1).max(200) }),
  /** What became different since a version that was looked at (null: since the beginning). */
  'account.changedSince': z.strictObject({ accountId: AccountId, version: z.string().max(2_000).nullable() }),
  /** Looks into an account file without taking anything from it. */
  'account.inspectFile': z.strictObject({ file: Token }),
  /** Takes in what was looked at: `sha256` as the preview told it. */
  'account.mergeFile': z.strictObject({ file: Token, sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
  'account.showFile': z.strictObject({ accountId: AccountId }),
  /** Saves the bytes of an account that cannot be opened, so that nothing is locked in. */
  'account.exportRaw': z.strictObject({ accountId: AccountId }),
} as const

export interface Opened {
  readonly revision: number
  readonly snapshot: Account
}

export interface Edited {
  readonly revision: number
  readonly undo: readonly Edit[]
  readonly skipped: readonly (SkippedEdit & { readonly by: string | null })[]
}

/** Two members wrote the same field without knowing of each other; both values stay readable. */
export interface Conflict {
  /** `comparisons/<id>/criteria/<id>` */
  readonly at: string
  readonly field: string
  readonly key: string | null
  /** The first is the value that shows now. */
  readonly values: readonly { readonly value: string | number | boolean | null; readonly by: string | null; readonly writtenAt: string | null }[]
}

/**
 * A place where two members did different things without knowing of each other. `values`: one field, several values.
 * `removedWhileEdited`: one removed what the other went on with. `mergedText`: both wrote in one long text, which now
 * holds both and should be read. Decided with the edit `resolveConflict {at, field, key?, value}`, `value` being one of
 * those here (for `mergedText` null).
 */
export interface Collision extends Conflict {
  readonly kind: 'values' | 'removedWhileEdited' | 'mergedText'
  /** `Price of VW ID.3 in “Which car?”` */
  readonly where: string
  readonly values: readonly {
    readonly value: string | number | boolean | null
    /** The value, or what was done, as its reader would write it. */
    readonly words: string
    readonly by: string | null
    readonly writtenAt: string | null
  }[]
}

export interface AccountPage {
  readonly rows: readonly AccountRow[]
  /** Where the next page begins; null where there is none. */
  readonly next: string | null
}

export interface AccountProgress {
  readonly upToDate: number
  readonly total: number
}

/** One row of the history: one change, or an author's changes to one field shortly after each other. */
export interface HistoryRow {
  /** Of the oldest change in it; given as `before` the rows behind it follow. */
  readonly id: string
  /** `settled`: somebody decided between two values. `joined`: the work of several was brought together. */
  readonly kind: 'edited' | 'settled' | 'joined'
  /** When it ended and began, as the author's clock claimed; UTC ISO text. */
  readonly at: string | null
  readonly since: string | null
  readonly by: string | null
  readonly changes: number
  readonly sentences: readonly string[]
  /** Sentences that were left out. */
  readonly more: number
}

export interface HistoryRows {
  readonly rows: readonly HistoryRow[]
  /** What to give as `before` for the next page; null at the beginning of the account. */
  readonly next: string | null
}

export interface ChangedSince {
  /** The account as it is now, to be kept with a review. */
  readonly version: string
  /** False where the version is not known here: then everything is told as new. */
  readonly isKnown: boolean
  readonly sentences: readonly string[]
  readonly more: number
  /** The first few hundred, for marks beside fields. */
  readonly facts: readonly AccountFact[]
}

/** What an account file holds, and what would come of taking it in. */
export interface AccountFilePreview {
  readonly file: SavedFile
  readonly sha256: string
  readonly accountId: string
  readonly name: string
  readonly savedAt: string
  /** `new`: no account here is this one. `nothingNew`: everything in it is here already. */
  readonly kind: 'new' | 'merge' | 'nothingNew'
  readonly isSample: boolean
  /** False for a file of another workspace: it would stay in this one from now on. */
  readonly isOfThisWorkspace: boolean
  /** Changes in the file that are not here, and here that are not in the file. */
  readonly newChanges: number
  readonly changesNotInFile: number
  /** Whose changes are new. */
  readonly authors: readonly string[]
  /** What would change, in words. */
  readonly sentences: readonly string[]
  readonly more: number
  /** The places where somebody would have to decide. */
  readonly collisions: readonly Collision[]
}

export interface MergedFile {
  readonly accountId: string
  readonly isNew: boolean
  readonly newChanges: number
  /** Places where somebody has to decide, in all. */
  readonly collisions: number
}

/** Why a file that was to be opened is no account file for us. `fileChanged`: it is not what was looked at. */
export type AccountFileFailure = Failure<'noSuchToken' | 'notAnAccountFile' | 'damagedFile' | 'newerFile' | 'fileTooLarge' | 'otherAccount' | 'fileChanged'>

export type { AccountFact, FieldPlace }

export interface AccountAnswers {
  'account.list': Answer<AccountPage, VaultFailure>
  'account.progress': Answer<AccountProgress, VaultFailure>
  'account.create': Answer<{ readonly accountId: string }, DiskFailure | VaultFailure>
  'account.open': Answer<Opened, AccountFailure | Failure<'tooLarge'>>
  'account.edit': Answer<Edited, (Failure<'refused'> & EditRefused) | AccountFailure>
  'account.conflicts': Answer<readonly Collision[], AccountFailure>
  'account.history': Answer<HistoryRows, AccountFailure>
  'account.changedSince': Answer<ChangedSince, AccountFailure>
  'account.inspectFile': Answer<AccountFilePreview, AccountFileFailure | AccountFailure>
  'account.mergeFile': Answer<MergedFile, AccountFileFailure | AccountFailure>
  'account.showFile': Answer<void, Failure<'accountNotFound'> | DiskFailure | VaultFailure>
  'account.exportRaw': Answer<SavedFile | null, Failure<'accountNotFound'> | DiskFailure | VaultFailure>
}

export interface AccountEvents {
  'account.changed': { readonly accountId: string; readonly revision: number; readonly patches: readonly Patch[]; readonly origin: 'here' | 'team' }
  'account.conflicted': { readonly accountId: string; readonly count: number }
  /** The rows that are new or different, and the accounts that are no more; the others are as they were. */
  'account.rows': { readonly changed: readonly AccountRow[]; readonly removed: readonly string[] }
  'account.progress': AccountProgress
  /** The account files of the member's folder cannot be written; the work itself is safe in the workspace. */
  'files.problem': { readonly message: string }
}
