import { useMemo } from 'react'
import { useEntityActions } from '../../model/actions/useEntityActions'
import { useModel, useModelState } from '../../model/ModelContext'
import { reviewActions, type ReviewActions } from './reviewActions'

/** What this member can do about the reviews of an account. */
export function useReviewActions(accountId: string): ReviewActions {
  const { clock } = useModel()
  const member = useModelState('settings', (state) => state.settings.memberName)
  const entities = useEntityActions(accountId)
  return useMemo(() => reviewActions(entities, member, () => clock.now()), [entities, member, clock])
}
