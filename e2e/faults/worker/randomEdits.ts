import type { Ids } from '#shared/base/Ids'
import type { Account } from '#shared/domain/account/Account'
import type { Edit } from '#shared/domain/edit/Edit'

export interface RandomEdit {
  readonly edits: readonly Edit[]
  readonly personId?: string
}

/** What a member may do next to an account, chosen by `random` (0 ≤ x < 1). Every written text is another one. */
export function randomEdit(account: Account, ids: Ids, random: () => number): RandomEdit {
  const people = Object.values(account.people).filter((person) => person.deletedAt === null)
  const person = people[Math.floor(random() * people.length)]
  const text = ids.next()
  const luck = random()
  if (luck < 0.35 || !person) {
    const personId = ids.next()
    return { edits: [{ kind: 'add', in: 'people', id: personId, fields: { name: `Person ${text}` }, before: null }], personId }
  }
  if (luck < 0.6) return { edits: [{ kind: 'set', at: `people/${person.id}`, field: 'name', value: `Renamed ${text}` }] }
  if (luck < 0.8) return { edits: [{ kind: 'set', at: 'profile', field: 'industry', value: text }] }
  if (luck < 0.84) return { edits: [{ kind: 'writeText', at: 'profile', field: 'notes', splice: { index: 0, remove: 0, insert: `${text}\n` } }] }
  if (luck < 0.9) return { edits: [{ kind: 'remove', at: `people/${person.id}` }] }
  if (luck < 0.95) return { edits: [{ kind: 'move', at: `people/${person.id}`, before: people[0] && people[0].id !== person.id ? people[0].id : null }] }
  return {
    edits: [
      { kind: 'set', at: 'profile', field: 'currency', value: ['EUR', 'USD', 'CHF'][Math.floor(random() * 3)] ?? 'EUR' },
      { kind: 'set', at: 'profile', field: 'industry', value: text },
    ],
  }
}
