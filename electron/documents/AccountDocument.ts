import * as A from '@automerge/automerge'
import { diffJson, type Patch } from '#shared/base/jsonPatch'
import type { Json } from '#shared/base/canonicalJson'
import { ok, type Result } from '#shared/base/Result'
import type { Account } from '#shared/domain/account/Account'
import { accountRow, type AccountRow } from '#shared/domain/account/AccountRow'
import { wordsOfAccount, type SearchWords } from '#shared/domain/find/wordsOfAccount'
import { accountSchema } from '#shared/domain/account/accountSchema'
import { applyEdits } from '#shared/domain/edit/applyEdits'
import type { Edit, EditRefused, SkippedEdit } from '#shared/domain/edit/Edit'
import { valueAt } from '#shared/domain/edit/valueAt'
import { compareAccounts } from '#shared/domain/history/compareAccounts'
import type { HistoryPage } from '#shared/domain/history/HistoryEntry'
import type { RootSpec } from '#shared/domain/schema/entities'
import type { Scalar } from '#shared/domain/schema/fields'
import { readAccount } from '#shared/domain/schema/readAccount'
import type { Edited } from '#shared/ipc/contract'
import { addMissingContainers, applyToDraft, isCutOff, type Draft, type DraftWords } from './applyToDraft'
import { changeFacts, touchedPlaces } from './changeFacts'
import type { ChangeReader } from './ChangeReader'
import { formatChangeMessage, readChangeMessage } from './changeMessage'
import type { AppliedChanges, ChangedVersion, EditRequest, FoundConflict, InspectedChanges, MergePreview, PreparedEdit } from './DocumentClient'
import { DocumentHistory } from './DocumentHistory'
import { describeUntold } from './describeUntold'
import { findCollisions, type UntoldCollision } from './findCollisions'
import { isLightEnough } from './documentWeight'
import { fieldPlaces, isPresent, pathOf, type FieldPlace } from './fieldPlaces'
import { isTrap } from './isTrap'
import { skeletonChanges } from './skeletonChain'
import { authorOf, changeOf, distinct, momentOf, type ChangeMeta, type Written } from './Written'

/**
 * One account as an Automerge document: the only place that knows Automerge. Knows neither files nor
 * other accounts. Short values are immutable strings, long prose is collaborative text, as the schema
 * says; only named paths are ever assigned, because any assignment wipes out a visible conflict.
 */
export class AccountDocument {
  #document: A.Doc<Draft>
  #snapshot: Account
  /** Leaves with two or more different values, also those in removed entities. */
  #contested: Map<string, FieldPlace>
  /** What the library does not tell of: see `findCollisions`. */
  #untold: readonly UntoldCollision[]
  /** Of the document as it was when somebody last looked: the next page needs no new order. */
  #history: { readonly document: A.Doc<Draft>; readonly pages: DocumentHistory } | null = null
  readonly #touched = new Map<string, readonly FieldPlace[]>()
  /** Built when first needed: most documents are opened to be read. */
  #editIds: Set<string> | null = null
  #held: string | null = null
  /** The words as they were last told, as JSON. */
  #toldWords = ''

  private constructor(
    readonly accountId: string,
    document: A.Doc<Draft>,
    readonly unreadable: number,
  ) {
    this.#document = document
    this.#snapshot = readAccount(toPlain(document))
    this.#contested = this.#findContested()
    this.#untold = this.#findUntold()
  }

  /** The skeleton and all changes known for the account; none: a new, empty account. */
  static open(accountId: string, changes: readonly Uint8Array[], skeleton = skeletonChanges()): AccountDocument {
    // The actor is random and never stored: used again after a restored backup it would make every later merge fail.
    const [empty] = A.applyChanges(A.init<Draft>(), skeleton)
    const { document, unreadable } = applyReadable(empty, changes)
    return new AccountDocument(accountId, document, unreadable)
  }

  /** What `save` gave, also of another version of the app; null where the bytes are no document. */
  static openSaved(accountId: string, saved: Uint8Array): AccountDocument | null {
    const document = loadSaved(saved)
    if (document === null) return null
    const { document: whole } = applyReadable(document, skeletonChanges())
    return new AccountDocument(accountId, whole, 0)
  }

  get snapshot(): Account {
    return this.#snapshot
  }

  get row(): AccountRow {
    const conflicts = [...this.#contested.values()].filter((place) => isPresent(this.#snapshot, place.at)).length
    return accountRow(this.accountId, this.#snapshot, conflicts + this.#untold.length, this.#changedAt())
  }

  /** What the account is found by, where that is no longer what was last told; else null. */
  newWords(): readonly SearchWords[] | null {
    const words = wordsOfAccount(this.#snapshot)
    const told = JSON.stringify(words)
    if (told === this.#toldWords) return null
    this.#toldWords = told
    return words
  }

  get isHolding(): boolean {
    return this.#held !== null
  }

  get missing(): number {
    return A.getMissingDeps(this.#document, []).length
  }

  /** Makes one change of a batch of edits; it is held until `confirm`, or the document is thrown away. */
  prepare({ editId, edits, author, now }: EditRequest): Result<PreparedEdit, EditRefused> {
    if (this.#held !== null) throw new Error('An edit is already held')
    const known = this.#knownEditIds()
    if (known.has(editId)) return ok(this.#nothingChanged([]))
    const applied = applyEdits(this.#snapshot, edits, now)
    if (!applied.ok) return applied
    const skipped = applied.value.skipped.map((skip) => ({ ...skip, by: this.#whoWrote(skip, edits[skip.index], author.memberId) }))
    if (applied.value.operations.length === 0) return ok(this.#nothingChanged(skipped))
    const backend = A.getBackend(this.#document)
    if (backend.getAuthor() !== authorHex(author.memberId)) backend.setAuthor(authorHex(author.memberId))
    const heads = A.getHeads(this.#document)
    const settled = applied.value.operations.flatMap((operation) =>
      operation.kind === 'settle' ? [{ at: operation.path.join('/'), field: operation.field, key: null }] : [],
    )
    const said = { message: formatChangeMessage(editId, edits, author.name, settled), time: Math.floor(Date.parse(now) / 1000) }
    this.#document = A.change(this.#document, said, (draft) => {
      for (const operation of applied.value.operations) applyToDraft(draft, operation, words)
    })
    // What was only looked at is a change without content, and Automerge makes none of those unasked.
    if (settled.length > 0 && A.equals(heads, A.getHeads(this.#document))) this.#document = A.emptyChange(this.#document, said)
    const change = A.getLastLocalChange(this.#document)
    // Automerge makes no change of an assignment that changes nothing.
    if (!change || A.equals(heads, A.getHeads(this.#document))) return ok(this.#nothingChanged(skipped))
    this.#held = editId
    known.add(editId)
    for (const operation of applied.value.operations) if (operation.kind === 'put') this.#contested.delete(operation.path.join('/'))
    const patches = this.#moveTo(applied.value.account)
    // What is written here is built on everything: it can only settle what was apart.
    if (this.#untold.length > 0) this.#untold = this.#findUntold()
    return ok({ change, patches, undo: applied.value.undo, skipped, row: this.row, words: this.newWords() })
  }

  confirm(editId: string): void {
    if (this.#held === editId) this.#held = null
  }

  /** Merges changes in one batch; those already known do nothing. */
  apply(changes: readonly Uint8Array[]): AppliedChanges {
    const heads = A.getHeads(this.#document)
    const { document, unreadable } = applyReadable(this.#document, changes)
    this.#document = document
    const isChanged = !A.equals(heads, A.getHeads(document))
    const patches = isChanged ? this.#moveTo(readAccount(toPlain(document))) : []
    if (isChanged) {
      this.#contested = this.#findContested()
      this.#untold = this.#findUntold()
      this.#editIds = null
    }
    return { patches, row: this.row, words: this.newWords(), unreadable, missing: this.missing }
  }

  /** What members did without knowing of each other; of several values the one that shows now comes first. */
  conflicts(): readonly FoundConflict[] {
    const present = [...this.#contested.values()].filter((place) => isPresent(this.#snapshot, place.at))
    const metas = present.length === 0 ? [] : A.getChangesMetaSince(this.#document, [])
    const told = present.map((place): FoundConflict => ({
      ...place,
      kind: 'values',
      values: distinct(this.#writtenAt(place)).map(({ value, operation }) => {
        const change = changeOf(metas, operation)
        return { value, by: authorOf(change), writtenAt: momentOf(change?.time ?? 0) }
      }),
    }))
    const reader = this.#reader()
    return [...told, ...this.#untold.map((collision) => describeUntold(collision, this.#snapshot, (meta) => changeFacts(reader, meta)))]
  }

  /** So many rows of the history, the newest first, or those behind the change `before`. */
  history(before: string | null, limit: number): HistoryPage {
    if (this.#history?.document !== this.#document) this.#history = { document: this.#document, pages: new DocumentHistory(this.#reader()) }
    return this.#history.pages.page(before, limit)
  }

  /** What became different since a version (heads, separated by spaces; null: since the beginning), and the version it is now. */
  changedSince(version: string | null): ChangedVersion {
    const heads = version === null ? [] : version.split(' ')
    const backend = A.getBackend(this.#document)
    const isKnown = version === null || heads.every((head) => withoutTrap(() => backend.getChangeMetaByHash(head)) !== null)
    const before = readAccount(isKnown && heads.length > 0 ? toPlain(A.view(this.#document, heads)) : {})
    return { version: [...A.getHeads(this.#document)].sort().join(' '), isKnown, facts: compareAccounts(before, this.#snapshot) }
  }

  /** What merging a saved document would do; changes nothing. null where the bytes are no document, or contradict this one. */
  preview(saved: Uint8Array): MergePreview | null {
    const found = loadSaved(saved)
    if (found === null) return null
    const [backend, metas] = [A.getBackend(found), A.getChangesMetaSince(found, [])]
    const own = new Set(A.topoHistoryTraversal(this.#document))
    const fresh = metas.filter(({ hash }) => !own.has(hash))
    const changes = fresh.map(({ hash }) => backend.getChangeByHash(hash)).filter((change) => change !== null)
    const copy = A.clone(this.#document)
    const merged = withoutTrap(() => A.applyChanges(copy, changes)[0])
    const known = metas.filter((meta) => own.has(meta.hash) && !isSkeleton(meta)).length
    const total = A.getChangesMetaSince(this.#document, []).filter((meta) => !isSkeleton(meta)).length
    A.free(found)
    if (merged === null) {
      A.free(copy)
      return null
    }
    const after = new AccountDocument(this.accountId, merged, 0)
    const before = new Set(this.conflicts().map(conflictKey))
    const preview = {
      changes,
      newChanges: fresh.filter((meta) => !isSkeleton(meta)).length,
      known,
      notInFile: total - known,
      authors: [...new Set(fresh.map(authorOf).filter((name) => name !== null))].sort(),
      facts: compareAccounts(this.#snapshot, after.snapshot),
      after: after.snapshot,
      conflicts: after.conflicts().filter((conflict) => !before.has(conflictKey(conflict))),
    }
    after.free()
    return preview
  }

  save(): Uint8Array {
    return A.save(this.#document)
  }

  changeHashes(): readonly string[] {
    return A.topoHistoryTraversal(this.#document).sort()
  }

  /** Gives the memory back at once instead of some time after the garbage collection. */
  free(): void {
    A.free(this.#document)
  }

  #reader(): ChangeReader {
    const backend = A.getBackend(this.#document)
    return {
      metas: () => A.getChangesMetaSince(this.#document, []),
      operations: (hash) => A.inspectChange(this.#document, hash)?.ops ?? [],
      pathOf: (object) => (object === '_root' ? [] : (withoutTrap(() => backend.objInfo(object).path?.map(String)) ?? null)),
      valueBefore: (object, key, deps) => {
        const full = backend.getAll(object, key, [...deps]).at(-1)
        return full?.length === 3 ? asScalar(full[1]) : null
      },
    }
  }

  #nothingChanged(skipped: Edited['skipped']): PreparedEdit {
    return { change: null, patches: [], undo: [], skipped, row: this.row, words: null }
  }

  #moveTo(account: Account): readonly Patch[] {
    const patches = diffJson(this.#snapshot as unknown as Json, account as unknown as Json)
    this.#snapshot = account
    return patches
  }

  #knownEditIds(): Set<string> {
    this.#editIds ??= new Set(
      A.getChangesMetaSince(this.#document, []).flatMap((meta) => readChangeMessage(meta.message)?.editId ?? []),
    )
    return this.#editIds
  }

  /** The latest of the changes that nothing is built on yet: a claim of that laptop's clock. */
  #changedAt(): string | null {
    const backend = A.getBackend(this.#document)
    const seconds = A.getHeads(this.#document).map((head) => backend.getChangeMetaByHash(head)?.time ?? 0)
    return momentOf(Math.max(0, ...seconds))
  }

  #findContested(): Map<string, FieldPlace> {
    const contested = new Map<string, FieldPlace>()
    for (const place of fieldPlaces(this.#snapshot)) {
      if (distinct(this.#writtenAt(place)).length > 1) contested.set(pathOf(place).join('/'), place)
    }
    return contested
  }

  #findUntold(): readonly UntoldCollision[] {
    const reader = this.#reader()
    const touched = (meta: ChangeMeta): readonly FieldPlace[] => {
      const places = this.#touched.get(meta.hash) ?? touchedPlaces(reader, meta)
      this.#touched.set(meta.hash, places)
      return places
    }
    return findCollisions(reader.metas(), touched, this.#snapshot)
  }

  /** All values that stand at a place, what shows now first. */
  #writtenAt(place: FieldPlace): readonly Written[] {
    const path = pathOf(place)
    const property = path.at(-1) ?? ''
    const owner = A.getObjectId(valueAt(this.#document, path.slice(0, -1)))
    if (owner === null) return []
    const backend = A.getBackend(this.#document)
    const values = backend.getAll(owner, property).map((full): Written => {
      // Containers come without a value; a map where a value should be shows nothing.
      if (full.length === 2) return { value: full[0] === 'text' ? backend.text(full[1]) : null, operation: full[1] }
      return { value: asScalar(full[1]), operation: full[2] }
    })
    return values.reverse()
  }

  /** The name of whoever wrote what made an undo be passed over. */
  #whoWrote(skip: SkippedEdit, edit: Edit | undefined, memberId: string): string | null {
    const key = edit?.kind === 'set' ? (edit.key ?? null) : null
    const [present] = this.#writtenAt({ at: skip.at, field: skip.field, key })
    if (!present) return null
    const metas = A.getChangesMetaSince(this.#document, [])
    return authorOf(edit?.kind === 'writeText' ? this.#lastWriterOf(present.operation, metas, memberId) : changeOf(metas, present.operation))
  }

  /** The last change to a long text, of somebody else if there is one: one's own steps are undone newest first. */
  #lastWriterOf(textId: string, metas: readonly ChangeMeta[], memberId: string): ChangeMeta | undefined {
    const touching = metas.filter((meta) => A.inspectChange(this.#document, meta.hash)?.ops.some((operation) => operation.obj === textId))
    return touching.findLast((meta) => meta.author !== authorHex(memberId)) ?? touching.at(-1)
  }
}

function conflictKey({ at, field, key }: FieldPlace): string {
  return [at, field, key ?? ''].join('/')
}

/** True for the changes that every account begins with. */
function isSkeleton({ author, time }: ChangeMeta): boolean {
  return author === null && time === 0
}

/** Hashes of loose changes, and of those that bases stand for. */
export function inspectChanges(stored: readonly Uint8Array[]): InspectedChanges {
  const { changes, unreadable } = looseChanges(stored)
  const hashes = changes.map(hashOf).filter((hash) => hash !== null)
  return { hashes: [...new Set(hashes)].sort(), unreadable: unreadable + changes.length - hashes.length }
}

/** Hashes of all changes in what `save` gave; null where the bytes are no document. */
export function inspectSaved(saved: Uint8Array): readonly string[] | null {
  const document = AccountDocument.openSaved('', saved)
  if (document === null) return null
  const hashes = document.changeHashes()
  document.free()
  return hashes
}

/** The change that takes accounts made with `chain` to a schema; null where they have everything already. */
export function nextSkeletonChange(chain: readonly Uint8Array[], schema: RootSpec = accountSchema): Uint8Array | null {
  const [before] = A.applyChanges(A.init<Draft>({ actor: skeletonActor }), [...chain])
  const after = A.change(before, { message: `skeleton ${chain.length + 1}`, time: 0 }, (draft) => {
    for (const [name, spec] of Object.entries(schema)) {
      draft[name] ??= {}
      if (spec.kind === 'singleton') addMissingContainers(draft[name] as Draft, spec.entity)
    }
  })
  const change = A.getLastLocalChange(after)
  return change && A.getAllChanges(after).length > chain.length ? change : null
}

/** Nothing ever calls `change` with this actor on the document of an account. */
const skeletonActor = '00'.repeat(16)

const words: DraftWords = {
  short: (value) => {
    if (typeof value === 'string') return new A.ImmutableString(value)
    return isCutOff(value) ? new A.Float64(Number(value)) : value
  },
  textOfShort: (value) => (A.isImmutableString(value) ? value.val : null),
  splice: (root, path, index, remove, insert) => {
    A.splice(root, [...path], index, remove, insert)
  },
}

/** Deeper than any schema: a hostile document must not exhaust the stack. */
const greatestDepth = 12

function toPlain(value: unknown, depth = 0): unknown {
  if (A.isImmutableString(value)) return value.val
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value) || depth === greatestDepth) return undefined
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, toPlain(inner, depth + 1)]))
}

function asScalar(value: unknown): Scalar {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null
}

/** null where the bytes are no document, or claim to be a heavier one than anybody writes. */
function loadSaved(saved: Uint8Array): A.Doc<Draft> | null {
  return isLightEnough(saved) ? withoutTrap(() => A.load<Draft>(saved, { allowMissingChanges: true })) : null
}

/** What is stored of an account as loose changes: a base stands for all that are in it. */
function looseChanges(stored: readonly Uint8Array[]): { readonly changes: readonly Uint8Array[]; readonly unreadable: number } {
  let unreadable = 0
  const changes = stored.flatMap((bytes) => {
    const inside = isWholeDocument(bytes) ? changesInBase(bytes) : isLightEnough(bytes) ? [bytes] : null
    if (inside === null) unreadable += 1
    return inside ?? []
  })
  return { changes, unreadable }
}

function changesInBase(base: Uint8Array): readonly Uint8Array[] | null {
  const document = loadSaved(base)
  if (document === null) return null
  const changes = A.getAllChanges(document)
  A.free(document)
  return changes
}

/** The library's own mark behind its four magic bytes and four of a checksum: 0 is a document, others are changes. */
function isWholeDocument(bytes: Uint8Array): boolean {
  return bytes.length > 8 && bytes[8] === 0
}

/** One batch; where something in it is unreadable, one by one, so that one bad record hides nothing else. */
function applyReadable(document: A.Doc<Draft>, stored: readonly Uint8Array[]): { readonly document: A.Doc<Draft>; readonly unreadable: number } {
  const { changes, unreadable: unreadableBases } = looseChanges(stored)
  const batch = withoutTrap(() => A.applyChanges(document, [...changes]))
  if (batch !== null) return { document: batch[0], unreadable: unreadableBases }
  let present = document
  let unreadable = unreadableBases
  for (const change of changes) {
    const applied = withoutTrap(() => A.applyChanges(present, [change]))
    if (applied === null) unreadable += 1
    else present = applied[0]
  }
  return { document: present, unreadable }
}

function hashOf(change: Uint8Array): string | null {
  return withoutTrap(() => A.decodeChange(change).hash)
}

/** null where Automerge refuses the bytes. A trap is another matter: the module cannot be trusted after it. */
function withoutTrap<T>(run: () => T): T | null {
  try {
    return run()
  } catch (error) {
    if (isTrap(error)) throw error
    return null
  }
}

/** Automerge wants hexadecimal digits. */
function authorHex(memberId: string): string {
  return Buffer.from(memberId, 'utf8').toString('hex')
}
