import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import type { AccountRow } from '#shared/domain/account/AccountRow'
import { EmptyState } from '../../ui/EmptyState'
import { Panel } from '../../ui/Panel'
import classes from './SyncPages.module.css'

interface CollisionsPageProps {
  /** The accounts with collisions. */
  readonly rows: readonly AccountRow[]
  /** The collisions of one account, for as long as they are shown. */
  readonly collisionsOf: (accountId: string) => ReactNode
  /** How many accounts are opened at once; the rest wait for the button. */
  readonly shown: number
  readonly onMore: () => void
  readonly onOpen: (accountId: string) => void
}

/** Every place over all accounts where somebody has to decide. */
export function CollisionsPage({ rows, collisionsOf, shown, onMore, onOpen }: CollisionsPageProps) {
  const count = rows.reduce((sum, row) => sum + row.conflicts, 0)
  return (
    <div className={classes.page}>
      <header className={classes.head}>
        <h1 className={classes.title}>Different things at once</h1>
      </header>
      {count === 0 ? (
        <EmptyState text="Nothing to decide. Where two colleagues write different things into the same place without knowing of each other, both stay and the place stands here." />
      ) : (
        <p className={classes.lead}>Both are kept until somebody decides. Nothing is blocked, and any choice can be undone.</p>
      )}
      {rows.slice(0, shown).map((row) => (
        <Panel
          key={row.accountId}
          title={row.name.trim() || 'Account without a name'}
          count={row.conflicts}
          actions={<Button onClick={() => onOpen(row.accountId)}>Open account</Button>}
        >
          <div className={classes.inset}>{collisionsOf(row.accountId)}</div>
        </Panel>
      ))}
      {rows.length > shown && (
        <div>
          <Button onClick={onMore}>{`Show ${rows.length - shown} more accounts`}</Button>
        </div>
      )}
    </div>
  )
}
