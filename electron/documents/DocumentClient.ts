import type { Patch } from '#shared/base/jsonPatch'
import type { Result } from '#shared/base/Result'
import type { Account } from '#shared/domain/account/Account'
import type { AccountRow } from '#shared/domain/account/AccountRow'
import type { Edit, EditRefused } from '#shared/domain/edit/Edit'
import type { Conflict, Edited } from '#shared/ipc/contract'

/** Who writes: the member's id and name, and a moment of this laptop's clock (UTC ISO text). */
export interface Author {
  readonly memberId: string
  readonly name: string
}

export interface OpenedDocument {
  readonly snapshot: Account
  readonly row: AccountRow
}

export interface PreparedEdit extends Omit<Edited, 'revision'> {
  /** The change to append to the vault; null where the edit did nothing (all skipped or nothing changed). */
  readonly change: Uint8Array | null
  readonly patches: readonly Patch[]
  readonly row: AccountRow
}

export interface AppliedChanges {
  readonly patches: readonly Patch[]
  readonly row: AccountRow
  /** Changes that wait for others that have not arrived. */
  readonly pending: number
}

export type DocumentProblem = { readonly kind: 'notOpen' } | { readonly kind: 'damaged'; readonly reason: string } | { readonly kind: 'processGone' }

/**
 * The way to the documents, wherever they run (utility process or this process). Bytes in; bytes,
 * snapshots, patches and rows out. Knows neither files nor network.
 */
export interface DocumentClient {
  isOpen(accountId: string): Promise<boolean>
  /** Makes the document from all change records known for the account (none: a new, empty account). Replaces an open one. */
  open(accountId: string, changes: readonly Uint8Array[]): Promise<Result<OpenedDocument, DocumentProblem>>
  /** Computes one change and holds it until `confirm` (kept) or `drop` (document thrown away). A repeated `editId` gives an empty change. */
  prepare(
    accountId: string,
    edit: { readonly editId: string; readonly edits: readonly Edit[]; readonly author: Author; readonly now: string },
  ): Promise<Result<PreparedEdit, DocumentProblem | { readonly kind: 'refused'; readonly refused: EditRefused }>>
  confirm(accountId: string, editId: string): Promise<void>
  drop(accountId: string): Promise<void>
  /** Merges changes from another laptop, in one batch. */
  apply(accountId: string, changes: readonly Uint8Array[]): Promise<Result<AppliedChanges, DocumentProblem>>
  snapshot(accountId: string): Promise<Result<Account, DocumentProblem>>
  conflicts(accountId: string): Promise<Result<readonly Conflict[], DocumentProblem>>
  /** The whole document with its history, for the account file. */
  save(accountId: string): Promise<Result<Uint8Array, DocumentProblem>>
  /** Hashes of all changes in the document, sorted, for `verify`. */
  changeHashes(accountId: string): Promise<Result<readonly string[], DocumentProblem>>
  close(): Promise<void>
}
