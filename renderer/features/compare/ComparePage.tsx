import { VisuallyHidden } from '@mantine/core'
import { useCallback, useMemo, useRef, useState } from 'react'
import type { Account, Comparison } from '#shared/domain/account/Account'
import type { ComparisonFacts } from '#shared/domain/comparison/ComparisonFacts'
import { formatList } from '#shared/text/format'
import { sayDecision } from '#shared/text/decision/sentences'
import { sayWarning } from '#shared/text/decision/sayWarning'
import { useModel, useModelState } from '../../model/ModelContext'
import { SidePanel } from '../../ui/SidePanel'
import { createCompareActions } from './compareActions'
import { CompareDialogs } from './CompareDialogs'
import { noDialog, type CompareDialog } from './CompareDialog'
import { CompareNotes } from './CompareNotes'
import { CompareToolbar } from './CompareToolbar'
import { compareView } from './compareView'
import { CellEvidence } from './evidence/CellEvidence'
import { CompareGrid } from './grid/CompareGrid'
import { useCompareAnalysis } from './useCompareAnalysis'
import { useCompareCommands } from './useCompareCommands'
import { useGridHandlers } from './useGridHandlers'
import { useRankAnnouncement } from './useRankAnnouncement'
import { useSettled } from './useSettled'
import { WeightsPanel } from './weights/WeightsPanel'
import { weightsView } from './weights/weightsView'
import { WhyPanel } from './why/WhyPanel'
import classes from './ComparePage.module.css'

interface ComparePageProps {
  readonly accountId: string
  readonly account: Account
  readonly comparison: Comparison
  readonly today: string
  readonly onTakeAway: () => void
}

/** Sentences follow a slider once it stands still this long; figures follow at once. */
const sentencesAfterMs = 150

/** The options side by side, what matters, and why the order is what it is. */
export function ComparePage({ accountId, account, comparison, today, onTakeAway }: ComparePageProps) {
  const { account: store, messages, ids } = useModel()
  const facts = useMemo((): ComparisonFacts => ({ comparison, evidence: account.evidence }), [comparison, account.evidence])
  const actions = useMemo(() => createCompareActions(comparison.id, (edits, options) => store.getState().edit(accountId, edits, options), ids), [store, ids, accountId, comparison.id])
  const { saved, live, tryPoints, endTrial } = useCompareAnalysis(facts, today)
  const [differencesOnly, setDifferencesOnly] = useState(false)
  const [isByRank, setByRank] = useState(false)
  const [dialog, setDialog] = useState<CompareDialog>(noDialog)
  const page = useRef<HTMLDivElement>(null)

  const view = useMemo(() => compareView(facts, saved, { differencesOnly, order: isByRank ? 'rank' : 'buyers' }), [facts, saved, differencesOnly, isByRank])
  const weights = useMemo(() => weightsView(facts, live), [facts, live])
  const settled = useSettled(live, sentencesAfterMs)
  const wording = useMemo(() => sayDecision(settled.description), [settled])
  const announcement = useRankAnnouncement(live)
  const typing = store.getState().typing
  const singleKeys = useModelState('keys', (state) => state.singleKeys)

  const toggleDifferences = useCallback(() => setDifferencesOnly((before) => !before), [])
  const toggleOrder = useCallback(() => setByRank((before) => !before), [])
  const handlers = useGridHandlers({
    comparison,
    view,
    actions,
    openDialog: setDialog,
    onFocusWeight: (criterionId) => page.current?.querySelector<HTMLElement>(`[data-weight="${criterionId}"]`)?.focus(),
    onToggleDifferences: toggleDifferences,
    onRemoved: (name, restore) => messages.getState().say(`Removed ${name}`, { action: { label: 'Undo', run: restore } }),
  })
  useCompareCommands({ comparison, actions, handlers, openDialog: setDialog, onToggleOrder: toggleOrder, onTakeAway })
  const setPoints = useCallback(
    (criterionId: string, points: number) => {
      actions.setPoints(criterionId, points)
      endTrial()
    },
    [actions, endTrial],
  )

  const why = (
    <WhyPanel wording={wording} warnings={settled.evaluation.warnings.map(sayWarning)} onShowSums={live.evaluation.leader === null ? null : () => setDialog({ kind: 'sums' })}>
      <CompareNotes comparison={comparison} onWrite={actions.writeText} onTyping={typing} />
    </WhyPanel>
  )
  return (
    <div className={classes.page} ref={page}>
      <CompareToolbar
        title={comparison.title}
        question={comparison.question}
        differencesOnly={differencesOnly}
        isByRank={isByRank}
        setAside={view.setAside.length}
        unknowns={view.unknowns}
        olds={view.olds}
        onEditDetails={() => setDialog({ kind: 'details' })}
        onToggleDifferences={toggleDifferences}
        onToggleOrder={toggleOrder}
        onAddOption={() => setDialog({ kind: 'option', optionId: null })}
        onAddCriterion={() => setDialog({ kind: 'criterion', criterionId: null, asMustHave: false })}
        onShowSetAside={() => setDialog({ kind: 'setAsideList' })}
        onShowWhy={() => setDialog({ kind: 'why' })}
        onTakeAway={onTakeAway}
      />
      <p className={classes.strip}>{wording.answer}</p>
      <div className={classes.panes}>
        <section className={`${classes.pane} ${classes.side}`} aria-label="What matters" data-pane tabIndex={-1}>
          <WeightsPanel view={weights} onTry={tryPoints} onSet={setPoints} onAgree={() => setDialog({ kind: 'agree' })} onReset={actions.resetWeights} />
        </section>
        <section className={`${classes.pane} ${classes.table}`} aria-label="Comparison" data-pane tabIndex={-1}>
          <CompareGrid
            analysis={live}
            groups={view.groups}
            rows={view.rows}
            today={today}
            title={comparison.title}
            handlers={handlers}
            singleKeys={singleKeys}
            evidence={(place, { edit, close }) => (
              <CellEvidence
                {...{ place, account, comparison, analysis: live, actions, today }}
                onEditValue={edit}
                onClose={close}
                onTyping={typing}
                onProof={(evidenceId) => {
                  close()
                  setDialog({ kind: 'proof', optionId: place.column, criterionId: place.row, evidenceId })
                }}
              />
            )}
            leftOut={view.hidden.length > 0 && `The same for all, left out: ${formatList(view.hidden.map(({ name }) => name))}`}
          />
        </section>
        <aside className={`${classes.pane} ${classes.side} ${classes.why}`} aria-label="Why this order" data-pane tabIndex={-1}>
          {why}
        </aside>
      </div>
      {dialog.kind === 'why' && (
        <SidePanel title="Why this order" onClose={() => setDialog(noDialog)}>
          {why}
        </SidePanel>
      )}
      <CompareDialogs {...{ dialog, account, comparison, actions, ids, today }} analysis={live} onTyping={typing} onClose={() => setDialog(noDialog)} />
      <VisuallyHidden role="status" aria-live="polite">
        {announcement}
      </VisuallyHidden>
    </div>
  )
}
