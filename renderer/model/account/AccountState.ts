import type { Edit } from '#shared/domain/edit/Edit'
import type { EventPayloads } from '#shared/ipc/contract'
import type { OpenAccount } from './OpenAccount'
import type { UndoHistory } from './undoHistory'

export type AccountEntry =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly reason: string; readonly message: string }
  | { readonly kind: 'open'; readonly open: OpenAccount }

export type Saving =
  | { readonly kind: 'saved'; readonly at: string | null }
  | { readonly kind: 'saving' }
  /** The disk refused: what was typed still shows, and is sent again with `retry`. */
  | { readonly kind: 'failed'; readonly message: string }

export interface EditOptions {
  /** What the member does, as the end of "Undid: …". */
  readonly label: string
  /** Steps in a row with the same key are undone together: a word typed with pauses. */
  readonly mergeKey?: string
}

export interface AccountState {
  readonly entriesById: { readonly [accountId: string]: AccountEntry }
  readonly historiesById: { readonly [accountId: string]: UndoHistory }
  readonly saving: Saving
  readonly open: (accountId: string) => Promise<void>
  /** Shows at once and is sent in order. False where the account itself refuses it. */
  readonly edit: (accountId: string, edits: readonly Edit[], options: EditOptions) => boolean
  readonly undo: (accountId: string) => Promise<void>
  readonly redo: (accountId: string) => Promise<void>
  readonly retry: () => void
  /** Text is on the screen and not sent yet; the answer is called when it is. */
  readonly typing: () => () => void
  readonly changed: (event: EventPayloads['account.changed']) => void
  readonly conflicted: (event: EventPayloads['account.conflicted']) => Promise<void>
  readonly clear: () => void
}
