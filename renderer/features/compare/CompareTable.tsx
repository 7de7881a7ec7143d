import type { ReactNode } from 'react'
import type { Account, Comparison, Question } from '#shared/domain/account/Account'
import type { ComparisonAnalysis } from '#shared/domain/comparison/analyseComparison'
import { cellKey } from '#shared/domain/comparison/cellKeys'
import { formatList } from '#shared/text/format'
import type { CompareActions } from './compareActions'
import type { CompareDialog } from './CompareDialog'
import type { CompareView } from './compareView'
import { CellEvidence } from './evidence/CellEvidence'
import { CompareGrid, type EvidenceControls } from './grid/CompareGrid'
import type { GridPlace } from './grid/gridFocus'
import type { GridHandlers } from './grid/GridHandlers'
import { GuidedView } from './guided/GuidedView'

interface CompareTableProps {
  readonly account: Account
  readonly comparison: Comparison
  readonly analysis: ComparisonAnalysis
  readonly view: CompareView
  readonly today: string
  readonly actions: CompareActions
  readonly handlers: GridHandlers
  readonly singleKeys: boolean
  readonly questions: ReadonlyMap<string, Question>
  readonly isGuided: boolean
  readonly onDialog: (dialog: CompareDialog) => void
  readonly onTyping: () => () => void
}

/** The table, or one criterion at a time, with the evidence behind each cell. */
export function CompareTable({ account, comparison, analysis, view, today, actions, handlers, singleKeys, questions, isGuided, onDialog, onTyping }: CompareTableProps) {
  const questionOf = (optionId: string, criterionId: string): Question | null => questions.get(cellKey(optionId, criterionId)) ?? null
  const ask = (optionId: string, criterionId: string): void => onDialog({ kind: 'question', optionId, criterionId, questionId: questionOf(optionId, criterionId)?.id ?? null })
  const evidence = (place: GridPlace, { edit, close }: EvidenceControls): ReactNode => (
    <CellEvidence
      {...{ place, account, comparison, analysis, actions, today, onTyping }}
      question={questionOf(place.column, place.row)}
      onAsk={() => {
        close()
        ask(place.column, place.row)
      }}
      onEditValue={edit}
      onClose={close}
      onProof={(evidenceId) => {
        close()
        onDialog({ kind: 'proof', optionId: place.column, criterionId: place.row, evidenceId })
      }}
    />
  )
  const shared = { analysis, groups: view.groups, rows: view.rows, today, questions, evidence }
  const addCriterion = (): void => onDialog({ kind: 'criterion', criterionId: null, asMustHave: false })
  if (isGuided && view.rows.length > 0)
    return (
      <GuidedView
        {...shared}
        onSetCell={handlers.onSetCell}
        onAsk={ask}
        onAccept={(optionId, criterionId) => void actions.acceptUnknown(optionId, criterionId, questionOf(optionId, criterionId), today)}
        onEditCriterion={handlers.onEditCriterion}
      />
    )
  return (
    <CompareGrid
      {...shared}
      title={comparison.title}
      handlers={handlers}
      singleKeys={singleKeys}
      onAddCriterion={addCriterion}
      leftOut={view.hidden.length > 0 && `The same for all, left out: ${formatList(view.hidden.map(({ name }) => name))}`}
    />
  )
}
