import { Button, TextInput } from '@mantine/core'
import { IconPlus, IconSearch } from '@tabler/icons-react'
import { useDeferredValue, useMemo, useState } from 'react'
import type { AccountRow } from '#shared/domain/account/AccountRow'
import { formatCount } from '#shared/text/format'
import { EmptyState } from '../../ui/EmptyState'
import { Loading } from '../../ui/Loading'
import { Problem } from '../../ui/Problem'
import { AccountsTable } from './AccountsTable'
import { filterRows } from './filterRows'
import classes from './AccountsPage.module.css'

interface AccountsPageProps {
  readonly rows: readonly AccountRow[] | null
  readonly problem: string | null
  readonly zone: string
  readonly onOpen: (accountId: string) => void
  readonly onNew: () => void
  /** Null where the sample is what is open. */
  readonly onSample: (() => void) | null
}

/** Every account of the workspace, newest change first. */
export function AccountsPage({ rows, problem, zone, onOpen, onNew, onSample }: AccountsPageProps) {
  const [query, setQuery] = useState('')
  const wanted = useDeferredValue(query)
  const found = useMemo(() => filterRows(rows ?? [], wanted), [rows, wanted])
  return (
    <div className={classes.page}>
      <div className={classes.head}>
        <h1 className={classes.title}>Accounts</h1>
        {rows && rows.length > 0 && (
          <TextInput
            className={classes.search}
            aria-label="Find accounts"
            placeholder="Find by name or industry"
            leftSection={<IconSearch size={15} aria-hidden />}
            value={query}
            onChange={(event) => setQuery(event.currentTarget.value)}
          />
        )}
        {rows && rows.length > 0 && (
          <span className={classes.count}>{wanted.trim() === '' ? formatCount(rows.length, 'account') : `${found.length} of ${rows.length}`}</span>
        )}
        <Button variant="filled" className={classes.new} leftSection={<IconPlus size={15} />} onClick={onNew}>
          New account
        </Button>
      </div>
      {problem !== null && <Problem>{problem}</Problem>}
      {rows === null ? (
        problem === null && <Loading what="the accounts" />
      ) : rows.length === 0 ? (
        <EmptyState text="An account holds all you know of one buyer: people, needs, comparisons and the proof for them. It is one file on this laptop.">
          <Button leftSection={<IconPlus size={15} />} onClick={onNew}>
            New account
          </Button>
          {onSample && <Button onClick={onSample}>See the sample</Button>}
        </EmptyState>
      ) : found.length === 0 ? (
        <EmptyState text={`No account has “${wanted.trim()}” in its name or industry.`}>
          <Button onClick={() => setQuery('')}>Show all</Button>
        </EmptyState>
      ) : (
        <AccountsTable rows={found} zone={zone} onOpen={onOpen} />
      )}
    </div>
  )
}
