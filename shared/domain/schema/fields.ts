/**
 * The words a schema is written in. Every leaf says who may read it, so that the redaction can be
 * generated; every text is made by one of three constructors, so that no text is without a class.
 */

/** Who may read a leaf. `cleared`: the buyer, but only where its entity's `cleared` flag is on. */
export type Audience = 'buyer' | 'internal' | 'cleared'

/** What a leaf of an account may hold. */
export type Scalar = string | number | boolean | null

interface FieldOf<Kind extends string, Value extends Scalar> {
  readonly kind: Kind
  readonly audience: Audience
  /** What reading gives where the document has nothing; also how a field that came later is read in older files. */
  readonly fallback: Value
}

export interface TextField extends FieldOf<'text', string> {
  /** Long prose: edited character by character, so that two people's sentences both survive. */
  readonly collaborative: boolean
  readonly maxLength: number
}
export interface ChoiceField<Choice extends string = string> extends FieldOf<'choice', Choice> {
  readonly choices: readonly Choice[]
}
export interface NumberField extends FieldOf<'number', number | null> {
  readonly min: number
  readonly max: number
}
export type FlagField = FieldOf<'flag', boolean>
/** A day, `yyyy-MM-dd`, or null. */
export type DayField = FieldOf<'day', string | null>
/** A moment, UTC ISO text, or null. */
export type MomentField = FieldOf<'moment', string | null>
/** The id of another entity, or null. */
export type ReferenceField = FieldOf<'reference', string | null>
/** The value of a cell: a number, a category id, yes or no, a range `lo..hi`; null is "not known". */
export type CellValueField = FieldOf<'cellValue', Scalar>

export type Field =
  | TextField
  | ChoiceField
  | NumberField
  | FlagField
  | DayField
  | MomentField
  | ReferenceField
  | CellValueField

interface TextLimits {
  readonly maxLength?: number
  readonly collaborative?: boolean
}

const shortTextLimit = 400
const longTextLimit = 20_000

/** Text that the buyer may read. */
export function buyerText(limits: TextLimits = {}): TextField {
  return text('buyer', limits)
}

/** Text that stays in our team. */
export function internalText(limits: TextLimits = {}): TextField {
  return text('internal', limits)
}

/** Text that passes to the buyer only where its entity has been cleared for the buyer. */
export function eitherText(limits: TextLimits = {}): TextField {
  return text('cleared', limits)
}

function text(audience: Audience, { collaborative = false, maxLength }: TextLimits): TextField {
  return { kind: 'text', audience, fallback: '', collaborative, maxLength: maxLength ?? (collaborative ? longTextLimit : shortTextLimit) }
}

/** One of a few words; the first is what reading gives where nothing was chosen. */
export function choice<const Choice extends string>(audience: Audience, choices: readonly [Choice, ...Choice[]]): ChoiceField<Choice> {
  return { kind: 'choice', audience, choices, fallback: choices[0] }
}

export function number(audience: Audience, range: { readonly min?: number; readonly max?: number } = {}): NumberField {
  return { kind: 'number', audience, fallback: null, min: range.min ?? -1e15, max: range.max ?? 1e15 }
}

export function flag(audience: Audience): FlagField {
  return { kind: 'flag', audience, fallback: false }
}

export function day(audience: Audience): DayField {
  return { kind: 'day', audience, fallback: null }
}

export function moment(audience: Audience): MomentField {
  return { kind: 'moment', audience, fallback: null }
}

export function reference(audience: Audience): ReferenceField {
  return { kind: 'reference', audience, fallback: null }
}

export function cellValue(audience: Audience): CellValueField {
  return { kind: 'cellValue', audience, fallback: null }
}
