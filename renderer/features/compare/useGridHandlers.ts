import { useMemo, useRef, useEffect } from 'react'
import type { Comparison, Criterion } from '#shared/domain/account/Account'
import type { ComparisonAnalysis } from '#shared/domain/comparison/analyseComparison'
import { inOrder } from '#shared/domain/schema/order'
import type { CompareActions } from './compareActions'
import type { CompareDialog } from './CompareDialog'
import { neighbourToStandBefore, shownOptions, type CompareView } from './compareView'
import type { GridHandlers } from './grid/GridHandlers'
import type { GridPlace } from './grid/gridFocus'
import { criteriaOf } from './grid/gridModel'
import { copiedCells } from './paste/copiedCells'
import { planPaste } from './paste/planPaste'
import { readCells } from './paste/readCells'

interface GridHandlersNeeds {
  readonly comparison: Comparison
  readonly analysis: ComparisonAnalysis
  readonly view: CompareView
  readonly actions: CompareActions
  readonly openDialog: (dialog: CompareDialog) => void
  readonly onFocusWeight: (criterionId: string) => void
  readonly onToggleDifferences: () => void
  /** Told where a row or a column stands now, for a screen reader. */
  readonly onMoved: (words: string) => void
  /** Told what is gone and what brings it back. */
  readonly onRemoved: (name: string, restore: () => void) => void
}

/** What the table asks for, as edits and dialogs. The functions stay the same ones, so that cells need not be drawn again. */
export function useGridHandlers(needs: GridHandlersNeeds): GridHandlers {
  const latest = useRef(needs)
  useEffect(() => {
    latest.current = needs
  })
  return useMemo((): GridHandlers => {
    const now = (): GridHandlersNeeds => latest.current
    return {
      onSetCell: (optionId, criterionId, value) => void now().actions.setCell(optionId, criterionId, value),
      onEditOption: (optionId) => now().openDialog({ kind: 'option', optionId }),
      onSetAside: (optionId) => now().openDialog({ kind: 'setAside', optionId }),
      onMoveOption: (optionId, by) => moveOption(now(), optionId, by),
      onRemoveOption: (optionId) => {
        const name = now().comparison.options[optionId]?.name ?? ''
        if (now().actions.removeOption(optionId)) now().onRemoved(name, () => now().actions.restoreOption(optionId))
      },
      onEditCriterion: (criterionId) => now().openDialog({ kind: 'criterion', criterionId, asMustHave: false }),
      onMoveCriterion: (criterionId, by) => moveCriterion(now(), criterionId, by),
      onToggleMustHave: (criterionId) => toggleMustHave(now(), criterionId),
      onRemoveCriterion: (criterionId) => {
        const name = now().comparison.criteria[criterionId]?.name ?? ''
        if (now().actions.removeCriterion(criterionId)) now().onRemoved(name, () => now().actions.restoreCriterion(criterionId))
      },
      onFocusWeight: (criterionId) => now().onFocusWeight(criterionId),
      onToggleDifferences: () => now().onToggleDifferences(),
      onPaste: (place, text) => paste(now(), place, text),
      textToCopy: (place) => copiedCells(now().analysis, criteriaOf(now().view.rows), shownOptions(now().view), place),
    }
  }, [])
}

/** Past its neighbour on the screen, which is the next one of the same group. */
function moveOption({ comparison, view, actions, onMoved }: GridHandlersNeeds, optionId: string, by: -1 | 1): void {
  const group = view.groups.find(({ columns }) => columns.some(({ option }) => option.id === optionId))
  const neighbours = group?.columns.map(({ option }) => option.id) ?? []
  const before = neighbourToStandBefore(
    inOrder(comparison.options).map(({ id }) => id),
    optionId,
    neighbours,
    by,
  )
  if (before !== undefined && actions.moveOption(optionId, before)) onMoved(placeWords(comparison.options[optionId]?.name, neighbours, optionId, by))
}

function moveCriterion({ comparison, view, actions, onMoved }: GridHandlersNeeds, criterionId: string, by: -1 | 1): void {
  const group = comparison.criteria[criterionId]?.group.trim()
  const neighbours = view.rows.flatMap((row) => (row.kind === 'criterion' && row.criterion.group.trim() === group ? [row.criterion.id] : []))
  const before = neighbourToStandBefore(
    inOrder(comparison.criteria).map(({ id }) => id),
    criterionId,
    neighbours,
    by,
  )
  if (before !== undefined && actions.moveCriterion(criterionId, before))
    onMoved(placeWords(comparison.criteria[criterionId]?.name, neighbours, criterionId, by))
}

function placeWords(name: string | undefined, neighbours: readonly string[], id: string, by: -1 | 1): string {
  return `${name ?? ''} is now ${neighbours.indexOf(id) + by + 1} of ${neighbours.length}`
}

function paste({ view, openDialog }: GridHandlersNeeds, place: GridPlace, text: string): void {
  const criteria = criteriaOf(view.rows)
  const options = shownOptions(view)
  const [row, column] = [criteria.findIndex(({ id }) => id === place.row), options.findIndex(({ id }) => id === place.column)]
  if (row < 0 || column < 0) return
  const plan = planPaste(readCells(text), criteria.slice(row), options.slice(column))
  if (plan.cells.length + plan.outside > 0) openDialog({ kind: 'paste', plan })
}

/** A must-have without a limit would rule nobody out, so the limit is asked for where it cannot be told. */
function toggleMustHave({ comparison, actions, openDialog }: GridHandlersNeeds, criterionId: string): void {
  const criterion = comparison.criteria[criterionId]
  if (!criterion) return
  if (criterion.mustHave) actions.changeCriterion(criterionId, { mustHave: false })
  else if (hasLimit(criterion)) actions.changeCriterion(criterionId, { mustHave: true })
  else if (criterion.scale === 'yesNo')
    actions.changeCriterion(criterionId, { mustHave: true, mustEqual: criterion.direction === 'max' ? 'yes' : 'no' })
  else openDialog({ kind: 'criterion', criterionId, asMustHave: true })
}

function hasLimit(criterion: Criterion): boolean {
  if (criterion.scale === 'number') return criterion.mustAtLeast !== null || criterion.mustAtMost !== null
  if (criterion.mustEqual === null) return false
  return criterion.scale === 'yesNo' || (criterion.categories[criterion.mustEqual]?.deletedAt ?? 'gone') === null
}
