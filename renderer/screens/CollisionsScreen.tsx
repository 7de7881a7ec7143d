import { useMemo, useState } from 'react'
import { CollisionList } from '../features/sync/CollisionsPanel'
import { CollisionsPage } from '../features/sync/CollisionsPage'
import { useModel, useModelState } from '../model/ModelContext'
import { AccountGate } from './AccountGate'
import { decideCollision } from './collisionDecision'
import { zone } from './zone'

/** Each account shown is opened, which costs. */
const openedAtOnce = 10

export function CollisionsScreen() {
  const model = useModel()
  const rows = useModelState('accounts', (state) => state.rows)
  const collided = useMemo(() => (rows ?? []).filter((row) => row.conflicts > 0), [rows])
  const [shown, setShown] = useState(openedAtOnce)
  return (
    <CollisionsPage
      rows={collided}
      shown={shown}
      onMore={() => setShown((before) => before + openedAtOnce)}
      onOpen={(accountId) => model.place.getState().go({ kind: 'account', accountId })}
      collisionsOf={(accountId) => (
        <AccountGate accountId={accountId}>
          {({ conflicts }) => (
            <CollisionList collisions={conflicts} zone={zone} onDecide={(collision, value) => decideCollision(model, accountId, collision, value)} />
          )}
        </AccountGate>
      )}
    />
  )
}
