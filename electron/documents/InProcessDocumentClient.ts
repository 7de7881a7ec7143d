import { err, type Result } from '#shared/base/Result'
import type { Account } from '#shared/domain/account/Account'
import type { HistoryPage } from '#shared/domain/history/HistoryEntry'
import type { AppliedChanges, ChangedVersion, DocumentClient, DocumentProblem, EditRequest, FoundConflict, InspectedChanges, MergePreview, OpenedDocument, PreparedEdit, PrepareProblem } from './DocumentClient'
import { DocumentCache } from './DocumentCache'
import { isTrap } from './isTrap'

/** The documents in this very process, for the command line. */
export class InProcessDocumentClient implements DocumentClient {
  readonly #cache = new DocumentCache()

  isOpen(accountId: string): Promise<boolean> {
    return Promise.resolve(this.#cache.isOpen(accountId))
  }

  open(accountId: string, changes: readonly Uint8Array[]): Promise<Result<OpenedDocument, DocumentProblem>> {
    return this.#answer(accountId, () => this.#cache.open(accountId, changes))
  }

  prepare(accountId: string, edit: EditRequest): Promise<Result<PreparedEdit, PrepareProblem>> {
    return this.#answer(accountId, () => this.#cache.prepare(accountId, edit))
  }

  confirm(accountId: string, editId: string): Promise<void> {
    this.#cache.confirm(accountId, editId)
    return Promise.resolve()
  }

  drop(accountId: string): Promise<void> {
    this.#cache.drop(accountId)
    return Promise.resolve()
  }

  apply(accountId: string, changes: readonly Uint8Array[]): Promise<Result<AppliedChanges, DocumentProblem>> {
    return this.#answer(accountId, () => this.#cache.apply(accountId, changes))
  }

  snapshot(accountId: string): Promise<Result<Account, DocumentProblem>> {
    return this.#answer(accountId, () => this.#cache.snapshot(accountId))
  }

  conflicts(accountId: string): Promise<Result<readonly FoundConflict[], DocumentProblem>> {
    return this.#answer(accountId, () => this.#cache.conflicts(accountId))
  }

  history(accountId: string, before: string | null, limit: number): Promise<Result<HistoryPage, DocumentProblem>> {
    return this.#answer(accountId, () => this.#cache.history(accountId, before, limit))
  }

  changedSince(accountId: string, version: string | null): Promise<Result<ChangedVersion, DocumentProblem>> {
    return this.#answer(accountId, () => this.#cache.changedSince(accountId, version))
  }

  preview(accountId: string, saved: Uint8Array): Promise<Result<MergePreview | null, DocumentProblem>> {
    return this.#answer(accountId, () => this.#cache.preview(accountId, saved))
  }

  save(accountId: string): Promise<Result<Uint8Array, DocumentProblem>> {
    return this.#answer(accountId, () => this.#cache.save(accountId))
  }

  changeHashes(accountId: string): Promise<Result<readonly string[], DocumentProblem>> {
    return this.#answer(accountId, () => this.#cache.changeHashes(accountId))
  }

  inspectChanges(changes: readonly Uint8Array[]): Promise<Result<InspectedChanges, DocumentProblem>> {
    return this.#answer(null, () => this.#cache.inspectChanges(changes))
  }

  inspectSaved(saved: Uint8Array): Promise<Result<readonly string[], DocumentProblem>> {
    return this.#answer(null, () => this.#cache.inspectSaved(saved))
  }

  close(): Promise<void> {
    this.#cache.close()
    return Promise.resolve()
  }

  /** A trap here cannot end a process of its own; it counts as the same. What throws otherwise is a bug. */
  #answer<T, P>(accountId: string | null, run: () => Result<T, P>): Promise<Result<T, P | { readonly kind: 'processGone' }>> {
    return new Promise((resolve) => {
      try {
        resolve(run())
      } catch (error) {
        if (!isTrap(error)) throw error
        if (accountId !== null) this.#cache.forget(accountId)
        resolve(err({ kind: 'processGone' }))
      }
    })
  }
}
