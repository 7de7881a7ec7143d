import type { Evaluation, OptionGroup } from '#shared/domain/decision/Evaluation'
import type { GridColumn } from './gridModel'

export interface RowStanding {
  readonly isUnknown: boolean
  /** 0 to 1; null where the criterion has no place in the analysis yet. */
  readonly value: number | null
  readonly low: number
  readonly high: number
  readonly isBest: boolean
  readonly mustHave: 'pass' | 'fail' | 'unknown' | null
}

/** Options outside these groups are not in the running, so they are nobody's best. */
const inTheRunning: readonly OptionGroup[] = ['ranked', 'ifConfirmed']
/** Differences below this are noise of the arithmetic. */
const epsilon = 1e-9

/** How the options stand in one row, in the order of the columns. */
export function rowStandings(
  evaluation: Evaluation,
  columns: readonly GridColumn[],
  place: number | null,
  isMustHave: boolean,
): readonly RowStanding[] {
  if (place === null) return columns.map(() => ({ isUnknown: false, value: null, low: 0, high: 0, isBest: false, mustHave: null }))
  const isKnown = (column: GridColumn): boolean => evaluation.unknown[column.place]?.[place] === false
  const valueOf = (column: GridColumn): number => evaluation.values[column.place]?.[place] ?? 0
  const compared = columns.filter((column) => inTheRunning.includes(column.group) && isKnown(column)).map(valueOf)
  const best = Math.max(...compared)
  const tells = compared.length > 1 && best - Math.min(...compared) > epsilon
  return columns.map((column) => {
    const report = evaluation.mustHaves[column.place]
    const mustHave = !isMustHave ? null : report?.failed.includes(place) ? 'fail' : report?.open.includes(place) ? 'unknown' : 'pass'
    return {
      isUnknown: !isKnown(column),
      value: valueOf(column),
      low: evaluation.lowValues[column.place]?.[place] ?? 0,
      high: evaluation.highValues[column.place]?.[place] ?? 0,
      isBest: tells && isKnown(column) && inTheRunning.includes(column.group) && valueOf(column) >= best - epsilon,
      mustHave,
    }
  })
}
