import { useMemo, useState, type ReactNode } from 'react'
import type { Account } from '#shared/domain/account/Account'
import { pathState } from '#shared/domain/path/pathState'
import type { PathStep } from '#shared/domain/path/PathStep'
import { inOrder } from '#shared/domain/schema/order'
import { questionSubject } from '#shared/text/path/questionSubject'
import { promisedActions } from '../../model/actions/promisedActions'
import { useEntityActions } from '../../model/actions/useEntityActions'
import { useModel } from '../../model/ModelContext'
import { PromisesPanel } from '../../ui/promised/PromisesPanel'
import { QuestionsPanel } from '../../ui/promised/QuestionsPanel'
import { createAccountActions } from './accountActions'
import { AccountHeader } from './AccountHeader'
import { AccountNotes } from './AccountNotes'
import { ComparisonsPanel } from './ComparisonsPanel'
import { saveMeeting } from './meetingActions'
import { MeetingDialog } from './MeetingDialog'
import { MeetingsPanel } from './MeetingsPanel'
import { NewComparisonDialog } from './NewComparisonDialog'
import { ParkDialog } from './ParkDialog'
import { ParkedNote } from './ParkedNote'
import { PathPanel } from './PathPanel'
import { PeoplePanel } from './PeoplePanel'
import { PersonDialog } from './PersonDialog'
import classes from './AccountPage.module.css'

interface AccountPageProps {
  readonly accountId: string
  readonly account: Account
  readonly today: string
  readonly zone: string
  /** Asked for from elsewhere, by the command box. */
  readonly isNewComparisonAsked: boolean
  readonly onAskNewComparison: (isAsked: boolean) => void
  readonly onOpenComparison: (comparisonId: string) => void
  readonly onStep: (step: PathStep, comparisonId: string | null) => void
  readonly onShowFile: () => void
  readonly onHistory: () => void
  /** What colleagues remarked, and where they did different things: above everything else. */
  readonly notices: ReactNode
  /** Where the review stands, and the way to ask for one. */
  readonly review: ReactNode
}

type AccountDialog =
  | { readonly kind: 'none' }
  | { readonly kind: 'park' }
  | { readonly kind: 'person'; readonly id: string | null }
  | { readonly kind: 'meeting'; readonly id: string | null }

/** Everything known about one buyer. */
export function AccountPage({
  accountId,
  account,
  today,
  zone,
  isNewComparisonAsked,
  onAskNewComparison,
  onOpenComparison,
  onStep,
  onShowFile,
  onHistory,
  notices,
  review,
}: AccountPageProps) {
  const { account: store, ids } = useModel()
  const actions = useMemo(
    () => createAccountActions((edits, options) => store.getState().edit(accountId, edits, options), ids),
    [store, ids, accountId],
  )
  const entities = useEntityActions(accountId)
  const promised = promisedActions(entities, today)
  const typing = store.getState().typing
  const [dialog, setDialog] = useState<AccountDialog>({ kind: 'none' })
  const close = (): void => setDialog({ kind: 'none' })
  const meeting = dialog.kind === 'meeting' && dialog.id !== null ? (account.meetings[dialog.id] ?? null) : null
  const people = inOrder(account.people)
  const comparisons = inOrder(account.comparisons)
  const comparison = comparisons[0] ?? null
  const path = useMemo(() => pathState(account, comparison, today), [account, comparison, today])
  return (
    <div className={classes.page}>
      <AccountHeader account={account} actions={actions} onTyping={typing} onPark={() => setDialog({ kind: 'park' })} onShowFile={onShowFile} onHistory={onHistory} />
      <ParkedNote profile={account.profile} onUnpark={() => actions.unpark('focus')} />
      {notices}
      <div className={classes.columns}>
        <div className={classes.column}>
          <PathPanel path={path} onStep={(step) => onStep(step, comparison?.id ?? null)} />
          <ComparisonsPanel
            comparisons={comparisons}
            onOpen={onOpenComparison}
            onNew={() => onAskNewComparison(true)}
            onRemove={({ id, title }) => entities.remove(`comparisons/${id}`, title)}
          />
          <PromisesPanel
            promises={inOrder(account.promises)}
            people={people}
            today={today}
            onAdd={promised.promise}
            onChange={promised.changePromise}
            onClosed={promised.closePromise}
            onRemove={promised.removePromise}
          />
          <QuestionsPanel
            questions={inOrder(account.questions)}
            people={people}
            today={today}
            about={(question) => questionSubject(account, question)}
            onAdd={(text) => promised.ask({ text })}
            onChange={promised.changeQuestion}
            onRemove={promised.removeQuestion}
          />
        </div>
        <div className={classes.column}>
          <MeetingsPanel
            meetings={inOrder(account.meetings)}
            people={account.people}
            {...{ today, zone }}
            onAdd={() => setDialog({ kind: 'meeting', id: null })}
            onEdit={(id) => setDialog({ kind: 'meeting', id })}
            onRemove={({ id, title }) => entities.remove(`meetings/${id}`, title.trim() || 'the meeting')}
          />
          <PeoplePanel
            people={people}
            onAdd={() => setDialog({ kind: 'person', id: null })}
            onEdit={(id) => setDialog({ kind: 'person', id })}
            onRemove={({ id, name }) => entities.remove(`people/${id}`, name.trim() || 'the person')}
          />
          {review}
          <AccountNotes notes={account.profile.notes} onWrite={actions.writeNotes} onTyping={typing} />
        </div>
      </div>
      {dialog.kind === 'park' && <ParkDialog onPark={actions.park} onClose={close} />}
      {dialog.kind === 'meeting' && (
        <MeetingDialog
          meeting={meeting}
          {...{ people, today, zone }}
          onSave={(opened, saved) => saveMeeting(entities, meeting, zone, opened, saved)}
          onClose={close}
        />
      )}
      {dialog.kind === 'person' && (
        <PersonDialog
          person={dialog.id === null ? null : (account.people[dialog.id] ?? null)}
          onSave={(fields) => actions.savePerson(dialog.id, fields)}
          onClose={close}
        />
      )}
      {isNewComparisonAsked && (
        <NewComparisonDialog
          currency={account.profile.currency}
          onCreate={(title, question, currency) => {
            const comparisonId = actions.addComparison(title, question, currency)
            if (comparisonId !== null) onOpenComparison(comparisonId)
          }}
          onClose={() => onAskNewComparison(false)}
        />
      )}
    </div>
  )
}
