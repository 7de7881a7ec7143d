import { useEffect, useMemo, useState } from 'react'
import { todayOf } from '#shared/domain/today/todayOf'
import type { CommandAnswer } from '#shared/ipc/contract'
import { TodayPage } from '../features/today/TodayPage'
import { useModel, useModelState } from '../model/ModelContext'
import { zone } from './zone'

type Progress = Extract<CommandAnswer<'account.progress'>, { ok: true }>['value']

/** A meeting that begins or ends moves on by itself. */
const lookEveryMs = 60_000

export function TodayScreen() {
  const { desktop, place, clock } = useModel()
  const rows = useModelState('accounts', (state) => state.rows)
  const today = useModelState('session', (state) => state.today)
  const [moment, setMoment] = useState(() => clock.now())
  const [progress, setProgress] = useState<Progress | null>(null)
  useEffect(() => {
    const timer = setInterval(() => setMoment(clock.now()), lookEveryMs)
    return () => clearInterval(timer)
  }, [clock])
  useEffect(() => {
    let isShown = true
    void desktop.invoke('account.progress', {}).then((answer) => {
      if (isShown && answer.ok) setProgress((known) => known ?? answer.value)
    })
    const stop = desktop.subscribe('account.progress', setProgress)
    return () => {
      isShown = false
      stop()
    }
  }, [desktop])
  const view = useMemo(() => (rows === null ? null : todayOf(rows, moment, today)), [rows, moment, today])
  const { go } = place.getState()
  return (
    <TodayPage
      {...{ view, today, zone, progress }}
      onPath={(accountId) => go({ kind: 'found', accountId })}
      onAccount={(accountId) => go({ kind: 'account', accountId })}
      onAccounts={() => go({ kind: 'accounts' })}
    />
  )
}
