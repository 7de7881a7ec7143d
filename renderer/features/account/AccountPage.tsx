import { useMemo, useState } from 'react'
import type { Account } from '#shared/domain/account/Account'
import { inOrder } from '#shared/domain/schema/order'
import type { Conflict } from '#shared/ipc/contract'
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
import { ConflictCard } from './ConflictCard'
import { NewComparisonDialog } from './NewComparisonDialog'
import { PeoplePanel } from './PeoplePanel'
import { PersonDialog } from './PersonDialog'
import classes from './AccountPage.module.css'

interface AccountPageProps {
  readonly accountId: string
  readonly account: Account
  readonly conflicts: readonly Conflict[]
  readonly today: string
  readonly zone: string
  /** Asked for from elsewhere, by the command box. */
  readonly isNewComparisonAsked: boolean
  readonly onAskNewComparison: (isAsked: boolean) => void
  readonly onOpenComparison: (comparisonId: string) => void
  readonly onShowFile: () => void
}

type AccountDialog =
  { readonly kind: 'none' } | { readonly kind: 'person'; readonly id: string | null }

/** Everything known about one buyer. */
export function AccountPage({
  accountId,
  account,
  conflicts,
  today,
  zone,
  isNewComparisonAsked,
  onAskNewComparison,
  onOpenComparison,
  onShowFile,
}: AccountPageProps) {
  const { account: store, messages, ids } = useModel()
  const actions = useMemo(
    () => createAccountActions((edits, options) => store.getState().edit(accountId, edits, options), ids),
    [store, ids, accountId],
  )
  const promised = promisedActions(useEntityActions(accountId), today)
  const typing = store.getState().typing
  const [dialog, setDialog] = useState<AccountDialog>({ kind: 'none' })
  const close = (): void => setDialog({ kind: 'none' })
  const remove = (at: string, name: string): void => {
    if (actions.remove(at, `removed ${name}`))
      messages.getState().say(`Removed ${name}`, { action: { label: 'Undo', run: () => actions.restore(at, `brought back ${name}`) } })
  }
  const people = inOrder(account.people)
  return (
    <div className={classes.page}>
      <AccountHeader account={account} actions={actions} onTyping={typing} onShowFile={onShowFile} />
      <ConflictCard account={account} conflicts={conflicts} zone={zone} onKeep={actions.keepValue} />
      <div className={classes.columns}>
        <div className={classes.column}>
          <ComparisonsPanel
            comparisons={inOrder(account.comparisons)}
            onOpen={onOpenComparison}
            onNew={() => onAskNewComparison(true)}
            onRemove={({ id, title }) => remove(`comparisons/${id}`, title)}
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
          <PeoplePanel
            people={people}
            onAdd={() => setDialog({ kind: 'person', id: null })}
            onEdit={(id) => setDialog({ kind: 'person', id })}
            onRemove={({ id, name }) => remove(`people/${id}`, name.trim() || 'the person')}
          />
          <AccountNotes notes={account.profile.notes} onWrite={actions.writeNotes} onTyping={typing} />
        </div>
      </div>
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
