import { useCallback, useEffect, useMemo } from 'react'
import { isDialogOpen } from '../features/shell/useShortcuts'
import type { CommandSet } from '../model/createCommandsStore'
import { useCommands, useModel } from '../model/ModelContext'

/** Hands the window to the buyer: by F5, by the command box and by whatever calls the answer. Null without a comparison. */
export function useShowToBuyer(accountId: string, comparisonId: string | null): (() => void) | null {
  const { account, desktop, messages } = useModel()
  const show = useCallback(async (): Promise<void> => {
    if (comparisonId === null) return
    const { say } = messages.getState()
    // What the disk refused lives in this page alone, and the page goes.
    if (account.getState().saving.kind === 'failed') return say('Something is not saved yet. Save it first, then show the comparison.', { tone: 'problem' })
    const shown = await desktop.invoke('buyer.show', { accountId, comparisonId })
    if (!shown.ok) say(shown.error.message, { tone: 'problem' })
  }, [account, desktop, messages, accountId, comparisonId])
  const run = useCallback(() => void show(), [show])
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'F5' || event.ctrlKey || event.metaKey || event.altKey || isDialogOpen()) return
      event.preventDefault()
      run()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [run])
  const set = useMemo(
    (): CommandSet => ({
      commands: comparisonId === null ? [] : [{ id: 'show-to-buyer', section: 'This comparison', title: 'Show to buyer', keys: 'F5', words: ['present', 'full screen'], run }],
    }),
    [comparisonId, run],
  )
  useCommands('showToBuyer', set)
  return comparisonId === null ? null : run
}
