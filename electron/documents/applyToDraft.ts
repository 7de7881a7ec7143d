import type { NewEntity, Operation } from '#shared/domain/edit/Operation'
import type { EntitySpec } from '#shared/domain/schema/entities'
import type { Scalar } from '#shared/domain/schema/fields'
import { locate } from '#shared/domain/schema/locate'

export type Draft = { [key: string]: unknown }

/** What the document's library has a word of its own for. */
export interface DraftWords {
  /** A value that is replaced as a whole, never merged letter by letter. */
  readonly short: (value: Scalar) => unknown
  /** The text of a short value; null for anything else. */
  readonly textOfShort: (value: unknown) => string | null
  readonly splice: (root: Draft, path: readonly string[], index: number, remove: number, insert: string) => void
}

/** The interpreter of operations for a document under change: assigns the named paths and nothing else. */
export function applyToDraft(root: Draft, operation: Operation, words: DraftWords): void {
  if (operation.kind === 'settle') return
  const owner = containerAt(root, operation.path.slice(0, -1))
  const name = operation.path.at(-1) ?? ''
  switch (operation.kind) {
    case 'put':
      owner[name] = words.short(operation.value)
      return
    case 'make': {
      const place = locate(operation.path.slice(0, -1).join('/'))
      if (place?.kind !== 'collection') throw new Error('An entity can only be made in a collection')
      owner[name] = toNested(operation.entity, place.collection.entity, words)
      // Inside a nested object Automerge would take its own word for such a number for another object.
      for (const [field, value] of Object.entries(operation.entity)) if (isCutOff(value)) (owner[name] as Draft)[field] = words.short(value)
      return
    }
    case 'splice':
      // An entity of an older version of the app may lack the text, or hold it as a short value.
      if (typeof owner[name] !== 'string') owner[name] = words.textOfShort(owner[name]) ?? ''
      words.splice(root, operation.path, operation.index, operation.remove, operation.insert)
      return
  }
}

/** True for the whole numbers that Automerge would cut off: it stores them in 64 bits unless told otherwise. */
export function isCutOff(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value)
}

/** Makes the containers and long texts that are not there yet; short values are left to their fallbacks. */
export function addMissingContainers(draft: Draft, spec: EntitySpec): void {
  for (const [name, field] of Object.entries(spec.fields)) if (field.kind === 'text' && field.collaborative) draft[name] ??= ''
  for (const name of Object.keys({ ...spec.maps, ...spec.collections })) draft[name] ??= {}
}

/** The map at a path; one that an entity of an older version of the app lacks is made. */
function containerAt(root: Draft, path: readonly string[]): Draft {
  let container = root
  for (const part of path) {
    container[part] ??= {}
    container = container[part] as Draft
  }
  return container
}

function toNested(entity: NewEntity, spec: EntitySpec, words: DraftWords): Draft {
  const nested: Draft = {}
  for (const [name, value] of Object.entries(entity)) {
    const field = spec.fields[name]
    if (isCutOff(value)) continue
    if (typeof value === 'object' && value !== null) nested[name] = {}
    else nested[name] = field?.kind === 'text' && field.collaborative ? String(value ?? '') : words.short(value)
  }
  return nested
}
