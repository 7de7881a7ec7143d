import { useMemo } from 'react'
import type { Account, Review } from '#shared/domain/account/Account'
import { reviewState } from '#shared/domain/review/reviewState'
import type { SyncStatus } from '#shared/ipc/contract'
import { RemarksPanel } from '../features/review/RemarksPanel'
import { ReviewPanel } from '../features/review/ReviewPanel'
import { useReviewActions } from '../features/review/useReviewActions'
import { useModel, useModelState } from '../model/ModelContext'
import { zone } from './zone'

interface AccountReviewProps {
  readonly accountId: string
  readonly account: Account
}

/** What a colleague remarked, where it must not be missed: above everything else on the page of an account. */
export function AccountRemarks({ accountId, account }: AccountReviewProps) {
  const state = useMemo(() => reviewState(account), [account])
  const actions = useReviewActions(accountId)
  return state.openRemarks.length === 0 ? null : <RemarksPanel {...{ account, state, actions, zone }} />
}

/** Where the review of an account stands. */
export function AccountReview({ accountId, account }: AccountReviewProps) {
  const { place } = useModel()
  const state = useMemo(() => reviewState(account), [account])
  const actions = useReviewActions(accountId)
  const sync = useModelState('sync', (state) => state.status)
  const member = useModelState('settings', (state) => state.settings.memberName)
  return (
    <ReviewPanel
      {...{ state, actions, zone }}
      isUnsent={isUnsent(state.newest, member, sync)}
      onReview={() => place.getState().go({ kind: 'reviewAccount', accountId })}
    />
  )
}

/** A decision of this member that was taken after everything was last in the team folder. */
function isUnsent(review: Review | null, member: string, { kind, lastSyncedAt }: SyncStatus): boolean {
  if (kind === 'noTeamFolder' || kind === 'upToDate' || review?.decidedBy !== member) return false
  return review.decidedAt !== null && (lastSyncedAt === null || review.decidedAt > lastSyncedAt)
}
