import { useMemo, useState } from 'react'
import { reviewState } from '#shared/domain/review/reviewState'
import { inOrder } from '#shared/domain/schema/order'
import { ReviewPage } from '../features/review/ReviewPage'
import { useReviewActions } from '../features/review/useReviewActions'
import type { OpenAccount } from '../model/account/OpenAccount'
import { useModel, useModelState } from '../model/ModelContext'
import { placeOfStep } from '../model/Place'
import { Loading } from '../ui/Loading'
import { Problem } from '../ui/Problem'
import { useLookedAt } from './useLookedAt'
import { zone } from './zone'

const changedMeanwhile = 'The account changed while you were looking. The new changes stand first; read them, then decide again.'

/** One account as its reviewer sees it. */
export function ReviewAccountScreen({ accountId, open: { account, confirmed } }: { readonly accountId: string; readonly open: OpenAccount }) {
  const { place, messages, account: accounts } = useModel()
  const today = useModelState('session', (state) => state.today)
  const state = useMemo(() => reviewState(account), [account])
  const actions = useReviewActions(accountId)
  const { changes, newer, problem, confirm } = useLookedAt(accountId, state.approved?.version ?? null, confirmed.revision)
  const [isBusy, setBusy] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)
  const { go } = place.getState()

  const decide = async (decision: 'changesAsked' | 'approved', summary: string): Promise<void> => {
    setBusy(true)
    const version = await confirm()
    setBusy(false)
    setRefused(version === null ? changedMeanwhile : null)
    if (version === null || !actions.decide(state.current, { decision, summary, version })) return
    go({ kind: 'review' })
    const name = account.profile.name.trim() || 'the account'
    messages.getState().say(decision === 'approved' ? `Approved ${name}` : `Asked for changes in ${name}`, {
      action: { label: 'Undo', run: () => void accounts.getState().undo(accountId) },
    })
  }
  if (changes === null) return problem === null ? <Loading what="the review" /> : <Problem>{problem}</Problem>
  return (
    <ReviewPage
      {...{ account, state, changes, newer, actions, today, zone, isBusy }}
      problem={problem ?? refused}
      onDecide={(decision, summary) => void decide(decision, summary)}
      onStep={(step) => go(placeOfStep(step, accountId, inOrder(account.comparisons)[0]?.id ?? null))}
      onAccount={() => go({ kind: 'account', accountId })}
    />
  )
}
