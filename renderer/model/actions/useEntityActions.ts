import { useMemo } from 'react'
import { useModel } from '../ModelContext'
import { entityActions, type EntityActions } from './entityActions'

/** What can be done to the lists of an account. */
export function useEntityActions(accountId: string): EntityActions {
  const { account, ids, messages } = useModel()
  return useMemo(
    () => entityActions((edits, options) => account.getState().edit(accountId, edits, options), ids, messages.getState().say),
    [account, ids, messages, accountId],
  )
}
