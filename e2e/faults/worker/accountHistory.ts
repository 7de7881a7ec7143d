import { getAllChanges, decodeChange, getHeads, load } from '@automerge/automerge'
import { documentOfAccountFile } from '../../readAccountFile'

/** What an account file says of its past, read by the format page alone. */
export interface AccountHistory {
  readonly heads: readonly string[]
  readonly editIds: readonly string[]
}

export function readAccountHistory(bytes: Buffer): AccountHistory {
  const document = load(documentOfAccountFile(bytes))
  const editIds = getAllChanges(document).flatMap((change) => editIdOf(decodeChange(change).message) ?? [])
  return { heads: [...getHeads(document)].sort(), editIds }
}

function editIdOf(message: string | null): string | null {
  if (message === null || !message.startsWith('{')) return null
  const { editId } = JSON.parse(message) as { readonly editId?: unknown }
  return typeof editId === 'string' ? editId : null
}
