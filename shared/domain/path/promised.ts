import type { PromiseMade, Question } from '../account/Account'

/** Where a promise or a question stands. `late` is computed: its day is over and it is still open. */
export type PromisedState =
  | { readonly kind: 'open'; readonly dueOn: string | null }
  | { readonly kind: 'late'; readonly dueOn: string }
  | { readonly kind: 'kept' | 'broken' | 'answered' | 'accepted'; readonly on: string | null }

export function promiseState({ state, dueOn, closedOn }: Pick<PromiseMade, 'state' | 'dueOn' | 'closedOn'>, today: string): PromisedState {
  return state === 'open' ? openState(dueOn, today) : { kind: state, on: closedOn }
}

export function questionState({ state, dueOn, answeredOn }: Pick<Question, 'state' | 'dueOn' | 'answeredOn'>, today: string): PromisedState {
  return state === 'open' ? openState(dueOn, today) : { kind: state, on: answeredOn }
}

/** Something due today is not late yet. */
function openState(dueOn: string | null, today: string): PromisedState {
  return dueOn !== null && dueOn < today ? { kind: 'late', dueOn } : { kind: 'open', dueOn }
}
