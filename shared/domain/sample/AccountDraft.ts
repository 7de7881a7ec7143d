import type { Ids } from '../../base/Ids'
import type { Edit } from '../edit/Edit'
import type { Scalar } from '../schema/fields'

type FieldValues = { readonly [field: string]: Scalar }

/** The invented adviser whose practice the sample is. */
export const sampleOwner = 'Jonna Averill (sample)'

/** Collects the edits of an account that does not exist yet, in the order they have to be done. */
export class AccountDraft {
  readonly #edits: Edit[] = []
  readonly ids: Ids

  constructor(ids: Ids) {
    this.ids = ids
  }

  get edits(): readonly Edit[] {
    return this.#edits
  }

  push(...edits: readonly Edit[]): void {
    this.#edits.push(...edits)
  }

  profile(fields: {
    readonly name: string
    readonly industry: string
    readonly status: string
    readonly notes: string
    readonly domain: string
    readonly size: string
    readonly parkedReason?: string
  }): void {
    const { notes, ...short } = fields
    for (const [field, value] of Object.entries({ ...short, currency: 'EUR', sample: true, owner: sampleOwner })) this.push({ kind: 'set', at: 'profile', field, value })
    if (notes !== '') this.push({ kind: 'writeText', at: 'profile', field: 'notes', splice: { index: 0, remove: 0, insert: notes } })
  }

  add(place: string, fields: FieldValues): string {
    const id = this.ids.next()
    this.push({ kind: 'add', in: place, id, fields, before: null })
    return id
  }

  /** A flag of a map, as who comes to a meeting. */
  mark(at: string, field: string, key: string): void {
    this.push({ kind: 'set', at, field, key, value: true })
  }

  /** Values that are not known are left out: unknown is what an empty cell says. */
  cell(comparisonId: string, optionId: string, criterionId: string, value: Scalar, ...evidenceIds: readonly string[]): void {
    const at = `comparisons/${comparisonId}`
    if (value === null) return
    this.push({ kind: 'set', at, field: 'cellValue', key: `${optionId}:${criterionId}`, value })
    for (const evidenceId of evidenceIds) this.push({ kind: 'set', at, field: 'cellEvidence', key: `${optionId}:${criterionId}:${evidenceId}`, value: true })
  }

  note(comparisonId: string, optionId: string, criterionId: string, note: string): void {
    this.push({ kind: 'set', at: `comparisons/${comparisonId}`, field: 'cellNote', key: `${optionId}:${criterionId}`, value: note })
  }
}
