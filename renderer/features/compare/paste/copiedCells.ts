import type { ComparisonAnalysis } from '#shared/domain/comparison/analyseComparison'
import { cellKey } from '#shared/domain/comparison/cellKeys'
import type { CriterionFacts, OptionFacts } from '#shared/domain/comparison/ComparisonFacts'
import { sayValue } from '../grid/cellWords'
import { criteriaColumn, headRow, type GridPlace } from '../grid/gridFocus'
import { writeCells } from './readCells'

/** What copying from a place gives: the cell; from the head of a row or column all of it; from the corner the whole table. */
export function copiedCells(
  { cells }: ComparisonAnalysis,
  criteria: readonly CriterionFacts[],
  options: readonly OptionFacts[],
  place: GridPlace,
): string {
  const rows = place.row === headRow ? criteria : criteria.filter((criterion) => criterion.id === place.row)
  const columns = place.column === criteriaColumn ? options : options.filter((option) => option.id === place.column)
  const values = rows.map((criterion) =>
    columns.map((option) => {
      const display = cells.get(cellKey(option.id, criterion.id))
      return !display || display.value.kind === 'notKnown' ? '?' : sayValue(display.value, criterion.unit)
    }),
  )
  const isWhole = place.row === headRow && place.column === criteriaColumn
  if (!isWhole) return writeCells(values)
  return writeCells([['', ...options.map((option) => option.name)], ...rows.map((criterion, index) => [criterion.name, ...(values[index] ?? [])])])
}
