import { unreachable } from '#shared/base/unreachable'
import type { Question } from '#shared/domain/account/Account'
import type { CellDisplay, CellMark, ShownValue } from '#shared/domain/comparison/cellDisplay'
import type { CriterionFacts } from '#shared/domain/comparison/ComparisonFacts'
import { formatNumber, formatPoints, formatQuantity, formatRange } from '#shared/text/format'
import { formatAge, daysBetween } from '#shared/text/formatDate'

/** What stands in a cell, in words. */
export function sayValue(value: ShownValue, unit: string): string {
  switch (value.kind) {
    case 'notKnown':
      return 'Not known'
    case 'number':
      return formatQuantity(value.value, unit.trim() || null)
    case 'range':
      return formatRange(value.lo, value.hi, unit.trim() || null)
    case 'yesNo':
      return value.isYes ? 'Yes' : 'No'
    case 'category':
      return value.label
    default:
      return unreachable(value)
  }
}

/** What to start editing with: the value as somebody would type it, without its unit. */
export function typedValue(value: ShownValue): string {
  if (value.kind === 'number') return formatNumber(value.value).replaceAll(',', '').replace('−', '-')
  return value.kind === 'range' ? `${value.lo}–${value.hi}` : ''
}

/** The short word beside a value, and the long one for a screen reader and the popover. */
export const markWords: { readonly [Mark in CellMark]: { readonly short: string; readonly long: string } } = {
  notKnown: { short: 'not known', long: 'not known' },
  range: { short: 'range', long: 'a range' },
  disagree: { short: 'differ', long: 'sources differ' },
  noProof: { short: 'no source', long: 'no source yet, so it does not count' },
  estimate: { short: 'est.', long: 'our estimate' },
  claim: { short: 'claim', long: 'vendor claim' },
  thirdParty: { short: 'third party', long: 'third party' },
  tested: { short: 'tested', long: 'tested' },
  old: { short: 'old', long: 'old' },
  undated: { short: 'no date', long: 'without a date' },
}

/** What is being done about a cell nobody knows. */
export const askedShort: { readonly [State in Question['state']]: string } = { open: 'Asked', answered: 'Answered', accepted: 'Left open' }
export const askedWords: { readonly [State in Question['state']]: string } = { open: 'asked', answered: 'answered', accepted: 'accepted as not known' }

/** The one mark there is room for; the popover has the rest. */
const urgency: readonly CellMark[] = ['noProof', 'old', 'disagree', 'undated', 'estimate', 'claim', 'thirdParty', 'tested']

export function shownMark(marks: readonly CellMark[]): CellMark | null {
  return urgency.find((mark) => marks.includes(mark)) ?? null
}

export interface CellStanding {
  /** 0 to 1; null where nothing counts yet. */
  readonly value: number | null
  readonly isBest: boolean
  readonly mustHave: 'pass' | 'fail' | 'unknown' | null
}

/** A cell as one sentence: "Time to go live, Acme Suite: 12 weeks, 60 of 100, vendor claim, 8 months old". */
export function cellSentence(optionName: string, criterion: CriterionFacts, display: CellDisplay, standing: CellStanding, today: string): string {
  const observed = display.proof?.evidence.observedOn
  const age = observed ? daysBetween(observed, today) : null
  const parts = [
    sayValue(display.value, criterion.unit),
    ...(standing.value === null ? [] : [`${formatPoints(standing.value)} of 100`]),
    ...display.marks.filter((mark) => mark !== 'notKnown' && mark !== 'range').map((mark) => markWords[mark].long),
    ...(display.value.kind !== 'notKnown' && age !== null && age >= 0 ? [`${formatAge(age)} old`] : []),
    ...(standing.isBest ? ['best in row'] : []),
    ...(standing.mustHave === 'fail' ? ['fails this must-have'] : []),
    ...(standing.mustHave === 'unknown' ? ['this must-have is not confirmed'] : []),
  ]
  return `${criterion.name}, ${optionName}: ${parts.join(', ')}`
}
