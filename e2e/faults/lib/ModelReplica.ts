import { accountSchema } from '#shared/domain/account/accountSchema'
import { collection, type RootSpec } from '#shared/domain/schema/entities'
import { internalText } from '#shared/domain/schema/fields'
import type { Edit } from '#shared/domain/edit/Edit'
import { AccountDocument, nextSkeletonChange } from '../../../electron/documents/AccountDocument'
import { skeletonChanges } from '../../../electron/documents/skeletonChain'

/** One value somebody wrote, and which other writes were known to them then. */
export interface Write {
  readonly id: number
  readonly at: string
  readonly field: string
  readonly value: string
  readonly seen: ReadonlySet<number>
}

/** What a later version of the app would bring. */
const laterSchema: RootSpec = { ...accountSchema, warranties: collection({ fields: { text: internalText() } }) }
const migration = nextSkeletonChange(skeletonChanges(), laterSchema) ?? new Uint8Array()
const accountId = 'a'.repeat(26)

/** One laptop's copy of an account with what would lie in its vault, and in the model what it knows. */
export class ModelReplica {
  private readonly changes: Uint8Array[] = []
  private skeleton = skeletonChanges()
  private edits = 0
  readonly knows = new Set<number>()
  document: AccountDocument

  constructor(readonly name: string) {
    this.document = AccountDocument.open(accountId, this.changes, this.skeleton)
  }

  /** False where the edit was refused or changed nothing. */
  edit(edits: readonly Edit[]): boolean {
    this.edits += 1
    const editId = `${this.name}-${this.edits}`
    const now = new Date(Date.UTC(2026, 10, 21, 9, this.edits)).toISOString()
    const prepared = this.document.prepare({ editId, edits, author: { memberId: `member-${this.name}`, name: this.name }, now })
    if (!prepared.ok || prepared.value.change === null) return false
    this.document.confirm(editId)
    this.changes.push(prepared.value.change)
    return true
  }

  /** Takes in what lies in the other one's vault, as packs bring it. */
  receive(other: ModelReplica): void {
    this.takeIn(other, other.changes)
  }

  /** Takes in the other one's account file, as a stick brings it. */
  openFileOf(other: ModelReplica): void {
    const preview = this.document.preview(other.document.save())
    if (preview === null) throw new Error('The account file of a colleague is refused')
    this.takeIn(other, preview.changes)
  }

  /** A later version of the app is installed here. */
  migrate(): void {
    if (this.skeleton.length > skeletonChanges().length) return
    this.skeleton = [...this.skeleton, migration]
    this.changes.push(migration)
    this.reopen()
  }

  /** The app starts again from what lies in the vault. */
  reopen(): void {
    this.document.free()
    this.document = AccountDocument.open(accountId, this.changes, this.skeleton)
  }

  private takeIn(other: ModelReplica, changes: readonly Uint8Array[]): void {
    const fresh = changes.filter((change) => !this.changes.some((own) => Buffer.compare(own, change) === 0))
    this.changes.push(...fresh)
    const { unreadable, missing } = this.document.apply(fresh)
    if (unreadable + missing > 0) throw new Error(`${unreadable} changes are unreadable and ${missing} are missing`)
    for (const id of other.knows) this.knows.add(id)
  }
}
