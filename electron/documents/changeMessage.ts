import type { Edit } from '#shared/domain/edit/Edit'

/** What a change says about itself, besides author and time. */
export interface ChangeMessage {
  readonly editId: string
  /** The kind of edit, for the history. */
  readonly act: string
  /** The author's name as it was then. */
  readonly by: string
}

export function formatChangeMessage(editId: string, edits: readonly Edit[], by: string): string {
  const kinds = new Set(edits.map((edit) => edit.kind))
  const [kind] = kinds
  const message: ChangeMessage = { editId, act: kinds.size === 1 && kind ? kind : 'edit', by }
  return JSON.stringify(message)
}

/** null for changes that are no edit (the skeleton) and for what another program may have written. */
export function readChangeMessage(text: string | null): ChangeMessage | null {
  if (text === null) return null
  try {
    const { editId, act, by } = JSON.parse(text) as { readonly [key: string]: unknown }
    return typeof editId === 'string' && typeof act === 'string' && typeof by === 'string' ? { editId, act, by } : null
  } catch {
    return null
  }
}
