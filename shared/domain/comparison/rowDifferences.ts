import { inOrder } from '../schema/order'
import type { CellDisplay, ShownValue } from './cellDisplay'
import { cellKey } from './cellKeys'
import type { ComparisonFacts, CriterionFacts } from './ComparisonFacts'

/** Values nearer than this share of the scale look the same on a scale of 0 to 100. */
const sameWithin = 0.01

/**
 * Criteria on which the given options are all the same, in order: what "differences only" hides. A cell
 * that is not known is not the same as anything, and a must-have is never hidden.
 */
export function sameForAll(facts: ComparisonFacts, cells: ReadonlyMap<string, CellDisplay>, optionIds: readonly string[]): readonly CriterionFacts[] {
  return inOrder(facts.comparison.criteria).filter((criterion) => {
    if (criterion.mustHave || optionIds.length < 2) return false
    const values = optionIds.map((optionId) => cells.get(cellKey(optionId, criterion.id))?.value)
    const first = values[0]
    return first !== undefined && values.every((value) => value !== undefined && looksSame(criterion, first, value))
  })
}

function looksSame(criterion: CriterionFacts, a: ShownValue, b: ShownValue): boolean {
  switch (a.kind) {
    case 'notKnown':
      return false
    case 'yesNo':
      return b.kind === 'yesNo' && a.isYes === b.isYes
    case 'category':
      return b.kind === 'category' && a.id === b.id
    case 'number':
      return b.kind === 'number' && isNear(criterion, a.value, b.value)
    case 'range':
      return b.kind === 'range' && isNear(criterion, a.lo, b.lo) && isNear(criterion, a.hi, b.hi)
  }
}

function isNear(criterion: CriterionFacts, a: number, b: number): boolean {
  const scale = criterion.lo === null || criterion.hi === null ? 0 : Math.max(0, criterion.hi - criterion.lo)
  return Math.abs(a - b) <= scale * sameWithin
}
