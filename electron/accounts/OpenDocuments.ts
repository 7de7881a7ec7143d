import { err, ok, type Result } from '#shared/base/Result'
import type { Log } from '../platform/Log'
import type { AppliedChanges, DocumentClient, DocumentProblem, OpenedDocument } from '../documents/DocumentClient'
import { skeletonChanges } from '../documents/skeletonChain'
import type { Vault } from '../vault/Vault'
import type { AppendProblem } from '../vault/VaultProblem'
import type { ReadProblem } from './accountFailures'
import type { SavedDocument } from './AccountFiles'
import { CrashGuard } from './CrashGuard'
import { emptyFingerprint, fingerprintOf, withChange, type Fingerprint } from './fingerprint'

/** What is known of a document that was opened from the vault in this session. */
interface OpenState {
  /** Of the records in the vault that the document holds. */
  fingerprint: Fingerprint
  /**
   * Parts of the skeleton that the vault does not have yet. They go there with the first edit that is
   * built on them: a laptop with an older version of the app has no other way to get them.
   */
  unstoredSkeleton: readonly Uint8Array[]
}

/** What one account's records in the vault and its document hold. */
export interface HeldChanges {
  readonly changes: readonly Uint8Array[]
  /** Hashes of the document. */
  readonly document: readonly string[]
  /** Changes that others wait for and that have not arrived. */
  readonly missing: number
}

/**
 * The documents of one workspace: opens them from the vault when they are needed, again after the
 * documents process died, and gives up on one that kills the process twice. Calls about one account
 * must come one after the other.
 */
export class OpenDocuments {
  readonly #states = new Map<string, OpenState>()
  /** What a document held when it was last open: opened again it may hold more than anybody was told. */
  readonly #lastHeld = new Map<string, Fingerprint>()
  readonly #damaged = new Map<string, string>()
  readonly #guard = new CrashGuard()

  constructor(
    private readonly vault: Vault,
    private readonly client: DocumentClient,
    private readonly log: Log,
    /** A document holds other changes than when it was last open, and no patches say which. */
    private readonly onJump: (accountId: string) => void,
  ) {}

  has(accountId: string): boolean {
    return this.#states.has(accountId)
  }

  fingerprint(accountId: string): Fingerprint {
    return this.#states.get(accountId)?.fingerprint ?? emptyFingerprint
  }

  /**
   * Appends changes of an open document to the vault, with the skeleton they need; flushed when it answers ok. Where
   * that fails the document is dropped: opened again it is as the vault has it.
   */
  async store(accountId: string, changes: readonly Uint8Array[]): Promise<Result<void, AppendProblem>> {
    const state = this.#states.get(accountId) ?? { fingerprint: emptyFingerprint, unstoredSkeleton: [] }
    const records = [...state.unstoredSkeleton.filter((part) => !changes.some((change) => isEqual(change, part))), ...changes]
    let isStored = false
    try {
      const appended = await this.vault.append(records.map((bytes) => ({ kind: 'change', accountId, bytes })))
      if (!appended.ok) return appended
      isStored = true
    } finally {
      if (!isStored) await this.drop(accountId)
    }
    const fingerprint = records.reduce(withChange, state.fingerprint)
    this.#states.set(accountId, { fingerprint, unstoredSkeleton: [] })
    this.#lastHeld.set(accountId, fingerprint)
    return ok()
  }

  /** Asks about a document, opening it first where that is needed. */
  async ask<T, P extends { readonly kind: string }>(
    accountId: string,
    request: (client: DocumentClient) => Promise<Result<T, P>>,
  ): Promise<Result<T, Exclude<P, DocumentProblem> | ReadProblem>> {
    return this.#guarded<T, P>(accountId, async () => {
      for (;;) {
        if (this.#states.has(accountId)) {
          const answer = await request(this.client)
          if (answer.ok || answer.error.kind !== 'notOpen') return answer
        }
        const opened = await this.#open(accountId)
        if (!opened.ok) return opened
      }
    })
  }

  /**
   * Asks something that bytes from elsewhere make dangerous: where the documents stop over it that says nothing about
   * the account, and it is not tried again.
   */
  async tryOut<T>(accountId: string, request: (client: DocumentClient) => Promise<Result<T, DocumentProblem>>): Promise<Result<T, DocumentProblem | ReadProblem>> {
    const isOpen = await this.ask<true, DocumentProblem>(accountId, async (client) => ((await client.isOpen(accountId)) ? ok(true) : err({ kind: 'notOpen' })))
    return isOpen.ok ? request(this.client) : isOpen
  }

  /** Opens an account that nobody has yet. */
  openNew(accountId: string): Promise<Result<OpenedDocument, ReadProblem>> {
    return this.#guarded(accountId, () => this.#openWith(accountId, []))
  }

  /** Opens from what the vault has now, whether it is open or not; `changes` where somebody has just read that. */
  reopen(accountId: string, changes?: readonly Uint8Array[]): Promise<Result<OpenedDocument, ReadProblem>> {
    return this.#guarded(accountId, () => (changes ? this.#openWith(accountId, changes) : this.#open(accountId)))
  }

  /** Brings an open document to what the vault has now. */
  refresh(accountId: string): Promise<Result<AppliedChanges, ReadProblem>> {
    return this.#guarded<AppliedChanges, never>(accountId, async () => {
      const changes = await this.changesOf(accountId)
      if (!changes.ok) return changes
      const applied = await this.client.apply(accountId, changes.value)
      if (applied.ok) this.#remember(accountId, changes.value)
      if (applied.ok || applied.error.kind !== 'notOpen') return applied
      const opened = await this.#openWith(accountId, changes.value)
      return opened.ok ? ok({ ...opened.value, patches: [] }) : opened
    })
  }

  /** What the vault and the document hold, to be compared; a document that was not open is let go again. */
  async held(accountId: string): Promise<Result<HeldChanges, ReadProblem>> {
    const isInUse = this.has(accountId)
    const held = await this.#heldBy(accountId)
    if (!isInUse) await this.drop(accountId)
    return held
  }

  async #heldBy(accountId: string): Promise<Result<HeldChanges, ReadProblem>> {
    const document = await this.ask(accountId, (client) => client.changeHashes(accountId))
    if (!document.ok) return document
    const changes = await this.changesOf(accountId)
    if (!changes.ok) return changes
    // Merging nothing tells what the document waits for.
    const applied = await this.ask(accountId, (client) => client.apply(accountId, []))
    return applied.ok ? ok({ changes: changes.value, document: document.value, missing: applied.value.missing }) : applied
  }

  async save(accountId: string): Promise<Result<SavedDocument, ReadProblem>> {
    const saved = await this.ask(accountId, (client) => client.save(accountId))
    return saved.ok ? ok({ document: saved.value, fingerprint: this.fingerprint(accountId) }) : saved
  }

  /** True where everything in a saved document is in the document of this account. */
  async knowsAll(accountId: string, saved: Uint8Array): Promise<boolean> {
    const known = await this.ask(accountId, (client) => client.changeHashes(accountId))
    const found = await this.client.inspectSaved(saved)
    if (!known.ok || !found.ok) return false
    const hashes = new Set(known.value)
    return found.value.every((hash) => hashes.has(hash))
  }

  /** Everything stored of an account: changes, and bases that stand for many of them. */
  async changesOf(accountId: string): Promise<Result<readonly Uint8Array[], ReadProblem>> {
    const records = await this.vault.readAccount(accountId)
    return records.ok ? ok(records.value.filter(({ kind }) => kind === 'change' || kind === 'base').map(({ bytes }) => bytes)) : records
  }

  async drop(accountId: string): Promise<void> {
    this.#states.delete(accountId)
    await this.client.drop(accountId)
  }

  async dropAll(): Promise<void> {
    await Promise.all([...this.#states.keys()].map((accountId) => this.drop(accountId)))
  }

  async #open(accountId: string): Promise<Result<OpenedDocument, DocumentProblem | ReadProblem>> {
    const changes = await this.changesOf(accountId)
    return changes.ok ? this.#openWith(accountId, changes.value) : changes
  }

  async #openWith(accountId: string, changes: readonly Uint8Array[]): Promise<Result<OpenedDocument, DocumentProblem>> {
    const opened = await this.client.open(accountId, changes)
    if (!opened.ok) return opened
    const before = this.#lastHeld.get(accountId)
    this.#remember(accountId, changes)
    if (before !== undefined && before !== this.fingerprint(accountId)) this.onJump(accountId)
    const { unreadable, missing } = opened.value
    if (unreadable > 0 || missing > 0) this.log.warn('accounts.incomplete', { unreadable, missing })
    return opened
  }

  #remember(accountId: string, changes: readonly Uint8Array[]): void {
    const unstoredSkeleton = skeletonChanges().filter((part) => !changes.some((change) => isEqual(change, part)))
    const fingerprint = fingerprintOf(changes)
    this.#states.set(accountId, { fingerprint, unstoredSkeleton })
    this.#lastHeld.set(accountId, fingerprint)
  }

  async #guarded<T, P extends { readonly kind: string }>(
    accountId: string,
    attempt: () => Promise<Result<T, P | DocumentProblem | ReadProblem>>,
  ): Promise<Result<T, Exclude<P, DocumentProblem> | ReadProblem>> {
    const known = this.#damaged.get(accountId)
    if (known !== undefined) return err({ kind: 'documentDamaged', reason: known })
    const answer = await this.#guard.run(attempt)
    if (answer.ok) return answer
    const problem: { readonly kind: string; readonly reason?: string } = answer.error
    const isCrash = problem.kind === 'processGone'
    if (!isCrash && !isDamage(problem)) return err(answer.error as Exclude<P, DocumentProblem>)
    const reason = isCrash ? 'opening it made the documents stop twice.' : (problem.reason ?? '')
    this.#damaged.set(accountId, reason)
    this.log.error('accounts.damaged', { isCrash })
    return err({ kind: 'documentDamaged', reason })
  }
}

function isEqual(one: Uint8Array, other: Uint8Array): boolean {
  return Buffer.compare(one, other) === 0
}

/** The vault's own `damaged` names a file; the document's does not. */
function isDamage(problem: { readonly kind: string }): boolean {
  return problem.kind === 'damaged' && !('file' in problem)
}
