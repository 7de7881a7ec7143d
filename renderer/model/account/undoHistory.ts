import type { Edit } from '#shared/domain/edit/Edit'

/** What brings an account back over one thing the member did. */
export interface UndoStep {
  /** What the member did, as the end of "Undid: …". */
  readonly label: string
  readonly edits: readonly Edit[]
  /** Steps that follow each other with the same key are one to the member: a word typed with pauses. */
  readonly mergeKey: string | null
}

export interface UndoHistory {
  readonly done: readonly UndoStep[]
  readonly undone: readonly UndoStep[]
}

export const emptyHistory: UndoHistory = { done: [], undone: [] }

/** One call carries at most 500 edits; longer typing becomes a second step. */
const mostMergedEdits = 200
const mostSteps = 200

/** After something new was done, what had been undone cannot be redone. */
export function withDone(history: UndoHistory, step: UndoStep): UndoHistory {
  const last = history.done.at(-1)
  const mergeable = last && step.mergeKey !== null && last.mergeKey === step.mergeKey && last.edits.length + step.edits.length <= mostMergedEdits
  const done = mergeable ? [...history.done.slice(0, -1), { ...last, edits: [...step.edits, ...last.edits] }] : [...history.done, step]
  return { done: done.slice(-mostSteps), undone: [] }
}

export function withUndone(history: UndoHistory, step: UndoStep): UndoHistory {
  return { ...history, undone: [...history.undone, step] }
}

export function withRedone(history: UndoHistory, step: UndoStep): UndoHistory {
  return { ...history, done: [...history.done, { ...step, mergeKey: null }] }
}

/** Takes the newest step off one of the two stacks. */
export function takeLast(history: UndoHistory, from: 'done' | 'undone'): { readonly step: UndoStep; readonly rest: UndoHistory } | null {
  const step = history[from].at(-1)
  return step ? { step, rest: { ...history, [from]: history[from].slice(0, -1) } } : null
}
