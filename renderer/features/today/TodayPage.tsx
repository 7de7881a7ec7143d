import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import type { AccountRow } from '#shared/domain/account/AccountRow'
import type { MeetingOfAccount, Today } from '#shared/domain/today/todayOf'
import { formatDayLong } from '#shared/text/formatDate'
import { sayDue, sayMeetingTime, sayOwed } from '#shared/text/today/todayWords'
import { EmptyState } from '../../ui/EmptyState'
import { Loading } from '../../ui/Loading'
import { Panel } from '../../ui/Panel'
import { NextMeeting } from './NextMeeting'
import classes from './TodayPage.module.css'

interface TodayPageProps {
  /** Null until the list was read. */
  readonly view: Today | null
  readonly today: string
  readonly zone: string
  /** Accounts that are as the workspace has them, and all of them. */
  readonly progress: { readonly upToDate: number; readonly total: number } | null
  readonly onPath: (accountId: string) => void
  readonly onAccount: (accountId: string) => void
  readonly onAccounts: () => void
}

/** What is next, what is owed, and what waits for an answer. */
export function TodayPage({ view, today, zone, progress, onPath, onAccount, onAccounts }: TodayPageProps) {
  if (view === null) return <Loading what="today" />
  const { next, later, notReadBack, due, asked, collided } = view
  const isQuiet = later.length + notReadBack.length + due.length + asked.length + collided.length === 0
  const meeting = (item: MeetingOfAccount): ReactNode => (
    <Line key={item.meetingId} row={item.row} onOpen={onAccount} what={item.title || 'Meeting'} when={sayMeetingTime(item.startsAt, today, zone)} />
  )
  return (
    <div className={classes.page}>
      <h1 className={classes.title}>
        Today <span className={classes.day}>{formatDayLong(today)}</span>
      </h1>
      {next ? (
        <NextMeeting meeting={next} today={today} zone={zone} progress={progress} onPath={() => onPath(next.row.accountId)} onAccount={() => onAccount(next.row.accountId)} />
      ) : (
        <EmptyState text="No meeting is planned. A meeting is planned on the page of its account; the next one then stands here, with what is still open before it.">
          <Button onClick={onAccounts}>Go to Accounts</Button>
        </EmptyState>
      )}
      <div className={classes.columns}>
        {due.length > 0 && (
          <Panel title="Promised by us" count={due.length}>
            {due.map((row) => {
              const { words, isLate } = sayDue(row.nextDueOn ?? '', today)
              return <Line key={row.accountId} row={row} onOpen={onAccount} what={sayOwed(row)} when={words} isPressing={isLate} />
            })}
          </Panel>
        )}
        {asked.length + collided.length > 0 && (
          <Panel title="Waits for you" count={asked.length + collided.length}>
            {asked.map((row) => (
              <Line key={`asked ${row.accountId}`} row={row} onOpen={onAccount} what="A colleague reviewed it and left remarks" when={remarks(row)} />
            ))}
            {collided.map((row) => (
              <Line key={`collided ${row.accountId}`} row={row} onOpen={onAccount} what="Colleagues wrote different things" when={row.conflicts === 1 ? '1 place' : `${row.conflicts} places`} />
            ))}
          </Panel>
        )}
        {notReadBack.length > 0 && (
          <Panel title="Not read back yet" count={notReadBack.length}>
            {notReadBack.map(meeting)}
          </Panel>
        )}
        {later.length > 0 && (
          <Panel title="Later meetings" count={later.length}>
            {later.slice(0, laterShown).map(meeting)}
          </Panel>
        )}
      </div>
      {isQuiet && <p className={classes.quiet}>Nothing is late, and nobody waits for an answer.</p>}
    </div>
  )
}

/** Today is no calendar. */
const laterShown = 8

function remarks({ remarksOpen }: AccountRow): string {
  if (remarksOpen === 0) return 'changes asked'
  return remarksOpen === 1 ? '1 remark' : `${remarksOpen} remarks`
}

interface LineProps {
  readonly row: AccountRow
  readonly what: string
  readonly when: string
  readonly isPressing?: boolean
  readonly onOpen: (accountId: string) => void
}

function Line({ row, what, when, isPressing = false, onOpen }: LineProps) {
  return (
    <button type="button" className={classes.line} onClick={() => onOpen(row.accountId)}>
      <span className={classes.texts}>
        <span className={classes.name}>{row.name.trim() || 'Account without a name'}</span>
        <span className={classes.what}>{what}</span>
      </span>
      <span className={isPressing ? classes.late : classes.when}>{when}</span>
    </button>
  )
}
