import type { Account, Comparison, Meeting } from '#shared/domain/account/Account'
import type { Edit } from '#shared/domain/edit/Edit'
import { inOrder } from '#shared/domain/schema/order'
import { dayIn } from '#shared/text/formatDate'
import type { ReadBackWords } from '#shared/text/path/sayReadBack'
import { setEdits } from '../../../model/actions/entityActions'
import { spliceBetween } from '../../../model/textSplice'

interface Tick {
  readonly account: Account
  readonly comparison: Comparison
  readonly words: ReadBackWords
  /** Who of the buyer ticked it; somebody new becomes a person of the account. */
  readonly name: string
  readonly on: string
  readonly today: string
  readonly zone: string
}

/** What is kept of a read-back: the words as they were ticked, by whom and when, in today's meeting if there is one. */
export function tickEdits({ account, comparison, words, name, on, today, zone }: Tick, newId: () => string): readonly Edit[] {
  const known = inOrder(account.people).find((person) => person.name.trim() === name.trim())
  const personId = known?.id ?? newId()
  const meeting = inOrder(account.meetings).find((candidate) => isOfToday(candidate, comparison.id, today, zone))
  const texts = { decided: words.decided.join('\n'), open: words.open.join('\n'), next: words.next.join('\n') }
  const fields = { comparison: comparison.id, confirmedOn: on, confirmedBy: personId }
  return [
    ...(known ? [] : [{ kind: 'add', in: 'people', id: personId, fields: { name: name.trim() }, before: null } as const]),
    ...(meeting
      ? [...setEdits(`meetings/${meeting.id}`, fields), ...proseEdits(meeting, texts)]
      : [{ kind: 'add', in: 'meetings', id: newId(), fields: { title: `Read-back: ${comparison.title}`.slice(0, longestTitle), ...texts, ...fields }, before: null } as const]),
  ]
}

const longestTitle = 120

function isOfToday({ startsAt, comparison, confirmedOn }: Meeting, comparisonId: string, today: string, zone: string): boolean {
  return confirmedOn === null && startsAt !== null && dayIn(startsAt, zone) === today && (comparison === null || comparison === comparisonId)
}

function proseEdits(meeting: Meeting, texts: { readonly decided: string; readonly open: string; readonly next: string }): readonly Edit[] {
  return (['decided', 'open', 'next'] as const).flatMap((field): readonly Edit[] => {
    const splice = spliceBetween(meeting[field], texts[field])
    return splice ? [{ kind: 'writeText', at: `meetings/${meeting.id}`, field, splice }] : []
  })
}
