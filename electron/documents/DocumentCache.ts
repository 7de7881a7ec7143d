import { err, ok, type Result } from '#shared/base/Result'
import type { Account } from '#shared/domain/account/Account'
import type { HistoryPage } from '#shared/domain/history/HistoryEntry'
import { AccountDocument, inspectChanges, inspectSaved } from './AccountDocument'
import type { AppliedChanges, ChangedVersion, DocumentProblem, EditRequest, FoundConflict, InspectedChanges, MergePreview, OpenedDocument, PreparedEdit, PrepareProblem } from './DocumentClient'

/** An open document costs about 0.3 MB; more than these are not looked at in one sitting. */
const openLimit = 50

/**
 * Holds the open documents of a process, the most recently used ones. Answers what DocumentClient
 * promises, but at once: whoever owns the process decides how requests reach it.
 */
export class DocumentCache {
  /** The least recently used one comes first. */
  readonly #documents = new Map<string, AccountDocument>()

  constructor(private readonly limit = openLimit) {}

  get size(): number {
    return this.#documents.size
  }

  isOpen(accountId: string): boolean {
    return this.#documents.has(accountId)
  }

  open(accountId: string, changes: readonly Uint8Array[]): Result<OpenedDocument, DocumentProblem> {
    this.drop(accountId)
    const document = AccountDocument.open(accountId, changes)
    if (changes.length > 0 && document.unreadable === changes.length) {
      document.free()
      return err({ kind: 'damaged', reason: 'Nothing that was stored of this account can be read.' })
    }
    this.#documents.set(accountId, document)
    this.#evict()
    const { snapshot, row, unreadable, missing } = document
    return ok({ snapshot, row, words: document.newWords(), unreadable, missing })
  }

  prepare(accountId: string, edit: EditRequest): Result<PreparedEdit, PrepareProblem> {
    const document = this.#use(accountId)
    if (!document) return notOpen
    const prepared = document.prepare(edit)
    return prepared.ok ? prepared : err({ kind: 'refused', refused: prepared.error })
  }

  confirm(accountId: string, editId: string): void {
    this.#documents.get(accountId)?.confirm(editId)
    // A held edit may have kept more documents open than the limit allows.
    this.#evict()
  }

  drop(accountId: string): void {
    this.#documents.get(accountId)?.free()
    this.#documents.delete(accountId)
  }

  /** Lets go of a document that cannot even be freed any more, as after a trap. */
  forget(accountId: string): void {
    this.#documents.delete(accountId)
  }

  apply(accountId: string, changes: readonly Uint8Array[]): Result<AppliedChanges, DocumentProblem> {
    return this.#ask(accountId, (document) => document.apply(changes))
  }

  snapshot(accountId: string): Result<Account, DocumentProblem> {
    return this.#ask(accountId, (document) => document.snapshot)
  }

  conflicts(accountId: string): Result<readonly FoundConflict[], DocumentProblem> {
    return this.#ask(accountId, (document) => document.conflicts())
  }

  history(accountId: string, before: string | null, limit: number): Result<HistoryPage, DocumentProblem> {
    return this.#ask(accountId, (document) => document.history(before, limit))
  }

  changedSince(accountId: string, version: string | null): Result<ChangedVersion, DocumentProblem> {
    return this.#ask(accountId, (document) => document.changedSince(version))
  }

  preview(accountId: string, saved: Uint8Array): Result<MergePreview | null, DocumentProblem> {
    return this.#ask(accountId, (document) => document.preview(saved))
  }

  save(accountId: string): Result<Uint8Array, DocumentProblem> {
    return this.#ask(accountId, (document) => document.save())
  }

  changeHashes(accountId: string): Result<readonly string[], DocumentProblem> {
    return this.#ask(accountId, (document) => document.changeHashes())
  }

  inspectChanges(changes: readonly Uint8Array[]): Result<InspectedChanges, DocumentProblem> {
    return ok(inspectChanges(changes))
  }

  inspectSaved(saved: Uint8Array): Result<readonly string[], DocumentProblem> {
    const hashes = inspectSaved(saved)
    return hashes ? ok(hashes) : err({ kind: 'damaged', reason: 'These bytes are not a document.' })
  }

  close(): void {
    for (const document of this.#documents.values()) document.free()
    this.#documents.clear()
  }

  #ask<T>(accountId: string, answer: (document: AccountDocument) => T): Result<T, DocumentProblem> {
    const document = this.#use(accountId)
    return document ? ok(answer(document)) : notOpen
  }

  #use(accountId: string): AccountDocument | undefined {
    const document = this.#documents.get(accountId)
    if (!document) return undefined
    this.#documents.delete(accountId)
    this.#documents.set(accountId, document)
    return document
  }

  /** Never one with a held edit: the change that main is writing to the disk would be missing from what is shown. */
  #evict(): void {
    for (const [accountId, document] of this.#documents) {
      if (this.#documents.size <= this.limit) return
      if (!document.isHolding) this.drop(accountId)
    }
  }
}

const notOpen: Result<never, DocumentProblem> = err({ kind: 'notOpen' })
