import type { Account } from '#shared/domain/account/Account'
import { inOrder } from '#shared/domain/schema/order'
import { questionSubject } from '#shared/text/path/questionSubject'
import { promisedActions } from '../../../model/actions/promisedActions'
import { useEntityActions } from '../../../model/actions/useEntityActions'
import { QuestionsPanel } from '../../../ui/promised/QuestionsPanel'
import pages from '../PathPage.module.css'
import { ContradictionsPanel } from './ContradictionsPanel'
import { FindingsPanel } from './FindingsPanel'

interface FoundPageProps {
  readonly accountId: string
  readonly account: Account
  readonly today: string
}

/** What the buyer has read before anybody called, and where it disagrees. */
export function FoundPage({ accountId, account, today }: FoundPageProps) {
  const actions = useEntityActions(accountId)
  const promised = promisedActions(actions, today)
  const people = inOrder(account.people)
  return (
    <div className={pages.page}>
      <div className={pages.columns}>
        <div className={pages.column}>
          <FindingsPanel findings={inOrder(account.findings)} people={people} today={today} actions={actions} />
        </div>
        <div className={pages.column}>
          <ContradictionsPanel contradictions={inOrder(account.contradictions)} findings={inOrder(account.findings)} people={people} actions={actions} />
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
