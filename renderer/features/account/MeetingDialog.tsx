import { Button, Checkbox, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Meeting, Person } from '#shared/domain/account/Account'
import { dayIn, formatTime } from '#shared/text/formatDate'
import { Dialog } from '../../ui/Dialog'
import form from '../../ui/Form.module.css'
import { Internal } from '../../ui/Internal'

export interface MeetingForm {
  readonly title: string
  readonly startsAt: string | null
  readonly place: string
  readonly aims: string
  /** Ids of the people of the buyer who come. */
  readonly attends: readonly string[]
}

interface MeetingDialogProps {
  /** Null for a new one. */
  readonly meeting: Meeting | null
  readonly people: readonly Person[]
  readonly today: string
  readonly zone: string
  readonly onSave: (opened: MeetingForm, saved: MeetingForm) => void
  readonly onClose: () => void
}

/** When both sides meet, where, and who comes. */
export function MeetingDialog({ meeting, people, today, zone, onSave, onClose }: MeetingDialogProps) {
  const [opened] = useState<MeetingForm>({
    title: meeting?.title ?? '',
    startsAt: meeting?.startsAt ?? null,
    place: meeting?.place ?? '',
    aims: meeting?.aims ?? '',
    attends: people.filter(({ id }) => meeting?.attends[id] === true).map(({ id }) => id),
  })
  const [draft, setDraft] = useState({
    ...opened,
    day: opened.startsAt === null ? (meeting ? '' : today) : dayIn(opened.startsAt, zone),
    time: opened.startsAt === null ? (meeting ? '' : '10:00') : formatTime(opened.startsAt, zone),
  })
  const [problem, setProblem] = useState<string | null>(null)
  const change = (part: Partial<typeof draft>): void => setDraft((before) => ({ ...before, ...part }))
  const submit = (): void => {
    if (draft.title.trim() === '') return setProblem('Give it a title, for example “First meeting”.')
    const { day, time, ...fields } = draft
    onSave(opened, { ...fields, title: draft.title.trim(), startsAt: startOf(day, time) })
    onClose()
  }
  return (
    <Dialog
      title={meeting ? 'Edit meeting' : 'New meeting'}
      width={560}
      onClose={onClose}
      onSubmit={submit}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="filled">
            {meeting ? 'Save' : 'Add meeting'}
          </Button>
        </>
      }
    >
      <div className={form.fields}>
        <TextInput
          label="Title"
          data-autofocus
          maxLength={120}
          value={draft.title}
          error={problem}
          onChange={(event) => change({ title: event.currentTarget.value })}
        />
        <div className={form.triple}>
          <TextInput type="date" label="Day" value={draft.day} onChange={(event) => change({ day: event.currentTarget.value })} />
          <TextInput type="time" label="Time" value={draft.time} onChange={(event) => change({ time: event.currentTarget.value })} />
          <TextInput label="Place" maxLength={400} value={draft.place} onChange={(event) => change({ place: event.currentTarget.value })} />
        </div>
        {people.length > 0 && (
          <fieldset className={form.group}>
            <legend className={form.legend}>Who comes</legend>
            <div className={form.radios}>
              {people.map(({ id, name }) => (
                <Checkbox
                  key={id}
                  label={name.trim() || 'Person without a name'}
                  checked={draft.attends.includes(id)}
                  onChange={(event) =>
                    change({ attends: event.currentTarget.checked ? [...draft.attends, id] : draft.attends.filter((other) => other !== id) })
                  }
                />
              ))}
            </div>
          </fieldset>
        )}
        <Internal>
          <Textarea label="What we want to find out" maxLength={20_000} value={draft.aims} onChange={(event) => change({ aims: event.currentTarget.value })} />
        </Internal>
      </div>
    </Dialog>
  )
}

/** The moment a wall clock of this laptop means; null without a day. */
function startOf(day: string, time: string): string | null {
  if (day === '') return null
  const start = new Date(`${day}T${time === '' ? '00:00' : time}`)
  return Number.isNaN(start.getTime()) ? null : start.toISOString()
}
