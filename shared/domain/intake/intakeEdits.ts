import type { Ids } from '../../base/Ids'
import type { Account } from '../account/Account'
import { accountSchema } from '../account/accountSchema'
import type { Edit } from '../edit/Edit'
import { inOrder } from '../schema/order'
import type { PlannedAccount } from './planIntake'

/** What a list adds to an account: profile fields that are empty there, and people it does not have. Empty where there is nothing new. */
export function intakeEdits(account: Account, planned: PlannedAccount, ids: Ids): readonly Edit[] {
  const edits: Edit[] = []
  for (const field of profileFields) {
    const value = planned.profile[field].slice(0, accountSchema.profile.entity.fields[field].maxLength)
    if (value !== '' && account.profile[field] === '') edits.push({ kind: 'set', at: 'profile', field, value })
  }
  const { notes } = planned.profile
  if (notes !== '' && account.profile.notes === '') {
    edits.push({ kind: 'writeText', at: 'profile', field: 'notes', splice: { index: 0, remove: 0, insert: notes.slice(0, accountSchema.profile.entity.fields.notes.maxLength) } })
  }
  const present = inOrder(account.people)
  for (const person of planned.people) {
    const isPresent = present.some((other) => (person.mail === '' ? other.name.trim().toLowerCase() === person.name.toLowerCase() : other.mail.trim().toLowerCase() === person.mail))
    if (isPresent) continue
    const fields = Object.fromEntries(personFields.map((field) => [field, person[field].slice(0, accountSchema.people.entity.fields[field].maxLength)]))
    edits.push({ kind: 'add', in: 'people', id: ids.next(), fields, before: null })
  }
  return edits.slice(0, editsInOneCall)
}

const personFields = ['name', 'title', 'mail', 'phone'] as const
const profileFields = ['industry', 'domain', 'size', 'owner'] as const
/** One call is one step of undo; a buyer with more people than this is no list of contacts any more. */
const editsInOneCall = 500
