import type { ReactNode } from 'react'
import type { Question } from '#shared/domain/account/Account'
import type { ComparisonAnalysis } from '#shared/domain/comparison/analyseComparison'
import { cellKey } from '#shared/domain/comparison/cellKeys'
import { CriterionHeader } from './CriterionHeader'
import type { GridHandlers } from './GridHandlers'
import { criteriaColumn, type GridPlace } from './gridFocus'
import { isAt, type GridMode, type AfterEdit, type CellChange } from './GridMode'
import type { CriterionRow, GridColumn } from './gridModel'
import { NewcomerCell } from './NewcomerCell'
import { rowStandings } from './rowStandings'
import { ValueCell } from './ValueCell'

interface CriterionRowViewProps {
  readonly row: CriterionRow
  readonly columns: readonly GridColumn[]
  readonly analysis: ComparisonAnalysis
  readonly today: string
  readonly gap: string | null
  /** What a newcomer would need here to win; null where it could not win by this alone. */
  readonly barToBeat: string | null
  readonly rowIndex: number
  /** The tab stop of the table, if it is in this row. */
  readonly tabStop: string | null
  readonly mode: GridMode
  readonly handlers: GridHandlers
  readonly questions: ReadonlyMap<string, Question>
  readonly evidence: (place: GridPlace) => ReactNode
  readonly onMenu: (place: GridPlace, isOpen: boolean) => void
  readonly onCommit: (optionId: string, criterionId: string, change: CellChange, move: AfterEdit) => void
  readonly onLeave: () => void
}

/** One criterion across all options. */
export function CriterionRowView(props: CriterionRowViewProps) {
  const { row, columns, analysis, today, tabStop, mode, handlers } = props
  const { criterion, place } = row
  const standings = rowStandings(analysis.evaluation, columns, place, criterion.mustHave)
  const isWeighted = place !== null && criterion.points !== null
  return (
    <tr aria-rowindex={props.rowIndex}>
      <CriterionHeader
        criterion={criterion}
        share={isWeighted ? (analysis.shares[place] ?? 0) : null}
        gap={props.gap}
        isTabStop={tabStop === criteriaColumn}
        isMenuOpen={isAt(mode, 'menu', criterion.id, criteriaColumn)}
        onMenu={props.onMenu}
        handlers={handlers}
      />
      {columns.map((column, index) => {
        const { option, group, startsGroup } = column
        const display = analysis.cells.get(cellKey(option.id, criterion.id))
        const standing = standings[index]
        const shared = { startsGroup: startsGroup ? group : undefined, isTabStop: tabStop === option.id }
        if (option.kind === 'newcomer')
          return (
            <NewcomerCell key={option.id} {...shared} optionId={option.id} optionName={option.name} criterion={criterion} bar={props.barToBeat} />
          )
        if (!display || !standing) return <td key={option.id} />
        const isEditing = isAt(mode, 'edit', criterion.id, option.id)
        return (
          <ValueCell
            key={option.id}
            {...shared}
            {...standing}
            optionId={option.id}
            optionName={option.name}
            criterion={criterion}
            display={display}
            today={today}
            asked={props.questions.get(cellKey(option.id, criterion.id))?.state ?? null}
            isEditing={isEditing}
            startWith={isEditing && mode.kind === 'edit' ? mode.startWith : null}
            evidence={isAt(mode, 'evidence', criterion.id, option.id) ? props.evidence({ row: criterion.id, column: option.id }) : null}
            onCommit={props.onCommit}
            onLeaveEditor={props.onLeave}
            onCloseEvidence={props.onLeave}
          />
        )
      })}
    </tr>
  )
}
