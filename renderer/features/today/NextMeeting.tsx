import { Button } from '@mantine/core'
import { IconArrowRight, IconDeviceLaptop } from '@tabler/icons-react'
import type { MeetingOfAccount } from '#shared/domain/today/todayOf'
import { sayMeetingTime, sayReadiness } from '#shared/text/today/todayWords'
import classes from './NextMeeting.module.css'

interface NextMeetingProps {
  readonly meeting: MeetingOfAccount
  readonly today: string
  readonly zone: string
  readonly progress: { readonly upToDate: number; readonly total: number } | null
  readonly onPath: () => void
  readonly onAccount: () => void
}

/** The next meeting as one card: when, with whom, is everything here, and what is still open. */
export function NextMeeting({ meeting, today, zone, progress, onPath, onAccount }: NextMeetingProps) {
  const { row } = meeting
  const isReading = progress !== null && progress.upToDate < progress.total
  return (
    <section className={classes.card} aria-label="Next meeting">
      <p className={classes.when}>{sayMeetingTime(meeting.startsAt, today, zone)}</p>
      <h2 className={classes.title}>{meeting.title || 'Meeting'}</h2>
      <p className={classes.account}>
        <button type="button" className={classes.link} onClick={onAccount}>
          {row.name.trim() || 'Account without a name'}
        </button>
        {row.question !== '' && <span className={classes.question}>{row.question}</span>}
      </p>
      <p className={classes.ready}>
        <IconDeviceLaptop size={16} aria-hidden />
        {isReading ? `Still reading what colleagues sent: ${progress.upToDate} of ${progress.total} accounts` : 'Everything is on this laptop'}
      </p>
      <ul className={classes.open}>
        {sayReadiness(row).map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
      <Button variant="filled" size="md" rightSection={<IconArrowRight size={16} />} onClick={onPath}>
        Open the path
      </Button>
    </section>
  )
}
