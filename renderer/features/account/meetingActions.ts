import type { Meeting } from '#shared/domain/account/Account'
import type { Edit } from '#shared/domain/edit/Edit'
import { setEdits, type EntityActions } from '../../model/actions/entityActions'
import { changedFields } from '../../model/changedFields'
import { mergeTyping, spliceBetween } from '../../model/textSplice'
import type { MeetingForm } from './MeetingDialog'

/** Saves a meeting as one step: what was changed, who comes, and the aims on top of what a colleague wrote. */
export function saveMeeting(actions: EntityActions, meeting: Meeting | null, zone: string, opened: MeetingForm, saved: MeetingForm): boolean {
  const id = meeting?.id ?? actions.newId()
  const at = `meetings/${id}`
  const { attends, aims, title, startsAt, place } = saved
  const fields = { title, startsAt, place }
  const own: readonly Edit[] = meeting
    ? [...setEdits(at, changedFields({ title: opened.title, startsAt: opened.startsAt, place: opened.place }, fields)), ...aimEdits(at, opened.aims, aims, meeting.aims)]
    : [{ kind: 'add', in: 'meetings', id, fields: { ...fields, aims, zone }, before: null }]
  const people = [...new Set([...opened.attends, ...attends])].filter((person) => opened.attends.includes(person) !== attends.includes(person))
  const comes = people.map((key): Edit => ({ kind: 'set', at, field: 'attends', key, value: attends.includes(key) }))
  return actions.send([...own, ...comes], { label: meeting ? 'meeting' : 'new meeting' })
}

function aimEdits(at: string, opened: string, typed: string, present: string): readonly Edit[] {
  const splice = opened === typed ? null : spliceBetween(present, mergeTyping(opened, typed, present))
  return splice ? [{ kind: 'writeText', at, field: 'aims', splice }] : []
}
