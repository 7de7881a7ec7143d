import { Popover, VisuallyHidden } from '@mantine/core'
import { memo, type ReactNode } from 'react'
import type { Question } from '#shared/domain/account/Account'
import type { CellDisplay } from '#shared/domain/comparison/cellDisplay'
import type { CriterionFacts } from '#shared/domain/comparison/ComparisonFacts'
import { CellContent } from './CellContent'
import { CellEditor } from './CellEditor'
import { askedWords, cellSentence } from './cellWords'
import type { AfterEdit, CellChange } from './GridMode'
import classes from './ValueCell.module.css'
import grid from './CompareGrid.module.css'

interface ValueCellProps {
  readonly optionId: string
  readonly optionName: string
  readonly criterion: CriterionFacts
  readonly display: CellDisplay
  readonly startsGroup: string | undefined
  readonly today: string
  /** Whether somebody finds out what is not known here, or it is left so on purpose. */
  readonly asked: Question['state'] | null
  readonly isUnknown: boolean
  readonly value: number | null
  readonly low: number
  readonly high: number
  readonly isBest: boolean
  readonly mustHave: 'pass' | 'fail' | 'unknown' | null
  readonly isTabStop: boolean
  readonly isEditing: boolean
  readonly startWith: string | null
  /** What the evidence popover shows; null while it is closed. */
  readonly evidence: ReactNode
  readonly onCommit: (optionId: string, criterionId: string, change: CellChange, move: AfterEdit) => void
  readonly onLeaveEditor: () => void
  readonly onCloseEvidence: () => void
}

/** One answer of one option. Memoised on plain values: a slider moves the totals, not the answers. */
export const ValueCell = memo(function ValueCell(props: ValueCellProps) {
  const { optionId, optionName, criterion, display, startsGroup, today, asked, isUnknown, value, low, high, isBest, mustHave } = props
  const sentence = cellSentence(optionName, criterion, display, { value: isUnknown ? null : value, isBest, mustHave }, today)
  return (
    <td
      role="gridcell"
      className={`${classes.cell} ${grid.column}`}
      tabIndex={props.isTabStop ? 0 : -1}
      data-row={criterion.id}
      data-column={optionId}
      data-group={startsGroup}
      data-fails={mustHave === 'fail' || undefined}
    >
      {props.isEditing ? (
        <CellEditor
          label={`${criterion.name}, ${optionName}`}
          criterion={criterion}
          value={display.value}
          startWith={props.startWith}
          onCommit={(next, move) => props.onCommit(optionId, criterion.id, next, move)}
          onCancel={props.onLeaveEditor}
        />
      ) : (
        <>
          <VisuallyHidden>{asked === null ? sentence : `${sentence}, ${askedWords[asked]}`}</VisuallyHidden>
          <CellContent {...{ criterion, display, asked, isUnknown, value, low, high, isBest, mustHave }} />
        </>
      )}
      {props.evidence !== null && (
        <Popover
          opened
          onDismiss={props.onCloseEvidence}
          position="bottom-start"
          width={360}
          trapFocus
          returnFocus={false}
          withRoles={false}
          offset={4}
        >
          <Popover.Target>
            <span className={classes.anchor} />
          </Popover.Target>
          <Popover.Dropdown role="dialog" aria-label={`Sources: ${criterion.name}, ${optionName}`} p={0}>
            {props.evidence}
          </Popover.Dropdown>
        </Popover>
      )}
    </td>
  )
})
