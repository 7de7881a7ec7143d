import type { PromiseMade, Question } from '#shared/domain/account/Account'
import { changedFields } from '../changedFields'
import type { EntityActions } from './entityActions'

type QuestionForm = Pick<Question, 'text' | 'askedBy' | 'ownerSide' | 'owner' | 'dueOn' | 'state' | 'answer' | 'answeredOn'>
type PromiseForm = Pick<PromiseMade, 'text' | 'side' | 'who' | 'dueOn' | 'state' | 'closedOn'>
/** What a question is about: one cell of a comparison, or nothing. */
export interface Cell {
  readonly comparison: string
  readonly option: string
  readonly criterion: string
}

/** What can be done to questions and promises, on whichever page they stand. */
export function promisedActions(actions: EntityActions, today: string) {
  return {
    ask: (fields: Partial<QuestionForm>, cell: Cell | null = null): boolean =>
      actions.add('questions', { askedOn: today, ownerSide: 'ours', ...fields, ...cell }, 'new question') !== null,
    changeQuestion: (question: Question, opened: QuestionForm, saved: QuestionForm): void => {
      const { answer, ...fields } = changedFields(opened, saved)
      const prose = answer === undefined ? [] : [{ field: 'answer', opened: opened.answer, typed: answer, present: question.answer }]
      actions.change(`questions/${question.id}`, fields, 'question', prose)
    },
    removeQuestion: ({ id }: Question): void => actions.remove(`questions/${id}`, 'the question'),
    promise: (text: string, side: PromiseMade['side']): boolean => actions.add('promises', { text, side, madeOn: today }, 'new promise') !== null,
    changePromise: (promise: PromiseMade, opened: PromiseForm, saved: PromiseForm): void =>
      void actions.change(`promises/${promise.id}`, changedFields(opened, saved), 'promise'),
    closePromise: (promise: PromiseMade, state: 'kept' | 'broken'): void =>
      void actions.change(`promises/${promise.id}`, { state, closedOn: today }, `promise ${state}`),
    removePromise: ({ id }: PromiseMade): void => actions.remove(`promises/${id}`, 'the promise'),
  }
}

export type PromisedActions = ReturnType<typeof promisedActions>
