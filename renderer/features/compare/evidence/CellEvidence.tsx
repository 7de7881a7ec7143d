import type { Account, Comparison, Question } from '#shared/domain/account/Account'
import type { ComparisonAnalysis } from '#shared/domain/comparison/analyseComparison'
import { cellKey } from '#shared/domain/comparison/cellKeys'
import { inOrder } from '#shared/domain/schema/order'
import type { CompareActions } from '../compareActions'
import type { GridPlace } from '../grid/gridFocus'
import { EvidencePopover } from './EvidencePopover'

interface CellEvidenceProps {
  readonly place: GridPlace
  readonly account: Account
  readonly comparison: Comparison
  readonly analysis: ComparisonAnalysis
  readonly actions: CompareActions
  readonly today: string
  readonly onEditValue: () => void
  readonly onClose: () => void
  /** Opens the form of a source; null for a new one. */
  readonly onProof: (evidenceId: string | null) => void
  readonly onTyping: () => () => void
  readonly question: Question | null
  readonly onAsk: () => void
}

/** The popover of one cell, with the sources of the account it belongs to. */
export function CellEvidence({ place, account, comparison, analysis, actions, today, onEditValue, onClose, onProof, onTyping, question, onAsk }: CellEvidenceProps) {
  const { row: criterionId, column: optionId } = place
  const criterion = comparison.criteria[criterionId]
  const option = comparison.options[optionId]
  const display = analysis.cells.get(cellKey(optionId, criterionId))
  if (!criterion || !option || !display) return null
  const used = new Set(display.proofs.map((proof) => proof.id))
  const evidence = inOrder(account.evidence)
  return (
    <EvidencePopover
      optionName={option.name}
      criterion={criterion}
      display={display}
      question={question}
      onAsk={onAsk}
      onAccept={() => actions.acceptUnknown(optionId, criterionId, question, today)}
      note={comparison.cellNote[cellKey(optionId, criterionId)] ?? ''}
      proofs={evidence.filter((proof) => used.has(proof.id))}
      others={evidence.filter((proof) => !used.has(proof.id))}
      today={today}
      onEditValue={onEditValue}
      onAddProof={() => onProof(null)}
      onUseProof={(evidenceId, isUsed) => actions.useProof(optionId, criterionId, evidenceId, isUsed)}
      onEditProof={onProof}
      onClear={(evidenceId, isCleared) => actions.changeProof(evidenceId, { cleared: isCleared })}
      onNote={(note) => actions.setCellNote(optionId, criterionId, note)}
      onTyping={onTyping}
      onClose={onClose}
    />
  )
}
