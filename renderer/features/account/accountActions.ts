import type { Ids } from '#shared/base/Ids'
import type { Person, Profile } from '#shared/domain/account/Account'
import { newComparisonEdits } from '#shared/domain/comparison/newComparisonEdits'
import type { Edit } from '#shared/domain/edit/Edit'
import type { Scalar } from '#shared/domain/schema/fields'
import { fixedOptionNames } from '#shared/text/brief/fixedOptionNames'
import type { EditOptions } from '../../model/account/AccountState'
import type { TextSplice } from '../../model/textSplice'

type SendEdits = (edits: readonly Edit[], options: EditOptions) => boolean
export type PersonFields = Pick<Person, 'name' | 'title' | 'mail' | 'phone' | 'buyingRole' | 'needsToKnow'>

/** Everything that can be done on the page of an account, each one undo step with a name. */
export function createAccountActions(send: SendEdits, ids: Ids) {
  const setAll = (at: string, fields: { readonly [name: string]: Scalar }): readonly Edit[] =>
    Object.entries(fields).map(([field, value]) => ({ kind: 'set', at, field, value }))
  /** `fields`: all of a new entity, of one that is there only what was changed. */
  const save = (collection: 'people', id: string | null, fields: { readonly [name: string]: Scalar }, label: string): boolean =>
    id === null
      ? send([{ kind: 'add', in: collection, id: ids.next(), fields, before: null }], { label: `new ${label}` })
      : send(setAll(`${collection}/${id}`, fields), { label })
  return {
    setProfile: (field: keyof Profile, value: Scalar) =>
      send([{ kind: 'set', at: 'profile', field, value }], { label: `account ${field}`, mergeKey: `profile ${field}` }),
    writeNotes: (splice: TextSplice) =>
      send([{ kind: 'writeText', at: 'profile', field: 'notes', splice }], { label: 'account notes', mergeKey: 'profile notes' }),
    savePerson: (id: string | null, fields: Partial<PersonFields>) => save('people', id, { ...fields }, 'person'),
    park: (reason: string) => send(setAll('profile', { status: 'parked', parkedReason: reason }), { label: 'parked account' }),
    unpark: (status: string) => send(setAll('profile', { status, parkedReason: '' }), { label: 'account taken up again' }),
    /** The id of the new comparison, or null where it was refused. */
    addComparison: (title: string, question: string, currency: string): string | null => {
      const { comparisonId, edits } = newComparisonEdits(ids, { title, question, currency, fixedNames: fixedOptionNames })
      return send(edits, { label: 'new comparison' }) ? comparisonId : null
    },
  }
}

export type AccountActions = ReturnType<typeof createAccountActions>
