import type { Ids } from '#shared/base/Ids'
import { err, ok, type Result } from '#shared/base/Result'
import type { Criterion } from '#shared/domain/account/Account'
import type { Edit } from '#shared/domain/edit/Edit'
import type { Scalar } from '#shared/domain/schema/fields'
import { inOrder } from '#shared/domain/schema/order'
import { parseCell } from '../grid/parseCell'

export interface CategoryDraft {
  /** Null for one that is not in the account yet. */
  readonly id: string | null
  /** Tells the lines of the form apart. */
  readonly line: number
  readonly label: string
  /** How good, 0 to 100, as typed. */
  readonly value: string
}

/** A criterion as the form holds it: numbers as they are typed, the worst and the best instead of low and high. */
export interface CriterionDraft {
  readonly name: string
  readonly question: string
  readonly group: string
  readonly unit: string
  readonly proposedBy: Criterion['proposedBy']
  readonly scale: Criterion['scale']
  readonly worst: string
  readonly best: string
  /** For yes/no: which answer is better. */
  readonly betterAnswer: 'yes' | 'no'
  readonly categories: readonly CategoryDraft[]
  readonly mustHave: boolean
  readonly mustAtLeast: string
  readonly mustAtMost: string
  /** `yes`, `no`, or the line of a category; empty for none. */
  readonly mustEqual: string
}

export type DraftProblems = { readonly [Field in keyof CriterionDraft]?: string }

export function draftOf(criterion: Criterion | null): CriterionDraft {
  const isLess = criterion?.direction === 'min'
  const [lo, hi] = [typed(criterion?.lo), typed(criterion?.hi)]
  const categories = criterion ? inOrder(criterion.categories) : []
  return {
    name: criterion?.name ?? '',
    question: criterion?.question ?? '',
    group: criterion?.group ?? '',
    unit: criterion?.unit ?? '',
    proposedBy: criterion?.proposedBy ?? 'buyer',
    scale: criterion?.scale ?? 'number',
    worst: isLess ? hi : lo,
    best: isLess ? lo : hi,
    betterAnswer: isLess ? 'no' : 'yes',
    categories:
      categories.length > 0
        ? categories.map((category, line) => ({
            id: category.id,
            line,
            label: category.label,
            value: category.value === null ? '' : String(Math.round(category.value * 100)),
          }))
        : [emptyCategory(0), emptyCategory(1)],
    mustHave: criterion?.mustHave ?? false,
    mustAtLeast: typed(criterion?.mustAtLeast),
    mustAtMost: typed(criterion?.mustAtMost),
    mustEqual: mustEqualOf(criterion, categories),
  }
}

export function emptyCategory(line: number): CategoryDraft {
  return { id: null, line, label: '', value: '' }
}

/** True where a smaller number is better; null while the form does not say. */
export function isLessBetter({ worst, best, unit }: CriterionDraft): boolean | null {
  const [from, to] = [readNumber(worst, unit), readNumber(best, unit)]
  return typeof from === 'number' && typeof to === 'number' && from !== to ? to < from : null
}

/** The edits that bring a criterion to what the form says (`before` null: a new one), or what is wrong with the form. */
export function criterionEdits(
  draft: CriterionDraft,
  before: Criterion | null,
  comparisonId: string,
  ids: Ids,
): Result<readonly Edit[], DraftProblems> {
  const read = readDraft(draft)
  if (!read.ok) return read
  const id = before?.id ?? ids.next()
  const categories = draft.scale === 'category' ? keptCategories(draft).map((category) => ({ ...category, id: category.id ?? ids.next() })) : []
  const mustEqual = mustEqualFor(draft, categories)
  const fields = { ...read.value, mustEqual }
  const at = `comparisons/${comparisonId}/criteria/${id}`
  const own: readonly Edit[] = before
    ? Object.entries(fields).flatMap(([field, value]): readonly Edit[] =>
        before[field as keyof typeof fields] === value ? [] : [{ kind: 'set', at, field, value }],
      )
    : [{ kind: 'add', in: `comparisons/${comparisonId}/criteria`, id, fields, before: null }]
  return ok([...own, ...(draft.scale === 'category' ? categoryEdits(at, categories, before) : [])])
}

type KeptCategory = CategoryDraft & { readonly id: string }

function keptCategories(draft: CriterionDraft): readonly CategoryDraft[] {
  return draft.categories.filter((category) => category.label.trim() !== '')
}

function categoryEdits(at: string, categories: readonly KeptCategory[], before: Criterion | null): readonly Edit[] {
  const present = before ? inOrder(before.categories) : []
  const kept = new Set(categories.map((category) => category.id))
  return [
    ...present.filter((category) => !kept.has(category.id)).map((category): Edit => ({ kind: 'remove', at: `${at}/categories/${category.id}` })),
    ...categories.flatMap((category): readonly Edit[] => {
      const fields = { label: category.label.trim(), value: category.value.trim() === '' ? null : Number(category.value) / 100 }
      const old = present.find((other) => other.id === category.id)
      if (!old) return [{ kind: 'add', in: `${at}/categories`, id: category.id, fields, before: null }]
      return Object.entries(fields).flatMap(([field, value]): readonly Edit[] =>
        old[field as keyof typeof fields] === value ? [] : [{ kind: 'set', at: `${at}/categories/${category.id}`, field, value }],
      )
    }),
  ]
}

function readDraft(draft: CriterionDraft): Result<{ readonly [field: string]: Scalar }, DraftProblems> {
  const problems: Partial<Record<keyof CriterionDraft, string>> = {}
  if (draft.name.trim() === '') problems.name = 'Give it a name.'
  const number = (field: 'worst' | 'best' | 'mustAtLeast' | 'mustAtMost'): number | null => {
    const value = readNumber(draft[field], draft.unit)
    if (value !== undefined) return value
    problems[field] = `“${draft[field]}” is not a number.`
    return null
  }
  const isNumber = draft.scale === 'number'
  const [worst, best] = isNumber ? [number('worst'), number('best')] : [null, null]
  if (isNumber && worst !== null && worst === best) problems.best = 'The best must differ from the worst.'
  const hasLimit = isNumber && draft.mustHave
  const [least, most] = hasLimit ? [number('mustAtLeast'), number('mustAtMost')] : [null, null]
  if (hasLimit && least === null && most === null && !problems.mustAtLeast && !problems.mustAtMost) problems.mustAtLeast = 'Set at least one limit.'
  if (least !== null && most !== null && least > most) problems.mustAtMost = 'This is below the other limit: nothing could pass.'
  if (!isNumber && draft.mustHave && draft.mustEqual === '') problems.mustEqual = 'Say which answer is needed.'
  if (draft.scale === 'category') {
    if (keptCategories(draft).length < 2) problems.categories = 'Add at least two possible answers.'
    else if (keptCategories(draft).some(({ value }) => value.trim() !== '' && !isPercent(value)))
      problems.categories = 'How good an answer is: a whole number from 0 to 100.'
  }
  if (Object.keys(problems).length > 0) return err(problems)
  const direction =
    draft.scale === 'number' ? (isLessBetter(draft) ? 'min' : 'max') : draft.scale === 'yesNo' && draft.betterAnswer === 'no' ? 'min' : 'max'
  return ok({
    name: draft.name.trim(),
    question: draft.question.trim(),
    group: draft.group.trim(),
    unit: draft.scale === 'number' ? draft.unit.trim() : '',
    proposedBy: draft.proposedBy,
    scale: draft.scale,
    direction,
    lo: worst !== null && best !== null ? Math.min(worst, best) : direction === 'max' ? worst : best,
    hi: worst !== null && best !== null ? Math.max(worst, best) : direction === 'max' ? best : worst,
    mustHave: draft.mustHave,
    mustAtLeast: least,
    mustAtMost: most,
  })
}

function mustEqualFor(draft: CriterionDraft, categories: readonly KeptCategory[]): string | null {
  if (!draft.mustHave || draft.scale === 'number' || draft.mustEqual === '') return null
  if (draft.scale === 'yesNo') return draft.mustEqual
  return categories.find((category) => String(category.line) === draft.mustEqual)?.id ?? null
}

function mustEqualOf(criterion: Criterion | null, categories: readonly { readonly id: string }[]): string {
  const wanted = criterion?.mustEqual ?? null
  if (wanted === null || wanted === 'yes' || wanted === 'no') return wanted ?? ''
  const line = categories.findIndex((category) => category.id === wanted)
  return line < 0 ? '' : String(line)
}

/** The number that was typed; null for nothing, undefined for what is no number. */
function readNumber(text: string, unit: string): number | null | undefined {
  if (text.trim() === '') return null
  const read = parseCell(text, unit)
  return read.ok && typeof read.value === 'number' ? read.value : undefined
}

function isPercent(text: string): boolean {
  const value = Number(text)
  return Number.isInteger(value) && value >= 0 && value <= 100
}

function typed(value: number | null | undefined): string {
  return value === null || value === undefined ? '' : String(value)
}
