import type { Edit } from '#shared/domain/edit/Edit'
import { AccountDocument } from '../AccountDocument'
import type { PreparedEdit } from '../DocumentClient'

export const testAccountId = 'a'.repeat(26)

/** One laptop's copy of an account, with what it would have in its vault. */
export class Replica {
  readonly changes: Uint8Array[] = []
  document: AccountDocument
  #edits = 0

  constructor(
    readonly name: string,
    private readonly skeleton?: Uint8Array[],
  ) {
    this.document = this.#open()
  }

  /** Every edit is written a minute after the one before. */
  edit(...edits: readonly Edit[]): PreparedEdit {
    this.#edits += 1
    return this.editAs(`${this.name}-${this.#edits}`, ...edits)
  }

  editAs(editId: string, ...edits: readonly Edit[]): PreparedEdit {
    const now = new Date(Date.UTC(2026, 10, 21, 9, this.#edits)).toISOString()
    const prepared = this.document.prepare({ editId, edits, author: { memberId: `member-${this.name}`, name: this.name }, now })
    if (!prepared.ok) throw new Error(`${prepared.error.index}: ${prepared.error.message}`)
    this.document.confirm(editId)
    if (prepared.value.change) this.changes.push(prepared.value.change)
    return prepared.value
  }

  /** Takes in everything the other one has. */
  receive(other: Replica): ReturnType<AccountDocument['apply']> {
    const fresh = other.changes.filter((change) => !this.changes.some((own) => Buffer.compare(own, change) === 0))
    this.changes.push(...fresh)
    return this.document.apply(fresh)
  }

  /** Starts again from what lies in the vault. */
  reopen(): void {
    this.document.free()
    this.document = this.#open()
  }

  #open(): AccountDocument {
    return AccountDocument.open(testAccountId, this.changes, this.skeleton)
  }
}
