import { bugMarker } from './names'

/** What crosses instead of an answer when a command met a bug: only the id under which the log tells more. */
export type BugAnswer = { readonly [Marker in typeof bugMarker]: string }

export function bugAnswer(id: string): BugAnswer {
  return { [bugMarker]: id }
}

/** The id of a bug, or null for a proper answer. */
export function bugIdOf(answer: unknown): string | null {
  if (typeof answer !== 'object' || answer === null || !Object.hasOwn(answer, bugMarker)) return null
  const id = (answer as BugAnswer)[bugMarker]
  return typeof id === 'string' ? id : null
}
