import { ActionIcon, Button } from '@mantine/core'
import { IconCheck, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react'
import type { Account, Meeting } from '#shared/domain/account/Account'
import { formatList } from '#shared/text/format'
import { dayIn, formatDay, formatDayDistance, formatMoment } from '#shared/text/formatDate'
import { EmptyState } from '../../ui/EmptyState'
import list from '../../ui/List.module.css'
import { Panel } from '../../ui/Panel'

interface MeetingsPanelProps {
  readonly meetings: readonly Meeting[]
  readonly people: Account['people']
  readonly today: string
  readonly zone: string
  readonly onAdd: () => void
  readonly onEdit: (meetingId: string) => void
  readonly onRemove: (meeting: Meeting) => void
}

/** When both sides meet: what comes next first, then what was. */
export function MeetingsPanel({ meetings, people, today, zone, onAdd, onEdit, onRemove }: MeetingsPanelProps) {
  const { coming, past } = inTime(meetings, today, zone)
  return (
    <Panel
      title="Meetings"
      count={meetings.length}
      actions={
        <Button leftSection={<IconPlus size={15} />} onClick={onAdd}>
          Add meeting
        </Button>
      }
    >
      {meetings.length === 0 && <EmptyState text="When do you meet next? Everything that is prepared here is on this laptop, also without a network." />}
      <ul hidden={meetings.length === 0} aria-label="Meetings">
        {[...coming, ...past].map((meeting) => (
          <li key={meeting.id} className={list.item}>
            <div className={list.texts}>
              <p className={list.strong}>
                {meeting === coming[0] && 'Next: '}
                {meeting.title.trim() || 'Meeting'}
              </p>
              <p className={list.meta}>
                {meeting.startsAt !== null && (
                  <span>
                    {formatMoment(meeting.startsAt, zone)} ({formatDayDistance(dayIn(meeting.startsAt, zone), today)})
                  </span>
                )}
                {meeting.place.trim() !== '' && <span>{meeting.place}</span>}
                {whoComes(meeting, people) !== '' && <span>{whoComes(meeting, people)}</span>}
                {meeting.confirmedOn !== null && (
                  <span className={list.ok}>
                    <IconCheck size={13} aria-hidden /> read back and ticked {formatDay(meeting.confirmedOn)}
                  </span>
                )}
              </p>
            </div>
            <div className={list.actions}>
              <ActionIcon aria-label={`Edit meeting: ${meeting.title}`} onClick={() => onEdit(meeting.id)}>
                <IconPencil size={15} />
              </ActionIcon>
              <ActionIcon aria-label={`Remove meeting: ${meeting.title}`} onClick={() => onRemove(meeting)}>
                <IconTrash size={15} />
              </ActionIcon>
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function whoComes({ attends }: Meeting, people: Account['people']): string {
  return formatList(Object.entries(attends).flatMap(([id, comes]) => (comes && people[id]?.deletedAt === null ? [people[id].name] : [])))
}

/** Those of today are still coming; the soonest first, of the others the latest. */
function inTime(meetings: readonly Meeting[], today: string, zone: string): { readonly coming: readonly Meeting[]; readonly past: readonly Meeting[] } {
  const isComing = ({ startsAt, confirmedOn }: Meeting): boolean => confirmedOn === null && startsAt !== null && dayIn(startsAt, zone) >= today
  const when = ({ startsAt, confirmedOn }: Meeting): string => startsAt ?? confirmedOn ?? ''
  const byTime = [...meetings].sort((one, other) => (when(one) < when(other) ? -1 : 1))
  return { coming: byTime.filter(isComing), past: byTime.filter((meeting) => !isComing(meeting)).reverse() }
}
