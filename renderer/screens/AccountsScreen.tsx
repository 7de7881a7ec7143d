import { useEffect, useMemo, useState } from 'react'
import type { AccountRow } from '#shared/domain/account/AccountRow'
import { ParkDialog } from '../features/account/ParkDialog'
import type { RowHandlers } from '../features/accounts/RowMenu'
import { AccountsPage } from '../features/accounts/AccountsPage'
import { EditAccountDialog } from '../features/accounts/EditAccountDialog'
import { listActions } from '../model/actions/listActions'
import { useModel, useModelState } from '../model/ModelContext'
import { zone } from './zone'

type Asked = { readonly kind: 'edit' | 'park'; readonly row: AccountRow } | null

/** A meeting that begins is no longer the next one. */
const lookEveryMs = 60_000

export function AccountsScreen({ onNew }: { readonly onNew: () => void }) {
  const model = useModel()
  const { place, session, clock, intake, accountFile } = model
  const isSample = useModelState('session', (state) => state.workspace?.isSample ?? false)
  const today = useModelState('session', (state) => state.today)
  const rows = useModelState('accounts', (state) => state.rows)
  const offList = useModelState('accounts', (state) => state.offList)
  const problem = useModelState('accounts', (state) => state.problem)
  const [asked, setAsked] = useState<Asked>(null)
  const [now, setNow] = useState(() => clock.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(clock.now()), lookEveryMs)
    return () => clearInterval(timer)
  }, [clock])
  const actions = useMemo(() => listActions(model), [model])
  const handlers = useMemo(
    (): RowHandlers => ({
      onOpen: (accountId) => place.getState().go({ kind: 'account', accountId }),
      onEdit: (row) => setAsked({ kind: 'edit', row }),
      onPark: (row) => setAsked({ kind: 'park', row }),
      onUnpark: (row) => void actions.unpark(row),
      onTakeOff: (row) => void actions.takeOff(row),
      onBringBack: (row) => void actions.bringBack(row),
    }),
    [place, actions],
  )
  const close = (): void => setAsked(null)
  return (
    <>
      <AccountsPage
        {...{ rows, offList, problem, now, today, zone, handlers, onNew }}
        onImport={() => void intake.getState().choose()}
        onOpenFile={() => void accountFile.getState().choose()}
        onSample={isSample ? null : () => void session.getState().openSample()}
      />
      {asked?.kind === 'edit' && <EditAccountDialog row={asked.row} onSave={(fields) => void actions.edit(asked.row, fields)} onClose={close} />}
      {asked?.kind === 'park' && <ParkDialog onPark={(reason) => void actions.park(asked.row, reason)} onClose={close} />}
    </>
  )
}
