import { z } from 'zod'
import type { Patch } from '../../base/jsonPatch'
import type { Account } from '../../domain/account/Account'
import type { AccountRow } from '../../domain/account/AccountRow'
import { Edits, type Edit, type EditRefused, type SkippedEdit } from '../../domain/edit/Edit'
import { AccountId, EntityId, type AccountFailure, type Answer, type DiskFailure, type Failure, type SavedFile, type VaultFailure } from './common'

export const accountInputs = {
  'account.list': z.strictObject({}),
  'account.create': z.strictObject({ name: z.string().trim().min(1).max(120) }),
  'account.open': z.strictObject({ accountId: AccountId }),
  'account.edit': z.strictObject({ accountId: AccountId, editId: EntityId, edits: Edits }),
  'account.conflicts': z.strictObject({ accountId: AccountId }),
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

export interface AccountAnswers {
  'account.list': Answer<readonly AccountRow[], VaultFailure>
  'account.create': Answer<{ readonly accountId: string }, DiskFailure | VaultFailure>
  'account.open': Answer<Opened, AccountFailure>
  'account.edit': Answer<Edited, (Failure<'refused'> & EditRefused) | AccountFailure>
  'account.conflicts': Answer<readonly Conflict[], AccountFailure>
  'account.showFile': Answer<void, Failure<'accountNotFound'> | DiskFailure | VaultFailure>
  'account.exportRaw': Answer<SavedFile | null, Failure<'accountNotFound'> | DiskFailure | VaultFailure>
}

export interface AccountEvents {
  'account.changed': { readonly accountId: string; readonly revision: number; readonly patches: readonly Patch[]; readonly origin: 'here' | 'team' }
  'account.conflicted': { readonly accountId: string; readonly count: number }
  'account.rows': { readonly rows: readonly AccountRow[] }
  /** The account files of the member's folder cannot be written; the work itself is safe in the workspace. */
  'files.problem': { readonly message: string }
}
