import type { Account, Comparison, Option } from '#shared/domain/account/Account'
import type { ComparisonAnalysis } from '#shared/domain/comparison/analyseComparison'
import type { Ids } from '#shared/base/Ids'
import { inOrder } from '#shared/domain/schema/order'
import { changedFields } from '../../model/changedFields'
import type { PromisedActions } from '../../model/actions/promisedActions'
import { mergeTyping, spliceBetween } from '../../model/textSplice'
import { QuestionDialog } from '../../ui/promised/QuestionDialog'
import type { CompareActions } from './compareActions'
import type { CompareDialog } from './CompareDialog'
import { CriterionDialog } from './edit/CriterionDialog'
import { criterionEdits } from './edit/criterionDraft'
import { DetailsDialog } from './edit/DetailsDialog'
import { OptionDialog, type OptionForm } from './edit/OptionDialog'
import { SetAsideDialog } from '../../ui/SetAsideDialog'
import { SetAsidePanel } from './edit/SetAsidePanel'
import { EvidenceDialog } from './evidence/EvidenceDialog'
import { PasteDialog } from './paste/PasteDialog'
import { AgreeWeightsDialog } from '../../ui/weights/AgreeWeightsDialog'
import { SumsDialog } from './why/SumsDialog'
import { sumsTable } from './why/sumsTable'

interface CompareDialogsProps {
  readonly dialog: CompareDialog
  readonly account: Account
  readonly comparison: Comparison
  readonly analysis: ComparisonAnalysis
  readonly actions: CompareActions
  readonly promised: PromisedActions
  readonly ids: Ids
  readonly today: string
  readonly onTyping: () => () => void
  readonly onClose: () => void
}

/** The one dialog that is open, if any. */
export function CompareDialogs({ dialog, account, comparison, analysis, actions, promised, ids, today, onTyping, onClose }: CompareDialogsProps) {
  switch (dialog.kind) {
    case 'details':
      return <DetailsDialog comparison={comparison} onSave={actions.changeDetails} onClose={onClose} />
    case 'option': {
      const id = dialog.optionId
      const option = id === null ? null : (comparison.options[id] ?? null)
      return (
        <OptionDialog
          option={option}
          onSave={(opened, saved) => saveOption(actions, option, opened, saved)}
          onMarginNote={(note) => id !== null && actions.setMarginNote(id, note)}
          onTyping={onTyping}
          onClose={onClose}
        />
      )
    }
    case 'criterion': {
      const criterion = dialog.criterionId === null ? null : (comparison.criteria[dialog.criterionId] ?? null)
      return (
        <CriterionDialog
          criterion={criterion}
          asMustHave={dialog.asMustHave}
          groups={[...new Set(inOrder(comparison.criteria).map(({ group }) => group.trim()))].filter((group) => group !== '')}
          onSave={(draft, opened) => {
            const edits = criterionEdits(draft, opened, comparison.id, ids)
            if (!edits.ok) return edits.error
            actions.changeCriteria(edits.value, opened ? 'criterion' : 'new criterion')
            return null
          }}
          onClose={onClose}
        />
      )
    }
    case 'proof': {
      const { optionId, criterionId, evidenceId } = dialog
      return (
        <EvidenceDialog
          evidence={evidenceId === null ? null : (account.evidence[evidenceId] ?? null)}
          about={`${comparison.criteria[criterionId]?.name ?? ''} · ${comparison.options[optionId]?.name ?? ''}`}
          today={today}
          onSave={(fields) => (evidenceId === null ? actions.addProof(optionId, criterionId, fields) : actions.changeProof(evidenceId, fields))}
          onClose={onClose}
        />
      )
    }
    case 'question': {
      const { optionId, criterionId, questionId } = dialog
      const question = questionId === null ? null : (account.questions[questionId] ?? null)
      return (
        <QuestionDialog
          question={question}
          start={{ text: actions.questionAbout(optionId, criterionId) }}
          about={`${comparison.criteria[criterionId]?.name ?? ''} · ${comparison.options[optionId]?.name ?? ''}`}
          people={inOrder(account.people)}
          today={today}
          onSave={(opened, saved) => {
            if (question) promised.changeQuestion(question, opened, saved)
            else promised.ask(saved, { comparison: comparison.id, option: optionId, criterion: criterionId })
          }}
          onClose={onClose}
        />
      )
    }
    case 'setAside':
      return (
        <SetAsideDialog
          optionName={comparison.options[dialog.optionId]?.name ?? ''}
          onSetAside={(reason) => actions.setAside(dialog.optionId, reason, today)}
          onClose={onClose}
        />
      )
    case 'setAsideList':
      return (
        <SetAsidePanel
          options={inOrder(comparison.options).filter((option) => option.setAsideOn !== null)}
          onBringBack={actions.bringBack}
          onClose={onClose}
        />
      )
    case 'agree':
      return (
        <AgreeWeightsDialog
          today={today}
          people={inOrder(account.people)
            .map(({ name }) => name)
            .filter((name) => name.trim() !== '')}
          onAgree={actions.agreeWeights}
          onClose={onClose}
        />
      )
    case 'sums':
      return <SumsDialog sums={sumsTable(analysis)} onClose={onClose} />
    case 'paste':
      return <PasteDialog plan={dialog.plan} onFill={actions.fillCells} onClose={onClose} />
    case 'why':
    case 'none':
      return null
  }
}

function saveOption(actions: CompareActions, option: Option | null, opened: OptionForm, saved: OptionForm): void {
  if (!option) return void actions.addOption(saved)
  const { description, ...fields } = changedFields(opened, saved)
  // On top of what a colleague may have written into it since the form was opened.
  const text = description === undefined ? option.description : mergeTyping(opened.description, description, option.description)
  actions.changeOption(option.id, fields, spliceBetween(option.description, text))
}
