import type { Patch } from '#shared/base/jsonPatch'
import type { Result } from '#shared/base/Result'
import type { Account } from '#shared/domain/account/Account'
import type { AccountRow } from '#shared/domain/account/AccountRow'
import type { SearchWords } from '#shared/domain/find/wordsOfAccount'
import type { Edit, EditRefused } from '#shared/domain/edit/Edit'
import type { AccountFact } from '#shared/domain/history/AccountFact'
import type { HistoryPage } from '#shared/domain/history/HistoryEntry'
import type { Collision, Conflict, Edited } from '#shared/ipc/contract'

/** Who writes: the member's id and name. */
export interface Author {
  readonly memberId: string
  readonly name: string
}

/** `now` is a moment of this laptop's clock, UTC ISO text. */
export interface EditRequest {
  readonly editId: string
  readonly edits: readonly Edit[]
  readonly author: Author
  readonly now: string
}

export interface OpenedDocument {
  readonly snapshot: Account
  readonly row: AccountRow
  /** What the account is found by; null where that is as it was last told. */
  readonly words: readonly SearchWords[] | null
  /** Records that are no changes of this account, or contradict one that is; the document stands without them. */
  readonly unreadable: number
  /** Changes that others wait for and that have not arrived. */
  readonly missing: number
}

export interface PreparedEdit extends Omit<Edited, 'revision'> {
  /** The change to append to the vault; null where the edit did nothing (all skipped or nothing changed). */
  readonly change: Uint8Array | null
  readonly patches: readonly Patch[]
  readonly row: AccountRow
  /** As in `OpenedDocument`. */
  readonly words: readonly SearchWords[] | null
}

export interface AppliedChanges extends Omit<OpenedDocument, 'snapshot'> {
  readonly patches: readonly Patch[]
}

export interface InspectedChanges {
  /** Sorted, each once. */
  readonly hashes: readonly string[]
  readonly unreadable: number
}

/** A place where members did different things without knowing of each other, before it is put in words. */
export interface FoundConflict extends Conflict {
  readonly kind: Collision['kind']
  /** What each did, where that is more than one value. */
  readonly values: readonly (Conflict['values'][number] & { readonly facts?: readonly AccountFact[] })[]
}

/** What became different since a version of the document. */
export interface ChangedVersion {
  /** The version it is now. */
  readonly version: string
  /** False where the version asked about is not in this document; then everything counts as new. */
  readonly isKnown: boolean
  readonly facts: readonly AccountFact[]
}

/** What would come of merging a saved document into one that is open. */
export interface MergePreview {
  /** The changes that the open one has not, each after what it is built on. */
  readonly changes: readonly Uint8Array[]
  /** How many of them somebody made: the skeleton of a newer version is none. */
  readonly newChanges: number
  /** Changes that both have, the skeleton not counted. */
  readonly known: number
  readonly notInFile: number
  readonly authors: readonly string[]
  readonly facts: readonly AccountFact[]
  /** The account as it would be. */
  readonly after: Account
  /** Those that are not there yet. */
  readonly conflicts: readonly FoundConflict[]
}

export type DocumentProblem = { readonly kind: 'notOpen' } | { readonly kind: 'damaged'; readonly reason: string } | { readonly kind: 'processGone' }

export type PrepareProblem = DocumentProblem | { readonly kind: 'refused'; readonly refused: EditRefused }

/**
 * The way to the documents, wherever they run (utility process or this process). Bytes in; bytes,
 * snapshots, patches and rows out. Knows neither files nor network.
 */
export interface DocumentClient {
  isOpen(accountId: string): Promise<boolean>
  /** Makes the document from all change records known for the account (none: a new, empty account). Replaces an open one. */
  open(accountId: string, changes: readonly Uint8Array[]): Promise<Result<OpenedDocument, DocumentProblem>>
  /** Computes one change and holds it until `confirm` (kept) or `drop` (document thrown away). A repeated `editId` gives an empty change. */
  prepare(accountId: string, edit: EditRequest): Promise<Result<PreparedEdit, PrepareProblem>>
  confirm(accountId: string, editId: string): Promise<void>
  drop(accountId: string): Promise<void>
  /** Merges changes from another laptop, in one batch; those already known do nothing. */
  apply(accountId: string, changes: readonly Uint8Array[]): Promise<Result<AppliedChanges, DocumentProblem>>
  snapshot(accountId: string): Promise<Result<Account, DocumentProblem>>
  conflicts(accountId: string): Promise<Result<readonly FoundConflict[], DocumentProblem>>
  /** So many rows of the history, newest first; `before` is the change the page before ended with. */
  history(accountId: string, before: string | null, limit: number): Promise<Result<HistoryPage, DocumentProblem>>
  changedSince(accountId: string, version: string | null): Promise<Result<ChangedVersion, DocumentProblem>>
  /** What merging a saved document would do. Changes nothing; null where the bytes are none or contradict what is there. */
  preview(accountId: string, saved: Uint8Array): Promise<Result<MergePreview | null, DocumentProblem>>
  /** The whole document with its history, for the account file. */
  save(accountId: string): Promise<Result<Uint8Array, DocumentProblem>>
  /** Hashes of all changes in the document, sorted, for `verify`. */
  changeHashes(accountId: string): Promise<Result<readonly string[], DocumentProblem>>
  /** Hashes of loose changes, without opening anything. */
  inspectChanges(changes: readonly Uint8Array[]): Promise<Result<InspectedChanges, DocumentProblem>>
  /** Hashes of all changes in what `save` gave, without opening it as an account. */
  inspectSaved(saved: Uint8Array): Promise<Result<readonly string[], DocumentProblem>>
  close(): Promise<void>
}
