import { z } from 'zod'
import type { Scalar } from '../schema/fields'

const Path = z.string().min(1).max(400)
const Name = z.string().min(1).max(60)
const Key = z.string().min(1).max(120)
const EntityId = z.string().regex(/^[a-z2-7]{26}$/)
const ScalarValue = z.union([z.string().max(20_000), z.number(), z.boolean(), z.null()])

/**
 * One thing a member does to an account. Paths are written `comparisons/<id>/options/<id>`.
 * `ifNow` guards an undo: the edit is passed over where the present value is no longer the one that
 * the step being undone had written.
 */
export const Edit = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('set'), at: Path, field: Name, key: Key.optional(), value: ScalarValue, ifNow: ScalarValue.optional() }),
  z.strictObject({
    kind: z.literal('writeText'),
    at: Path,
    field: Name,
    /** Counted in UTF-16 units, as JavaScript strings are. */
    splice: z.strictObject({ index: z.int().min(0), remove: z.int().min(0), insert: z.string().max(20_000) }),
    /** What must stand where `remove` cuts; else somebody changed it since. */
    ifNow: z.string().max(20_000).optional(),
  }),
  z.strictObject({ kind: z.literal('add'), in: Path, id: EntityId, fields: z.record(Name, ScalarValue), before: EntityId.nullable() }),
  z.strictObject({ kind: z.literal('remove'), at: Path }),
  z.strictObject({ kind: z.literal('restore'), at: Path }),
  z.strictObject({ kind: z.literal('move'), at: Path, before: EntityId.nullable() }),
  /** Freezes the present swing points of a comparison as the agreed set. */
  z.strictObject({ kind: z.literal('agreeWeights'), comparison: EntityId, on: z.iso.date(), with: z.string().max(400) }),
  /** Puts the agreed swing points back. */
  z.strictObject({ kind: z.literal('resetWeights'), comparison: EntityId }),
  /**
   * Decides between what two members did without knowing of each other: this value of a short field; for `deletedAt`
   * null brings the thing back and anything else leaves it removed; a long text is left as it was merged.
   */
  z.strictObject({ kind: z.literal('resolveConflict'), at: Path, field: Name, key: Key.optional(), value: ScalarValue }),
])

export type Edit = z.infer<typeof Edit>
export type GenericEdit = Exclude<Edit, { kind: 'agreeWeights' | 'resetWeights' | 'resolveConflict' }>

/** One call: one change of the document, one undo step, one row of history; all or nothing. */
export const Edits = z.array(Edit).min(1).max(500)

/** Why an edit cannot be done; `message` is a sentence for the member. */
export interface EditRefused {
  readonly index: number
  readonly reason: 'notFound' | 'badValue' | 'notAllowed' | 'alreadyThere'
  readonly message: string
}

/** An undo that was passed over because the value is no longer what the step wrote. */
export interface SkippedEdit {
  readonly index: number
  readonly at: string
  readonly field: string
  readonly now: Scalar
}
