import type { Cell, CellValue, CriterionInput, MustHaveInput } from '../DecisionInput'
import type { ShownCell, ShownLimit } from '../Sentence'

/** What stands in a cell, in the words of the input. `isUnknown` covers values without any evidence. */
export function shownCell(cell: Cell, criterion: CriterionInput, isUnknown: boolean): ShownCell {
  if (cell === null || isUnknown) return { kind: 'notKnown' }
  if (typeof cell !== 'object') return shownValue(cell, criterion)
  if ('countsAs' in cell) return { kind: 'doesNotApply' }
  const unit = criterion.unit ?? null
  if ('alpha' in cell) return { kind: 'number', value: cell.alpha / (cell.alpha + cell.beta), unit }
  if (typeof cell.lo === 'number' && typeof cell.hi === 'number') {
    return cell.lo === cell.hi ? { kind: 'number', value: cell.lo, unit } : { kind: 'range', lo: cell.lo, hi: cell.hi, unit }
  }
  const [lo, hi] = [String(cell.lo), String(cell.hi)]
  return lo === hi ? { kind: 'label', label: lo } : { kind: 'labels', lo, hi }
}

/** A single raw number with its unit, a label, or yes/no. */
export function shownValue(value: CellValue, criterion: CriterionInput): ShownCell {
  if (typeof value === 'number') return { kind: 'number', value, unit: criterion.unit ?? null }
  return typeof value === 'boolean' ? { kind: 'yesNo', isYes: value } : { kind: 'label', label: value }
}

/** The limits of a must-have with the unit of its criterion; null where it sets none. */
export function shownLimit(mustHave: MustHaveInput, criterion: CriterionInput): ShownLimit {
  const shown = (limit: CellValue | undefined): ShownCell | null => (limit === undefined ? null : shownValue(limit, criterion))
  return { atLeast: shown(mustHave.atLeast), atMost: shown(mustHave.atMost), equals: shown(mustHave.equals) }
}

/** The raw numbers of a cell under names that begin with `prefix`, so that a sentence carries what it prints. */
export function cellNumbers(prefix: string, cell: ShownCell): Readonly<Record<string, number>> {
  if (cell.kind === 'number') return { [prefix]: cell.value }
  return cell.kind === 'range' ? { [`${prefix}Lo`]: cell.lo, [`${prefix}Hi`]: cell.hi } : {}
}

/** The raw numbers of a limit. */
export function limitNumbers(limit: ShownLimit): Readonly<Record<string, number>> {
  return Object.assign({}, ...(['atLeast', 'atMost', 'equals'] as const).map((name) => {
    const cell = limit[name]
    return cell === null ? {} : cellNumbers(name, cell)
  })) as Readonly<Record<string, number>>
}

/**
 * How finely a computed raw number of a criterion is worth printing: about a thousandth of the way between its anchors,
 * as a power of ten. 100 for €300,000–500,000, 0.01 for 5–15 hours.
 */
export function displayStepOf({ lo, hi, shape }: CriterionInput): number {
  const points = typeof shape === 'object' && 'points' in shape ? shape.points : []
  const ends = points.length > 0 ? points.map((point) => point[0]) : [lo ?? 0, hi ?? 1]
  const range = Math.max(...ends) - Math.min(...ends)
  return range > 0 ? 10 ** Math.floor(Math.log10(range) - 3) : 1
}
