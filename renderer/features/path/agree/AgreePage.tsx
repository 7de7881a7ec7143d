import type { Account, Comparison } from '#shared/domain/account/Account'
import { readBack, tickedReadBack } from '#shared/domain/path/readBack'
import { inOrder } from '#shared/domain/schema/order'
import { questionSubject } from '#shared/text/path/questionSubject'
import { sayReadBack } from '#shared/text/path/sayReadBack'
import { promisedActions } from '../../../model/actions/promisedActions'
import { useEntityActions } from '../../../model/actions/useEntityActions'
import { useModel } from '../../../model/ModelContext'
import { PromisesPanel } from '../../../ui/promised/PromisesPanel'
import { QuestionsPanel } from '../../../ui/promised/QuestionsPanel'
import pages from '../PathPage.module.css'
import { DecidedPanel } from './DecidedPanel'
import { ReadBackPanel } from './ReadBackPanel'
import { tickEdits } from './tickEdits'

interface AgreePageProps {
  readonly accountId: string
  readonly account: Account
  readonly comparison: Comparison
  readonly today: string
  readonly zone: string
}

/** What is decided, open and next, read back to the buyer and ticked. */
export function AgreePage({ accountId, account, comparison, today, zone }: AgreePageProps) {
  const actions = useEntityActions(accountId)
  const onTyping = useModel().account.getState().typing
  const promised = promisedActions(actions, today)
  const people = inOrder(account.people)
  const words = sayReadBack(account, readBack(account, comparison, today))
  const at = `comparisons/${comparison.id}`
  return (
    <div className={pages.page}>
      <div className={pages.columns}>
        <div className={pages.column}>
          <DecidedPanel
            {...{ account, comparison, today, onTyping }}
            onChoose={(fields) => actions.change(at, fields, 'choice')}
            onWhy={(why) => actions.write(at, 'chosenWhy', why, 'why it was chosen')}
          />
          <ReadBackPanel
            words={words}
            ticked={tickedReadBack(account, comparison.id)}
            people={people}
            today={today}
            onTick={(name, on) => actions.send(tickEdits({ account, comparison, words, name, on, today, zone }, actions.newId), { label: 'read-back' })}
          />
        </div>
        <div className={pages.column}>
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
      </div>
    </div>
  )
}
