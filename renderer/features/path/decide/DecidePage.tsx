import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Account, Comparison } from '#shared/domain/account/Account'
import type { ComparisonFacts } from '#shared/domain/comparison/ComparisonFacts'
import { outsideRows, rankingRows } from '#shared/domain/comparison/decisionRows'
import { inOrder } from '#shared/domain/schema/order'
import { formatCount } from '#shared/text/format'
import { useModel } from '../../../model/ModelContext'
import { Announcement } from '../../../ui/Announcement'
import { RankingTable } from '../../../ui/charts/RankingTable'
import { OutsideList } from '../../../ui/OutsideList'
import { Panel } from '../../../ui/Panel'
import { Sentences } from '../../../ui/Sentences'
import { useSettled } from '../../../ui/useSettled'
import { AgreeWeightsDialog } from '../../../ui/weights/AgreeWeightsDialog'
import { usePlausibleCases } from '../../../ui/weights/usePlausibleCases'
import { useRankAnnouncement } from '../../../ui/weights/useRankAnnouncement'
import { useTrialAnalysis } from '../../../ui/weights/useTrialAnalysis'
import { WeightsPanel } from '../../../ui/weights/WeightsPanel'
import { weightsView } from '../../../ui/weights/weightsView'
import { AnswerPart } from './AnswerPart'
import { ChangePart } from './ChangePart'
import { createDecideActions } from './decideActions'
import { LimitsPart } from './LimitsPart'
import classes from './DecidePage.module.css'

interface DecidePageProps {
  readonly accountId: string
  readonly account: Account
  readonly comparison: Comparison
  readonly today: string
}

/** Sentences follow a slider once it stands still this long; figures follow at once. */
const sentencesAfterMs = 150

/** What comes out, why, and what would change it; the weights move here. */
export function DecidePage({ accountId, account, comparison, today }: DecidePageProps) {
  const { account: store, plausibleCases } = useModel()
  const facts = useMemo((): ComparisonFacts => ({ comparison, evidence: account.evidence }), [comparison, account.evidence])
  const namesNow = useRef(comparison.criteria)
  useEffect(() => {
    namesNow.current = comparison.criteria
  })
  const actions = useMemo(
    () =>
      createDecideActions(
        comparison.id,
        (edits, options) => store.getState().edit(accountId, edits, options),
        (criterionId) => namesNow.current[criterionId]?.name ?? 'a criterion',
      ),
    [store, accountId, comparison.id],
  )
  const { live, tryPoints, endTrial } = useTrialAnalysis(facts, today)
  const [isAgreeing, setAgreeing] = useState(false)
  const settled = useSettled(live, sentencesAfterMs)
  const counting = usePlausibleCases(plausibleCases, settled, today)
  const weights = useMemo(() => weightsView(facts, live.analysis), [facts, live.analysis])
  const announcement = useRankAnnouncement(live.analysis)
  const setPoints = useCallback(
    (criterionId: string, points: number) => {
      actions.setPoints(criterionId, points)
      endTrial()
    },
    [actions, endTrial],
  )
  const { typing } = store.getState()
  const { reasoning } = counting
  const { wording } = reasoning
  // While a slider moves the figures are of this frame; the bands follow when the cases are counted.
  const cases = reasoning.analysis === live.analysis ? reasoning.cases : null
  const outside = outsideRows(live.analysis)
  return (
    <div className={classes.page}>
      <div className={classes.main} data-pane tabIndex={-1}>
        <AnswerPart {...counting} isTrial={weights.changed > 0} />
        <Panel title="Who stands where">
          <div className={classes.body}>
            <RankingTable rows={rankingRows(live.analysis, cases)} />
            {outside.length > 0 && (
              <details className={classes.more}>
                <summary>{formatCount(outside.length, 'option is', 'options are')} not in the ranking</summary>
                <OutsideList rows={outside} />
              </details>
            )}
          </div>
        </Panel>
        <div className={classes.pair}>
          <Panel title="Why">
            <div className={classes.body}>
              {wording.reasonsFor.length + wording.reasonsAgainst.length === 0 && <p>There is nothing to weigh against each other yet.</p>}
              <Sentences sentences={wording.reasonsFor} sign="+" />
              <Sentences sentences={wording.reasonsAgainst} sign="−" />
            </div>
          </Panel>
          <Panel title="What is not known, and whether it matters">
            <div className={classes.body}>
              {wording.unknowns.length === 0 ? <p>Everything that counts is known.</p> : <Sentences sentences={wording.unknowns} />}
              <Sentences sentences={[...wording.mustHaves, ...otherRemarks(wording.remarks)]} />
            </div>
          </Panel>
        </div>
        <ChangePart reasoning={reasoning} />
        <LimitsPart comparison={comparison} analysis={reasoning.analysis} actions={actions} onTyping={typing} />
      </div>
      <section className={classes.side} aria-label="What matters" data-pane tabIndex={-1}>
        <WeightsPanel
          view={weights}
          onTry={tryPoints}
          onSet={setPoints}
          onLeave={endTrial}
          onAgree={() => setAgreeing(true)}
          onReset={actions.resetWeights}
          onTyping={typing}
        />
      </section>
      {isAgreeing && (
        <AgreeWeightsDialog
          today={today}
          people={inOrder(account.people)
            .map(({ name }) => name)
            .filter((name) => name.trim() !== '')}
          onAgree={actions.agreeWeights}
          onClose={() => setAgreeing(false)}
        />
      )}
      <Announcement words={announcement} />
    </div>
  )
}

/** The seed of the draws stands with the answer. */
function otherRemarks(remarks: readonly string[]): readonly string[] {
  return remarks.filter((remark) => !remark.startsWith('Plausible cases:'))
}
