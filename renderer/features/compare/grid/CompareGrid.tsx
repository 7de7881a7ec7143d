import { useMemo, useRef, useState, type MouseEvent, type ReactNode } from 'react'
import type { Question } from '#shared/domain/account/Account'
import type { ComparisonAnalysis } from '#shared/domain/comparison/analyseComparison'
import { cellKey } from '#shared/domain/comparison/cellKeys'
import { useStable } from '../../../ui/useStable'
import { gapWords } from '../../../ui/criterionWords'
import { barsToBeat } from './barsToBeat'
import { CriterionRowView } from './CriterionRowView'
import { GridFoot } from './GridFoot'
import { GridHead } from './GridHead'
import type { GridHandlers } from './GridHandlers'
import { criteriaColumn, gridShape, headRow, moveBy, type GridPlace } from './gridFocus'
import { atRest, type GridMode, type AfterEdit, type CellChange } from './GridMode'
import type { ColumnGroup, GridRow } from './gridModel'
import { HeadingRow } from './HeadingRow'
import { useGridFocus } from './useGridFocus'
import { onClipboard } from './onClipboard'
import { placeOfElement, useGridKeyboard } from './useGridKeyboard'
import classes from './CompareGrid.module.css'

interface CompareGridProps {
  readonly analysis: ComparisonAnalysis
  readonly groups: readonly ColumnGroup[]
  readonly rows: readonly GridRow[]
  readonly today: string
  readonly title: string
  readonly handlers: GridHandlers
  readonly singleKeys: boolean
  /** What is asked about cells, by `cellKey`. */
  readonly questions: ReadonlyMap<string, Question>
  readonly evidence: (place: GridPlace, controls: EvidenceControls) => ReactNode
  readonly onAddCriterion: () => void
  /** What the table leaves out at the moment, below its last row. */
  readonly leftOut: ReactNode
}

/** What the popover of a cell can do to the table under it. */
export interface EvidenceControls {
  readonly edit: () => void
  readonly close: () => void
}

/** The table: one tab stop, arrows inside, text until somebody edits. */
export function CompareGrid({ analysis, groups, rows, today, title, handlers, singleKeys, questions, evidence, onAddCriterion, leftOut }: CompareGridProps) {
  const table = useRef<HTMLTableElement>(null)
  const [mode, setMode] = useState<GridMode>(atRest)
  const columns = groups.flatMap((group) => group.columns)
  const shape = gridShape(
    rows,
    columns.map((column) => column.option.id),
  )
  const { tabStop, focus, onFocus, onBlur } = useGridFocus(table, shape)
  const bars = useMemo(() => barsToBeat(analysis), [analysis])
  const gapByCriterion = useMemo(() => new Map(analysis.gaps.map(({ criterion, gap }) => [criterion.id, gapWords[gap]])), [analysis.gaps])

  const columnOf = (place: GridPlace) => columns.find((column) => column.option.id === place.column)
  const criterionOf = (place: GridPlace) => rows.find((row) => row.kind === 'criterion' && row.criterion.id === place.row)
  const canEdit = (place: GridPlace): boolean => criterionOf(place) !== undefined && (columnOf(place)?.option.kind ?? 'newcomer') !== 'newcomer'
  const hasMenu = (place: GridPlace): boolean => (place.row === headRow) !== (place.column === criteriaColumn)
  const leave = useStable((): void => {
    setMode(atRest)
    // The editor that had the focus goes away with this render.
    focus(tabStop)
  })
  const onKeyDown = useGridKeyboard({
    shape,
    handlers,
    singleKeys,
    setMode,
    focus,
    canEdit,
    canType: (place) => {
      const row = criterionOf(place)
      return row?.kind === 'criterion' && row.criterion.scale === 'number'
    },
    isUnknown: (place) =>
      canEdit(place) && (analysis.cells.get(cellKey(place.column, place.row))?.marks ?? []).some((mark) => mark === 'notKnown' || mark === 'noProof'),
  })
  const onCommit = useStable((optionId: string, criterionId: string, change: CellChange, move: AfterEdit): void => {
    if (change !== null) handlers.onSetCell(optionId, criterionId, change.value)
    setMode(atRest)
    const place = { row: criterionId, column: optionId }
    if (move === 'stay') focus(place)
    else if (move !== 'none') focus(moveBy(move === 'right' ? 'ArrowRight' : 'ArrowLeft', false, shape, place) ?? place)
  })
  const onMenu = useStable((place: GridPlace, isOpen: boolean): void => {
    setMode(isOpen ? { kind: 'menu', place } : atRest)
    if (!isOpen) focus(place)
  })
  const onPointer = (event: MouseEvent<HTMLTableElement>, open: (place: GridPlace) => GridMode): void => {
    // The button in a head opens its menu itself.
    if (event.target instanceof Element && event.target.closest('button')) return
    const place = placeOfElement(event.target, event.currentTarget)
    if (place && (canEdit(place) || hasMenu(place))) setMode(open(place))
  }

  return (
    <div className={classes.scroller}>
      <table
        ref={table}
        role="grid"
        data-focus-home
        className={classes.table}
        style={{ minWidth: 170 + columns.length * 112 }}
        aria-label={title}
        aria-rowcount={shape.rows.length}
        aria-colcount={shape.columns.length}
        onKeyDown={onKeyDown}
        onFocus={onFocus}
        onBlur={onBlur}
        onPaste={(event) => onClipboard(event, (place) => canEdit(place) && handlers.onPaste(place, event.clipboardData.getData('text/plain')))}
        onCopy={(event) => onClipboard(event, (place) => event.clipboardData.setData('text/plain', handlers.textToCopy(place)))}
        onClick={(event) => onPointer(event, (place) => ({ kind: canEdit(place) ? 'evidence' : 'menu', place }))}
        onDoubleClick={(event) => onPointer(event, (place) => (canEdit(place) ? { kind: 'edit', place, startWith: null } : { kind: 'menu', place }))}
      >
        <GridHead analysis={analysis} groups={groups} tabStop={tabStop} mode={mode} handlers={handlers} onMenu={onMenu} />
        <tbody>
          {rows.map((row) =>
            row.kind === 'heading' ? (
              <HeadingRow
                key={`heading ${row.name}`}
                name={row.name}
                share={row.places.reduce((sum, place) => sum + (analysis.shares[place] ?? 0), 0)}
                columns={columns.length}
              />
            ) : (
              <CriterionRowView
                key={row.criterion.id}
                {...{ row, columns, analysis, today, handlers, questions, onMenu, onCommit, mode }}
                evidence={(place) => evidence(place, { edit: () => setMode({ kind: 'edit', place, startWith: null }), close: leave })}
                rowIndex={shape.rows.indexOf(row.criterion.id) + 1}
                gap={gapByCriterion.get(row.criterion.id) ?? null}
                barToBeat={bars.get(row.criterion.id) ?? null}
                tabStop={tabStop.row === row.criterion.id ? tabStop.column : null}
                onLeave={leave}
              />
            ),
          )}
        </tbody>
      </table>
      <GridFoot isEmpty={analysis.gaps.length + analysis.criteria.length === 0} leftOut={leftOut} onAddCriterion={onAddCriterion} />
    </div>
  )
}
