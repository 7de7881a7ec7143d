import { Button } from '@mantine/core'
import { useMemo } from 'react'
import type { HistoryRow } from '#shared/ipc/contract'
import { dayIn, formatDayLong, formatTime } from '#shared/text/formatDate'
import { sayMore } from '#shared/text/history/sayHistory'
import { EmptyState } from '../../ui/EmptyState'
import { Loading } from '../../ui/Loading'
import { Problem } from '../../ui/Problem'
import classes from './SyncPages.module.css'

interface HistoryPageProps {
  readonly name: string
  /** Newest first; null until the first answer. */
  readonly rows: readonly HistoryRow[] | null
  readonly hasMore: boolean
  readonly isBusy: boolean
  readonly problem: string | null
  readonly zone: string
  readonly onMore: () => void
  readonly onAccount: () => void
}

/** What was done to an account, by whom and when, day by day. */
export function HistoryPage({ name, rows, hasMore, isBusy, problem, zone, onMore, onAccount }: HistoryPageProps) {
  const days = useMemo(() => byDay(rows ?? [], zone), [rows, zone])
  return (
    <div className={classes.page}>
      <header className={classes.head}>
        <h1 className={classes.title}>History of {name}</h1>
        <Button className={classes.end} onClick={onAccount}>
          Open the account
        </Button>
      </header>
      {problem !== null && <Problem>{problem}</Problem>}
      {rows === null && problem === null && <Loading what="the history" />}
      {rows?.length === 0 && <EmptyState text="Nothing was done here yet. Every change will stand here, with who made it." />}
      {days.map(({ day, rows: own }) => (
        <section key={day} aria-label={day === '' ? 'Day not known' : formatDayLong(day)}>
          <h2 className={classes.day}>{day === '' ? 'Day not known' : formatDayLong(day)}</h2>
          <ul>
            {own.map((row) => (
              <li key={row.id} className={classes.entry}>
                <p className={classes.when}>{signature(row, zone)}</p>
                <ul className={classes.sentences}>
                  {row.sentences.map((sentence, index) => (
                    <li key={`${index} ${sentence}`}>{sentence}</li>
                  ))}
                  {row.more > 0 && <li className={classes.quiet}>{sayMore(row.more)}</li>}
                </ul>
              </li>
            ))}
          </ul>
        </section>
      ))}
      {hasMore && (
        <div>
          <Button disabled={isBusy} onClick={onMore}>
            Show what was before
          </Button>
        </div>
      )}
    </div>
  )
}

function byDay(rows: readonly HistoryRow[], zone: string): readonly { readonly day: string; readonly rows: readonly HistoryRow[] }[] {
  const days: { readonly day: string; readonly rows: HistoryRow[] }[] = []
  for (const row of rows) {
    const day = row.at === null ? '' : dayIn(row.at, zone)
    const last = days.at(-1)
    if (last?.day === day) last.rows.push(row)
    else days.push({ day, rows: [row] })
  }
  return days
}

const doneBy: { readonly [Kind in HistoryRow['kind']]: string } = { edited: '', settled: ' decided between two values', joined: ' brought work together' }

function signature({ kind, at, since, by }: HistoryRow, zone: string): string {
  const times = at === null ? '' : since === null || formatTime(since, zone) === formatTime(at, zone) ? formatTime(at, zone) : `${formatTime(since, zone)}–${formatTime(at, zone)}`
  return [times, `${by ?? 'Somebody'}${doneBy[kind]}`].filter((part) => part !== '').join(' · ')
}
