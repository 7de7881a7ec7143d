import type { EventPayloads } from '#shared/ipc/contract'
import type { AccountRow } from '#shared/domain/account/AccountRow'
import type { DiskProblem } from '../platform/Disk'

/** What AccountService announces. */
export type AccountEvent =
  | ({ readonly kind: 'changed' } & EventPayloads['account.changed'])
  | ({ readonly kind: 'conflicted' } & EventPayloads['account.conflicted'])
  /** The rows that are new or different, and accounts that are no more; the others are as they were. */
  | { readonly kind: 'rows'; readonly rows: readonly AccountRow[]; readonly removed: readonly string[] }
  /** An account is found by other words. */
  | { readonly kind: 'words'; readonly accountId: string }
  /** More accounts, or fewer, are as the workspace has them. */
  | { readonly kind: 'progress' }
  /** The member's folder cannot be written (nothing is lost: the vault has everything), or can again. */
  | { readonly kind: 'filesProblem'; readonly folder: string; readonly problem: DiskProblem | null }
  /** A file that a member had put in the place of an account file got another name. */
  | { readonly kind: 'fileSetAside'; readonly accountId: string; readonly name: string }
