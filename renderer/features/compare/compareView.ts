import type { ComparisonAnalysis } from '#shared/domain/comparison/analyseComparison'
import { cellKey } from '#shared/domain/comparison/cellKeys'
import type { ComparisonFacts, CriterionFacts, OptionFacts } from '#shared/domain/comparison/ComparisonFacts'
import { sameForAll } from '#shared/domain/comparison/rowDifferences'
import { inOrder } from '#shared/domain/schema/order'
import { columnGroups, gridRows, type ColumnGroup, type ColumnOrder, type GridRow } from './grid/gridModel'

export interface CompareView {
  readonly groups: readonly ColumnGroup[]
  /** The options that could have a column, also those nobody wants to see at the moment. */
  readonly options: readonly OptionFacts[]
  readonly rows: readonly GridRow[]
  /** Rows that "differences only" leaves out. */
  readonly hidden: readonly CriterionFacts[]
  readonly setAside: readonly OptionFacts[]
  /** Cells of the table nobody knows, and cells that rest on old proof. */
  readonly unknowns: number
  readonly olds: number
}

/** What the page shows of a comparison. */
export function compareView(
  facts: ComparisonFacts,
  analysis: ComparisonAnalysis,
  { differencesOnly, order, hiddenOptions }: { readonly differencesOnly: boolean; readonly order: ColumnOrder; readonly hiddenOptions: ReadonlySet<string> },
): CompareView {
  const all = columnGroups(analysis, order)
  const groups = all.map((group) => ({ ...group, columns: group.columns.filter(({ option }) => !hiddenOptions.has(option.id)) })).filter(({ columns }) => columns.length > 0)
  const shown = groups.flatMap(({ columns }) => columns.map(({ option }) => option)).filter((option) => option.kind !== 'newcomer')
  const criteria = inOrder(facts.comparison.criteria)
  const hidden = differencesOnly
    ? sameForAll(
        facts,
        analysis.cells,
        shown.map((option) => option.id),
      )
    : []
  const marks = shown.flatMap((option) => criteria.map((criterion) => analysis.cells.get(cellKey(option.id, criterion.id))?.marks ?? []))
  return {
    groups,
    options: all.flatMap(({ columns }) => columns.map(({ option }) => option)),
    rows: gridRows(criteria, analysis, new Set(hidden.map((criterion) => criterion.id))),
    hidden,
    setAside: inOrder(facts.comparison.options).filter((option) => option.setAsideOn !== null),
    unknowns: marks.filter((cell) => cell.includes('notKnown') || cell.includes('noProof')).length,
    olds: marks.filter((cell) => cell.includes('old')).length,
  }
}

/** The options of the columns, from left to right. */
export function shownOptions({ groups }: CompareView): readonly OptionFacts[] {
  return groups.flatMap(({ columns }) => columns.map(({ option }) => option))
}

/** Where in the list an entity goes when it moves one place past its neighbour: the one to stand before, or null for the end; undefined for no move. */
export function neighbourToStandBefore(ids: readonly string[], moving: string, neighbours: readonly string[], by: -1 | 1): string | null | undefined {
  const at = neighbours.indexOf(moving)
  const neighbour = neighbours[at + by]
  if (at < 0 || neighbour === undefined) return undefined
  if (by === -1) return neighbour
  const others = ids.filter((id) => id !== moving)
  return others[others.indexOf(neighbour) + 1] ?? null
}
