import { useMediaQuery } from '@mantine/hooks'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Account, Comparison } from '#shared/domain/account/Account'
import type { ComparisonAnalysis } from '#shared/domain/comparison/analyseComparison'
import type { ComparisonFacts } from '#shared/domain/comparison/ComparisonFacts'
import { sayWarning } from '#shared/text/decision/sayWarning'
import { promisedActions } from '../../model/actions/promisedActions'
import { useEntityActions } from '../../model/actions/useEntityActions'
import { useModel, useModelState } from '../../model/ModelContext'
import { Announcement } from '../../ui/Announcement'
import { SidePanel } from '../../ui/SidePanel'
import { useSettled } from '../../ui/useSettled'
import { usePlausibleCases } from '../../ui/weights/usePlausibleCases'
import { useRankAnnouncement } from '../../ui/weights/useRankAnnouncement'
import { useTrialAnalysis } from '../../ui/weights/useTrialAnalysis'
import { WeightsPanel } from '../../ui/weights/WeightsPanel'
import { weightsView } from '../../ui/weights/weightsView'
import { cellQuestions } from './ask/cellQuestions'
import { createCompareActions } from './compareActions'
import { CompareDialogs } from './CompareDialogs'
import { noDialog, type CompareDialog } from './CompareDialog'
import { CompareNotes } from './CompareNotes'
import { CompareTable } from './CompareTable'
import { CompareToolbar } from './CompareToolbar'
import { compareView } from './compareView'
import { useCompareCommands } from './useCompareCommands'
import { useGridHandlers } from './useGridHandlers'
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
  const { account: store, messages, ids, plausibleCases, settings } = useModel()
  const singleKeys = useModelState('settings', (state) => state.settings.singleKeys)
  const facts = useMemo((): ComparisonFacts => ({ comparison, evidence: account.evidence }), [comparison, account.evidence])
  const now = useRef(comparison)
  useEffect(() => {
    now.current = comparison
  })
  const actions = useMemo(
    () =>
      createCompareActions(comparison.id, (edits, options) => store.getState().edit(accountId, edits, options), ids, {
        criterion: (id) => now.current.criteria[id]?.name ?? 'a criterion',
        option: (id) => now.current.options[id]?.name ?? 'an option',
      }),
    [store, ids, accountId, comparison.id],
  )
  const { saved, live, tryPoints, endTrial } = useTrialAnalysis(facts, today)
  const [differencesOnly, setDifferencesOnly] = useState(false)
  const [isByRank, setByRank] = useState(false)
  const [hiddenOptions, setHiddenOptions] = useState<ReadonlySet<string>>(new Set())
  const density = useModelState('settings', (state) => state.settings.density)
  const isNarrow = useMediaQuery('(max-width: 1023px)') ?? false
  const isGuided = density === 'guided' || (density === 'auto' && isNarrow)
  const [dialog, setDialog] = useState<CompareDialog>(noDialog)
  const [moved, setMoved] = useState('')
  const page = useRef<HTMLDivElement>(null)

  const { analysis } = live
  const entityActions = useEntityActions(accountId)
  const promised = useMemo(() => promisedActions(entityActions, today), [entityActions, today])
  const questions = useMemo(() => cellQuestions(account.questions, comparison.id), [account.questions, comparison.id])
  const view = useMemo(
    () => compareView(facts, saved, { differencesOnly, order: isByRank ? 'rank' : 'buyers', hiddenOptions }),
    [facts, saved, differencesOnly, isByRank, hiddenOptions],
  )
  const weights = useMemo(() => weightsView(facts, analysis), [facts, analysis])
  const settled = useSettled(live, sentencesAfterMs)
  const { reasoning } = usePlausibleCases(plausibleCases, settled, today)
  const announcement = useRankAnnouncement(analysis)
  const onTyping = store.getState().typing
  const toggleDifferences = useCallback(() => setDifferencesOnly((before) => !before), [])
  const toggleOrder = useCallback(() => setByRank((before) => !before), [])
  const closeDialog = (): void => setDialog(noDialog)
  const handlers = useGridHandlers({
    comparison,
    analysis,
    view,
    actions,
    openDialog: setDialog,
    onFocusWeight: (criterionId) => page.current?.querySelector<HTMLElement>(`[data-weight="${criterionId}"]`)?.focus(),
    onToggleDifferences: toggleDifferences,
    onMoved: setMoved,
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

  const showSums = useCallback(() => setDialog({ kind: 'sums' }), [])
  const isDrawer = dialog.kind === 'why'
  // Kept while a slider moves: nothing in it changes before the slider stands still.
  const why = useMemo(
    () => (
      <WhyPanel
        reasoning={reasoning}
        isTitled={!isDrawer}
        warnings={settled.analysis.evaluation.warnings.map(sayWarning)}
        onShowSums={hasSums(settled.analysis) ? showSums : null}
      >
        <CompareNotes comparison={comparison} onWrite={actions.writeText} onTyping={onTyping} />
      </WhyPanel>
    ),
    [reasoning, isDrawer, settled, showSums, comparison, actions, onTyping],
  )
  return (
    <div className={classes.page} ref={page}>
      <CompareToolbar
        {...{ comparison, view, differencesOnly, isByRank, isGuided, hiddenOptions, onTakeAway }}
        onGuided={(isGuided) => void settings.getState().change({ density: isGuided ? 'guided' : 'table' })}
        onHideOptions={setHiddenOptions}
        onToggleDifferences={toggleDifferences}
        onToggleOrder={toggleOrder}
        onDialog={setDialog}
      />
      {comparison.banner !== '' && (
        <p className={classes.banner} role="note">
          {comparison.banner}
        </p>
      )}
      {!isGuided && <p className={classes.strip}>{reasoning.wording.answer}</p>}
      {isGuided && (
        <section className={classes.guided} aria-label="Comparison" data-pane tabIndex={-1}>
          <CompareTable {...{ account, comparison, analysis, view, today, actions, handlers, singleKeys, questions, isGuided, onTyping }} onDialog={setDialog} />
        </section>
      )}
      <div className={classes.panes} hidden={isGuided}>
        <section className={`${classes.pane} ${classes.side}`} aria-label="What matters" data-pane tabIndex={-1}>
          <WeightsPanel
            view={weights}
            onTry={tryPoints}
            onSet={setPoints}
            onLeave={endTrial}
            onAgree={() => setDialog({ kind: 'agree' })}
            onReset={actions.resetWeights}
            onTyping={onTyping}
          />
        </section>
        <section className={`${classes.pane} ${classes.table}`} aria-label="Comparison" data-pane tabIndex={-1}>
          {!isGuided && <CompareTable {...{ account, comparison, analysis, view, today, actions, handlers, singleKeys, questions, isGuided, onTyping }} onDialog={setDialog} />}
        </section>
        <aside className={`${classes.pane} ${classes.side} ${classes.why}`} aria-label="Why this order" data-pane tabIndex={-1}>
          {why}
        </aside>
      </div>
      {isDrawer && (
        <SidePanel title="Why this order" onClose={closeDialog}>
          {why}
        </SidePanel>
      )}
      <CompareDialogs {...{ dialog, account, comparison, analysis, actions, promised, ids, today, onTyping }} onClose={closeDialog} />
      <Announcement words={announcement} />
      <Announcement words={moved} />
    </div>
  )
}

/** Without a total there is nothing to add up. */
function hasSums({ evaluation, criteria }: ComparisonAnalysis): boolean {
  return criteria.length > 0 && evaluation.groups.ranked.length + evaluation.groups.ifConfirmed.length > 0
}
