import type { Edit } from '#shared/domain/edit/Edit'
import type { FieldPlace } from '#shared/domain/history/AccountFact'

/** What a change says about itself, besides author and time. */
export interface ChangeMessage {
  readonly editId: string
  /** The kind of edit, for the history; `resolve` where a collision was settled. */
  readonly act: string
  /** The author's name as it was then. */
  readonly by: string
  /** Where the author looked at what two had done at the same time and left it as it is. */
  readonly settled?: readonly FieldPlace[]
}

export function formatChangeMessage(editId: string, edits: readonly Edit[], by: string, settled: readonly FieldPlace[] = []): string {
  const kinds = new Set(edits.map((edit) => edit.kind))
  const [kind] = kinds
  const act = kinds.size !== 1 || !kind ? 'edit' : kind === 'resolveConflict' ? 'resolve' : kind
  const message: ChangeMessage = { editId, act, by, ...(settled.length > 0 && { settled }) }
  return JSON.stringify(message)
}

/** null for changes that are no edit (the skeleton) and for what another program may have written. */
export function readChangeMessage(text: string | null): ChangeMessage | null {
  if (text === null) return null
  try {
    const { editId, act, by, settled } = JSON.parse(text) as { readonly [key: string]: unknown }
    if (typeof editId !== 'string' || typeof act !== 'string' || typeof by !== 'string') return null
    return { editId: editId.slice(0, longest), act: act.slice(0, longest), by: by.slice(0, longest), ...(Array.isArray(settled) && { settled: settled.slice(0, mostSettled).flatMap(readPlace) }) }
  } catch {
    return null
  }
}

/** Longer than any name or id: what another program wrote must not fill a screen. */
const longest = 120

/** As many as one call takes. */
const mostSettled = 500

function readPlace(value: unknown): readonly FieldPlace[] {
  const { at, field, key }: { readonly [key: string]: unknown } = typeof value === 'object' && value !== null ? { ...value } : {}
  return typeof at === 'string' && typeof field === 'string' && (key === null || typeof key === 'string') ? [{ at, field, key }] : []
}
