import type { Ids } from '#shared/base/Ids'
import type { Edit } from '#shared/domain/edit/Edit'
import type { Scalar } from '#shared/domain/schema/fields'
import type { SendEdits } from '../account/SendEdits'
import type { MessagesState } from '../createMessagesStore'
import { mergeTyping, spliceBetween } from '../textSplice'

type Fields = { readonly [field: string]: Scalar }

/** Long prose of a form: as the form found it, as it was left, and as it is now. */
export interface ProseChange {
  readonly field: string
  readonly opened: string
  readonly typed: string
  readonly present: string
}

/** What can be done to the lists of an account, each one undo step with a name. */
export function entityActions(send: SendEdits, ids: Ids, say: MessagesState['say']) {
  const restore = (at: string, name: string): boolean => send([{ kind: 'restore', at }], { label: `brought back ${name}` })
  return {
    send,
    newId: () => ids.next(),
    /** The id of the new entry, or null where it was refused. */
    add: (collection: string, fields: Fields, label: string): string | null => {
      const id = ids.next()
      return send([{ kind: 'add', in: collection, id, fields, before: null }], { label }) ? id : null
    },
    /** `fields`: only what was changed. */
    change: (at: string, fields: Fields, label: string, prose: readonly ProseChange[] = []): boolean =>
      send([...setEdits(at, fields), ...prose.flatMap((change) => proseEdits(at, change))], { label }),
    /** Typed with pauses, undone as one. */
    write: (at: string, field: string, value: string, label: string): boolean =>
      send([{ kind: 'set', at, field, value }], { label, mergeKey: `${at} ${field}` }),
    writeProse: (at: string, field: string, present: string, text: string, label: string): boolean => {
      const splice = spliceBetween(present, text)
      return splice === null || send([{ kind: 'writeText', at, field, splice }], { label, mergeKey: `${at} ${field}` })
    },
    move: (at: string, before: string | null, label: string): boolean => send([{ kind: 'move', at, before }], { label }),
    /** Without asking; a message offers to bring it back. */
    remove: (at: string, name: string): void => {
      if (send([{ kind: 'remove', at }], { label: `removed ${name}` }))
        say(`Removed ${name}`, { action: { label: 'Undo', run: () => restore(at, name) } })
    },
  }
}

export type EntityActions = ReturnType<typeof entityActions>

export function setEdits(at: string, fields: Fields): readonly Edit[] {
  return Object.entries(fields).map(([field, value]) => ({ kind: 'set', at, field, value }))
}

/** On top of what a colleague may have written since the form was opened. */
function proseEdits(at: string, { field, opened, typed, present }: ProseChange): readonly Edit[] {
  const splice = spliceBetween(present, mergeTyping(opened, typed, present))
  return splice === null || opened === typed ? [] : [{ kind: 'writeText', at, field, splice }]
}
