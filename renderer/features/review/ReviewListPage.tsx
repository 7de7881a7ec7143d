import { Button } from '@mantine/core'
import { useMemo, useState } from 'react'
import type { AccountRow } from '#shared/domain/account/AccountRow'
import { formatCount } from '#shared/text/format'
import { formatMoment } from '#shared/text/formatDate'
import { EmptyState } from '../../ui/EmptyState'
import { Loading } from '../../ui/Loading'
import { Panel } from '../../ui/Panel'
import classes from './Review.module.css'
import { ReviewBadge } from './ReviewBadge'

interface ReviewListPageProps {
  /** Null until the list was read. */
  readonly rows: readonly AccountRow[] | null
  readonly zone: string
  readonly onOpen: (accountId: string) => void
  readonly onAccounts: () => void
}

const groups = [
  { review: 'waiting', title: 'Wait for a review' },
  { review: 'changesAsked', title: 'Changes asked' },
  { review: 'approved', title: 'Approved' },
] as const

/** More are shown on request: approvals pile up over the years. */
const shownAtFirst = 50

/** Every account that somebody wants looked at, answered from the list alone. */
export function ReviewListPage({ rows, zone, onOpen, onAccounts }: ReviewListPageProps) {
  const reviewed = useMemo(() => (rows ?? []).filter((row) => row.review !== 'none' && !row.isRemoved), [rows])
  if (rows === null) return <Loading what="the reviews" />
  return (
    <div className={classes.page}>
      <header className={classes.head}>
        <h1 className={classes.title}>Review</h1>
      </header>
      {reviewed.length === 0 ? (
        <EmptyState text="A colleague asks for a review on the page of an account. It then stands here, with what changed since the last approval in words.">
          <Button onClick={onAccounts}>Go to Accounts</Button>
        </EmptyState>
      ) : (
        groups.map(({ review, title }) => <Group key={review} title={title} rows={reviewed.filter((row) => row.review === review)} zone={zone} onOpen={onOpen} />)
      )}
    </div>
  )
}

interface GroupProps {
  readonly title: string
  readonly rows: readonly AccountRow[]
  readonly zone: string
  readonly onOpen: (accountId: string) => void
}

function Group({ title, rows, zone, onOpen }: GroupProps) {
  const [isWhole, setWhole] = useState(false)
  if (rows.length === 0) return null
  const newestFirst = [...rows].sort((one, other) => ((one.changedAt ?? '') < (other.changedAt ?? '') ? 1 : -1))
  const shown = isWhole ? newestFirst : newestFirst.slice(0, shownAtFirst)
  return (
    <Panel title={title} count={rows.length}>
      <ul>
        {shown.map((row) => (
          <li key={row.accountId} className={classes.row}>
            <span className={classes.texts}>
              <button type="button" className={classes.name} onClick={() => onOpen(row.accountId)}>
                {row.name.trim() || 'Account without a name'}
              </button>
              <span className={classes.meta}>{facts(row)}</span>
            </span>
            <ReviewBadge review={row.review} />
            <span className={classes.when}>{row.changedAt === null ? '' : `changed ${formatMoment(row.changedAt, zone)}`}</span>
          </li>
        ))}
      </ul>
      {shown.length < rows.length && (
        <div className={classes.body}>
          <Button onClick={() => setWhole(true)}>{`Show all ${rows.length}`}</Button>
        </div>
      )}
    </Panel>
  )
}

function facts({ question, owner, remarksOpen, unknowns, answersOwed, promisesOpen, conflicts }: AccountRow): string {
  return [
    ...[question, owner].map((words) => words.trim()).filter((words) => words !== ''),
    ...(remarksOpen > 0 ? [`${formatCount(remarksOpen, 'remark')} open`] : []),
    ...(unknowns > 0 ? [`${unknowns} not known`] : []),
    ...(answersOwed > 0 ? [`${formatCount(answersOwed, 'answer')} owed`] : []),
    ...(promisesOpen > 0 ? [`${formatCount(promisesOpen, 'promise')} open`] : []),
    ...(conflicts > 0 ? [formatCount(conflicts, 'collision')] : []),
  ].join(' · ')
}
