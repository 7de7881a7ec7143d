import { useCallback } from 'react'
import { isTyping } from '../features/shell/useShortcuts'
import { useModel, useModelState } from '../model/ModelContext'
import type { Place } from '../model/Place'

interface UndoButton {
  /** What would be undone; null for nothing. */
  readonly label: string | null
  readonly run: () => void
}

interface UndoHere {
  readonly undo: UndoButton | null
  readonly redo: UndoButton | null
  readonly onUndo: () => void
  readonly onRedo: () => void
}

/** Undo and redo of the account on the screen. In a field they belong to the text. */
export function useUndo(place: Place): UndoHere {
  const { account } = useModel()
  const accountId = 'accountId' in place ? place.accountId : null
  const history = useModelState('account', (state) => (accountId === null ? undefined : state.historiesById[accountId]))
  const onUndo = useCallback(() => {
    if (isTyping(document.activeElement)) document.execCommand('undo')
    else if (accountId !== null) void account.getState().undo(accountId)
  }, [account, accountId])
  const onRedo = useCallback(() => {
    if (isTyping(document.activeElement)) document.execCommand('redo')
    else if (accountId !== null) void account.getState().redo(accountId)
  }, [account, accountId])
  if (accountId === null) return { undo: null, redo: null, onUndo, onRedo }
  const { undo, redo } = account.getState()
  return {
    undo: { label: history?.done.at(-1)?.label ?? null, run: () => void undo(accountId) },
    redo: { label: history?.undone.at(-1)?.label ?? null, run: () => void redo(accountId) },
    onUndo,
    onRedo,
  }
}
