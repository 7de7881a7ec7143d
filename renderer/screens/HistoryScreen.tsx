import { useCallback, useEffect, useState } from 'react'
import type { HistoryRow } from '#shared/ipc/contract'
import { HistoryPage } from '../features/sync/HistoryPage'
import type { OpenAccount } from '../model/account/OpenAccount'
import { useModel } from '../model/ModelContext'
import { zone } from './zone'

const pageSize = 50

interface Shown {
  readonly rows: readonly HistoryRow[]
  readonly next: string | null
}

/** What was done to an account; read again from the top when it changes. */
export function HistoryScreen({ accountId, open: { account, confirmed } }: { readonly accountId: string; readonly open: OpenAccount }) {
  const { desktop, place } = useModel()
  const [shown, setShown] = useState<Shown | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)

  const ask = useCallback(
    async (before: string | null): Promise<Shown | null> => {
      const answer = await desktop.invoke('account.history', { accountId, before, limit: pageSize })
      setProblem(answer.ok ? null : answer.error.message)
      return answer.ok ? answer.value : null
    },
    [desktop, accountId],
  )
  useEffect(() => {
    let isShown = true
    const readTop = async (): Promise<void> => {
      const top = await ask(null)
      if (isShown && top) setShown(top)
    }
    void readTop()
    return () => {
      isShown = false
    }
  }, [ask, confirmed.revision])
  const more = async (): Promise<void> => {
    if (!shown?.next) return
    setBusy(true)
    const page = await ask(shown.next)
    setBusy(false)
    // Read again from the top meanwhile: the page asked for belongs behind another one.
    if (page) setShown((now) => (now === shown ? { rows: [...now.rows, ...page.rows], next: page.next } : now))
  }
  return (
    <HistoryPage
      name={account.profile.name.trim() || 'an account without a name'}
      rows={shown?.rows ?? null}
      hasMore={shown?.next !== null && shown !== null}
      {...{ isBusy, problem, zone }}
      onMore={() => void more()}
      onAccount={() => place.getState().go({ kind: 'account', accountId })}
    />
  )
}
