import { useState, type ReactNode } from 'react'
import type { Account, Comparison, Criterion } from '#shared/domain/account/Account'
import { inOrder } from '#shared/domain/schema/order'
import { startingWeights } from '#shared/domain/path/startingWeights'
import { setEdits } from '../../../model/actions/entityActions'
import { useEntityActions } from '../../../model/actions/useEntityActions'
import { Announcement } from '../../../ui/Announcement'
import pages from '../PathPage.module.css'
import { CriterionFromNeedDialog } from './CriterionFromNeedDialog'
import { NeedDialog } from './NeedDialog'
import { NeedsPanel } from './NeedsPanel'
import { needWords } from './needWords'
import { ReplaceWeightsDialog } from './ReplaceWeightsDialog'
import { StartingWeightsPanel } from './StartingWeightsPanel'

interface MattersPageProps {
  readonly accountId: string
  readonly account: Account
  readonly comparison: Comparison | null
  readonly today: string
  /** Asks what is to be decided, where there is no comparison yet. */
  readonly firstQuestion: ReactNode
}

type MattersDialog =
  | { readonly kind: 'none' }
  | { readonly kind: 'need'; readonly needId: string }
  | { readonly kind: 'criterion'; readonly needId: string }
  | { readonly kind: 'replace' }

/** What the choice must do for the buyer, in the buyer's words and order. */
export function MattersPage({ accountId, account, comparison, today, firstQuestion }: MattersPageProps) {
  const actions = useEntityActions(accountId)
  const [dialog, setDialog] = useState<MattersDialog>({ kind: 'none' })
  const [moved, setMoved] = useState('')
  const close = (): void => setDialog({ kind: 'none' })
  const needs = inOrder(account.needs)
  const people = inOrder(account.people)
  const weights = comparison && startingWeights(account, comparison)
  const need = 'needId' in dialog ? needs.find(({ id }) => id === dialog.needId) : undefined

  const move = (place: number, by: -1 | 1): void => {
    const moving = needs[place]
    if (!moving) return
    const before = by === -1 ? needs[place - 1] : needs[place + 2]
    if (actions.move(`needs/${moving.id}`, before?.id ?? null, 'order of the needs'))
      setMoved(`${needWords(moving)}: now ${place + by + 1} of ${needs.length}`)
  }
  const criterionAt = (id: string): string => `comparisons/${comparison?.id ?? ''}/criteria/${id}`
  const link = ({ id }: Criterion, needId: string | null): boolean => actions.change(criterionAt(id), { need: needId }, 'need of a criterion')
  const takeWeights = (): void => {
    if (!weights) return
    actions.send(
      Object.entries(weights.points).flatMap(([id, points]) => setEdits(criterionAt(id), { points })),
      { label: 'starting weights' },
    )
  }
  return (
    <div className={pages.page}>
      <div className={pages.columns}>
        <div className={pages.column}>
          <NeedsPanel
            needs={needs}
            people={people}
            criteria={comparison ? inOrder(comparison.criteria) : null}
            today={today}
            actions={actions}
            onMove={move}
            onEdit={(needId) => setDialog({ kind: 'need', needId })}
            onLink={link}
            onNewCriterion={(needId) => setDialog({ kind: 'criterion', needId })}
          />
        </div>
        <div className={pages.column}>
          {weights ? (
            <StartingWeightsPanel weights={weights} onTake={() => (weights.state === 'moved' ? setDialog({ kind: 'replace' }) : takeWeights())} />
          ) : (
            firstQuestion
          )}
        </div>
      </div>
      {dialog.kind === 'need' && need && (
        <NeedDialog
          need={need}
          people={people}
          today={today}
          onSave={(fields) => actions.change(`needs/${need.id}`, fields, 'need')}
          onClose={close}
        />
      )}
      {dialog.kind === 'criterion' && need && comparison && (
        <CriterionFromNeedDialog
          need={need}
          onSave={(fields) => actions.add(`comparisons/${comparison.id}/criteria`, { ...fields, need: need.id, proposedBy: 'buyer' }, 'new criterion')}
          onClose={close}
        />
      )}
      {dialog.kind === 'replace' && weights && comparison && (
        <ReplaceWeightsDialog comparison={comparison} points={weights.points} onReplace={takeWeights} onClose={close} />
      )}
      <Announcement words={moved} />
    </div>
  )
}
