import { useEffect, useState } from 'react'
import type { SyncHealth } from '#shared/ipc/contract'
import { HealthPage } from '../features/sync/HealthPage'
import { useModel, useModelState } from '../model/ModelContext'
import { Loading } from '../ui/Loading'
import { Problem } from '../ui/Problem'
import { zone } from './zone'

/** Asked again whenever the exchange says that it is elsewhere. */
export function HealthScreen() {
  const { desktop, place, sync } = useModel()
  const status = useModelState('sync', (state) => state.status)
  const isBusy = useModelState('sync', (state) => state.isBusy)
  const syncProblem = useModelState('sync', (state) => state.problem)
  const conflicts = useModelState('accounts', (state) => (state.rows ?? []).reduce((sum, row) => sum + row.conflicts, 0))
  const [health, setHealth] = useState<SyncHealth | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  useEffect(() => {
    let isShown = true
    void desktop.invoke('sync.health', {}).then((answer) => {
      if (!isShown) return
      setProblem(answer.ok ? null : answer.error.message)
      if (answer.ok) setHealth(answer.value)
    })
    return () => {
      isShown = false
    }
  }, [desktop, status])
  const { go } = place.getState()
  if (health === null) return problem === null ? <Loading what="the exchange with the team" /> : <Problem>{problem}</Problem>
  return (
    <HealthPage
      {...{ health, conflicts, isBusy, zone }}
      problem={problem ?? syncProblem}
      onSyncNow={() => void sync.getState().syncNow()}
      onCollisions={() => go({ kind: 'collisions' })}
      onSettings={() => go({ kind: 'settings' })}
    />
  )
}
