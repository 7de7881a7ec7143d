import { Button, NativeSelect, TextInput } from '@mantine/core'
import { IconFileImport, IconFolderOpen, IconPlus, IconSearch } from '@tabler/icons-react'
import { useDeferredValue, useMemo, useState } from 'react'
import type { AccountRow } from '#shared/domain/account/AccountRow'
import { formatCount, formatNumber } from '#shared/text/format'
import { EmptyState } from '../../ui/EmptyState'
import { Loading } from '../../ui/Loading'
import { Problem } from '../../ui/Problem'
import { accountStatusWords, choicesOf } from '../../ui/words'
import type { RowHandlers } from './RowMenu'
import { AccountsTable } from './AccountsTable'
import { shownRows, type ListFilter, type Sorting } from './shownRows'
import classes from './AccountsPage.module.css'

interface AccountsPageProps {
  readonly rows: readonly AccountRow[] | null
  /** Taken off the list: shown only where they are asked for. */
  readonly offList: readonly AccountRow[]
  readonly problem: string | null
  readonly now: string
  readonly today: string
  readonly zone: string
  readonly handlers: RowHandlers
  readonly onNew: () => void
  readonly onImport: () => void
  readonly onOpenFile: () => void
  /** Null where the sample is what is open. */
  readonly onSample: (() => void) | null
}

/** Every account of the workspace, newest change first until it is sorted otherwise. */
export function AccountsPage({ rows, offList, problem, now, today, zone, handlers, onNew, onImport, onOpenFile, onSample }: AccountsPageProps) {
  const [query, setQuery] = useState('')
  const [wantedFilter, setFilter] = useState<ListFilter>('all')
  const [sorting, setSorting] = useState<Sorting>({ column: 'changed', isDescending: true })
  const wanted = useDeferredValue(query)
  // When the last one was brought back there is nothing off the list to choose any more.
  const filter = wantedFilter === 'offList' && offList.length === 0 ? 'all' : wantedFilter
  const among = filter === 'offList' ? offList : (rows ?? noRows)
  const found = useMemo(() => shownRows(among, { query: wanted, filter, sorting, now }), [among, wanted, filter, sorting, now])
  const hasAny = (rows?.length ?? 0) + offList.length > 0
  const showAll = (): void => {
    setQuery('')
    setFilter('all')
  }
  return (
    <div className={classes.page}>
      <div className={classes.head}>
        <h1 className={classes.title}>Accounts</h1>
        {hasAny && (
          <>
            <TextInput
              className={classes.search}
              aria-label="Find accounts"
              placeholder="Find by name, question, owner"
              leftSection={<IconSearch size={15} aria-hidden />}
              value={query}
              onChange={(event) => setQuery(event.currentTarget.value)}
            />
            <NativeSelect
              className={classes.filter}
              aria-label="Which accounts"
              data={filterChoices(rows ?? noRows, offList)}
              value={filter}
              onChange={(event) => setFilter(event.currentTarget.value as ListFilter)}
            />
            <span className={classes.count} role="status">
              {wanted.trim() === '' ? formatCount(found.length, 'account') : `${formatNumber(found.length)} of ${formatNumber(among.length)}`}
            </span>
          </>
        )}
        <Button className={classes.import} leftSection={<IconFolderOpen size={15} />} onClick={onOpenFile}>
          Open account file
        </Button>
        <Button leftSection={<IconFileImport size={15} />} onClick={onImport}>
          Import from CSV
        </Button>
        <Button variant="filled" leftSection={<IconPlus size={15} />} onClick={onNew}>
          New account
        </Button>
      </div>
      {problem !== null && <Problem>{problem}</Problem>}
      {rows === null ? (
        problem === null && <Loading what="the accounts" />
      ) : !hasAny ? (
        <EmptyState text="An account holds all you know of one buyer: people, needs, comparisons and the proof for them. It is one file on this laptop.">
          <Button leftSection={<IconPlus size={15} />} onClick={onNew}>
            New account
          </Button>
          {onSample && <Button onClick={onSample}>See the sample</Button>}
        </EmptyState>
      ) : found.length === 0 ? (
        <EmptyState text={wanted.trim() === '' ? 'No account is in this list.' : `No account has “${wanted.trim()}” in its name, question, industry or owner.`}>
          <Button onClick={showAll}>Show all</Button>
        </EmptyState>
      ) : (
        <AccountsTable rows={found} {...{ now, today, zone, sorting, handlers }} onSort={setSorting} />
      )}
    </div>
  )
}

const noRows: readonly AccountRow[] = []

function filterChoices(rows: readonly AccountRow[], offList: readonly AccountRow[]): { readonly value: ListFilter; readonly label: string }[] {
  const counted = choicesOf(accountStatusWords).map(({ value, label }) => ({ value, label: `${label} (${formatNumber(rows.filter(({ status }) => status === value).length)})` }))
  return [{ value: 'all', label: 'All on the list' }, ...counted, ...(offList.length === 0 ? [] : [{ value: 'offList' as const, label: `Off the list (${formatNumber(offList.length)})` }])]
}
