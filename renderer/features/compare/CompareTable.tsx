import type { Account, Comparison } from '#shared/domain/account/Account'
import type { ComparisonAnalysis } from '#shared/domain/comparison/analyseComparison'
import { formatList } from '#shared/text/format'
import type { CompareActions } from './compareActions'
import type { CompareDialog } from './CompareDialog'
import type { CompareView } from './compareView'
import { CellEvidence } from './evidence/CellEvidence'
import { CompareGrid } from './grid/CompareGrid'
import type { GridHandlers } from './grid/GridHandlers'

interface CompareTableProps {
  readonly account: Account
  readonly comparison: Comparison
  readonly analysis: ComparisonAnalysis
  readonly view: CompareView
  readonly today: string
  readonly actions: CompareActions
  readonly handlers: GridHandlers
  readonly singleKeys: boolean
  readonly onDialog: (dialog: CompareDialog) => void
  readonly onTyping: () => () => void
}

/** The table with the evidence behind its cells. */
export function CompareTable({ account, comparison, analysis, view, today, actions, handlers, singleKeys, onDialog, onTyping }: CompareTableProps) {
  return (
    <CompareGrid
      analysis={analysis}
      groups={view.groups}
      rows={view.rows}
      today={today}
      title={comparison.title}
      handlers={handlers}
      singleKeys={singleKeys}
      evidence={(place, { edit, close }) => (
        <CellEvidence
          {...{ place, account, comparison, analysis, actions, today, onTyping }}
          onEditValue={edit}
          onClose={close}
          onProof={(evidenceId) => {
            close()
            onDialog({ kind: 'proof', optionId: place.column, criterionId: place.row, evidenceId })
          }}
        />
      )}
      onAddCriterion={() => onDialog({ kind: 'criterion', criterionId: null, asMustHave: false })}
      leftOut={view.hidden.length > 0 && `The same for all, left out: ${formatList(view.hidden.map(({ name }) => name))}`}
    />
  )
}
