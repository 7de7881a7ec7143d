import { unreachable } from '../../base/unreachable'
import type { ShownCell, ShownLimit } from '../../domain/decision/Sentence'
import { formatQuantity, formatRange } from '../format'

/** What stands in a cell: `12 weeks`, `8–10 weeks`, `Read-only`, `yes`, `not known`. */
export function sayCell(cell: ShownCell): string {
  switch (cell.kind) {
    case 'number':
      return formatQuantity(cell.value, cell.unit)
    case 'range':
      return formatRange(cell.lo, cell.hi, cell.unit)
    case 'label':
      return cell.label
    case 'labels':
      return `${cell.lo} or ${cell.hi}`
    case 'yesNo':
      return cell.isYes ? 'yes' : 'no'
    case 'notKnown':
      return 'not known'
    case 'doesNotApply':
      return 'does not apply'
    default:
      return unreachable(cell)
  }
}

/** A must-have's limit: `at least 99.9 %`, `between 5 and 10 days`, `yes`. */
export function sayLimit(limit: ShownLimit): string {
  if (limit.equals !== null) return sayCell(limit.equals)
  if (limit.atLeast !== null && limit.atMost !== null) return `between ${sayCell(limit.atLeast)} and ${sayCell(limit.atMost)}`
  if (limit.atLeast !== null) return `at least ${sayCell(limit.atLeast)}`
  return limit.atMost === null ? '' : `at most ${sayCell(limit.atMost)}`
}
