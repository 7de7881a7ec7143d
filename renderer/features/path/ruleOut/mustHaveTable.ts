import type { Comparison, Criterion, Option } from '#shared/domain/account/Account'
import type { ComparisonAnalysis } from '#shared/domain/comparison/analyseComparison'
import { cellKey } from '#shared/domain/comparison/cellKeys'
import type { MustHaveState } from '#shared/domain/decision/Evaluation'
import { inOrder } from '#shared/domain/schema/order'
import { cellText } from '#shared/text/brief/cellText'
import { sayMustHaveLimit } from '../../../ui/criterionWords'

export interface MustHaveCell {
  readonly criterionId: string
  readonly state: MustHaveState
  /** What stands in the cell, in words. */
  readonly value: string
}

export interface MustHaveRow {
  readonly option: Option
  /** Of all must-haves together; the newcomer has none. */
  readonly state: MustHaveState | 'notMet'
  readonly cells: readonly MustHaveCell[]
}

export interface MustHaveTable {
  readonly mustHaves: readonly { readonly criterion: Criterion; readonly limit: string }[]
  readonly rows: readonly MustHaveRow[]
}

/** Every option that is not set aside against every must-have that has a limit. */
export function mustHaveTable(comparison: Comparison, analysis: ComparisonAnalysis): MustHaveTable {
  const mustHaves = inOrder(comparison.criteria).flatMap((criterion) => {
    const limit = sayMustHaveLimit(criterion)
    return limit === null ? [] : [{ criterion, limit }]
  })
  const rows = inOrder(comparison.options)
    .filter(({ setAsideOn }) => setAsideOn === null)
    .map((option): MustHaveRow => {
      const report = analysis.evaluation.mustHaves[analysis.options.findIndex(({ id }) => id === option.id)]
      const stateOf = (criterion: Criterion): MustHaveState => {
        const place = analysis.criteria.findIndex(({ id }) => id === criterion.id)
        if (report?.failed.includes(place)) return 'fail'
        return report?.open.includes(place) ? 'unknown' : 'pass'
      }
      const cells = mustHaves.map(({ criterion }): MustHaveCell => {
        const cell = analysis.cells.get(cellKey(option.id, criterion.id))
        return { criterionId: criterion.id, state: stateOf(criterion), value: cell ? cellText(cell, criterion.unit) : 'not known' }
      })
      return { option, state: option.kind === 'newcomer' ? 'notMet' : (report?.status ?? 'pass'), cells }
    })
  return { mustHaves, rows }
}
