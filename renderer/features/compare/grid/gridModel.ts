import type { ComparisonAnalysis } from '#shared/domain/comparison/analyseComparison'
import type { CriterionFacts, OptionFacts } from '#shared/domain/comparison/ComparisonFacts'
import type { OptionGroup } from '#shared/domain/decision/Evaluation'

export interface GridColumn {
  readonly option: OptionFacts
  /** The place of the option in the analysis. */
  readonly place: number
  readonly group: OptionGroup
  /** True where another group begins: the rule between the two stands here. */
  readonly startsGroup: boolean
}

export interface ColumnGroup {
  readonly group: OptionGroup
  readonly columns: readonly GridColumn[]
}

export interface CriterionRow {
  readonly kind: 'criterion'
  readonly criterion: CriterionFacts
  /** The place in the analysis; null while its scale is not complete. */
  readonly place: number | null
}

export type GridRow = { readonly kind: 'heading'; readonly name: string; readonly places: readonly number[] } | CriterionRow

/** The groups that stand in the table, in this order; options set aside lie in the drawer. */
const shownGroups: readonly OptionGroup[] = ['ranked', 'ifConfirmed', 'notEnoughKnown', 'excluded']

export type ColumnOrder = 'buyers' | 'rank'

/**
 * The columns, group by group. Inside a group the buyer's order stands, whatever the ranks are, until
 * somebody asks for the order of the ranks.
 */
export function columnGroups({ options, evaluation }: ComparisonAnalysis, order: ColumnOrder): readonly ColumnGroup[] {
  const groups = shownGroups.map((group) => ({
    group,
    places: sorted(evaluation.groups[group], order === 'rank' ? rankIn(evaluation, group) : null),
  }))
  const filled = groups.filter(({ places }) => places.length > 0)
  return filled.map(({ group, places }, groupIndex) => ({
    group,
    columns: places.flatMap((place, index) => {
      const option = options[place]
      return option ? [{ option, place, group, startsGroup: index === 0 && groupIndex > 0 }] : []
    }),
  }))
}

function rankIn({ ranks, ranksIfConfirmed }: ComparisonAnalysis['evaluation'], group: OptionGroup): readonly (number | null)[] | null {
  if (group === 'ranked') return ranks
  return group === 'ifConfirmed' ? ranksIfConfirmed : null
}

function sorted(places: readonly number[], ranks: readonly (number | null)[] | null): readonly number[] {
  return ranks === null ? places : [...places].sort((a, b) => (ranks[a] ?? Infinity) - (ranks[b] ?? Infinity) || a - b)
}

/** The rows: criteria without a heading first, then each heading in order of its first criterion. */
export function gridRows(criteria: readonly CriterionFacts[], analysis: ComparisonAnalysis, hidden: ReadonlySet<string>): readonly GridRow[] {
  const placeById = new Map(analysis.criteria.map((criterion, place) => [criterion.id, place]))
  const shown = criteria
    .filter((criterion) => !hidden.has(criterion.id))
    .map((criterion): CriterionRow => ({ kind: 'criterion', criterion, place: placeById.get(criterion.id) ?? null }))
  const names = [...new Set(shown.map(({ criterion }) => criterion.group.trim()))].sort((a, b) => Number(a !== '') - Number(b !== ''))
  return names.flatMap((name) => {
    const rows = shown.filter(({ criterion }) => criterion.group.trim() === name)
    if (name === '') return rows
    const places = criteria.filter((criterion) => criterion.group.trim() === name).flatMap((criterion) => placeById.get(criterion.id) ?? [])
    return [{ kind: 'heading', name, places }, ...rows]
  })
}

/** The criteria in the order in which they stand in the table. */
export function criteriaOf(rows: readonly GridRow[]): readonly CriterionFacts[] {
  return rows.flatMap((row) => (row.kind === 'criterion' ? [row.criterion] : []))
}
