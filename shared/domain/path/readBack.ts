import type { Account, Comparison, Contradiction, Meeting, Option, PromiseMade, Question } from '../account/Account'
import { inOrder } from '../schema/order'
import { pathState } from './pathState'

/** What is read back to the buyer at the end: everything that is decided, open and next, as it stands in the account. */
export interface ReadBack {
  readonly chosen: { readonly option: Option; readonly on: string | null; readonly why: string } | null
  readonly weightsAgreed: { readonly on: string; readonly with: string } | null
  readonly openQuestions: readonly Question[]
  /** Asked about this comparison, and accepted as not known. */
  readonly accepted: readonly Question[]
  /** Open, or nobody can know. */
  readonly contradictions: readonly Contradiction[]
  /** Of options still in: values that nobody knows and nobody asked about, and values without a source. */
  readonly unspokenUnknowns: number
  readonly withoutProof: number
  /** Open promises, ours and theirs. */
  readonly promises: readonly PromiseMade[]
}

/** Collects the read-back of one comparison. */
export function readBack(account: Account, comparison: Comparison, today: string): ReadBack {
  const option = comparison.chosenOption === null ? undefined : comparison.options[comparison.chosenOption]
  const questions = inOrder(account.questions).filter((question) => question.comparison === null || question.comparison === comparison.id)
  const { open } = pathState(account, comparison, today).steps.compare
  const count = (kind: 'unknownCells' | 'cellsWithoutProof'): number => open.reduce((sum, item) => (item.kind === kind ? sum + item.count : sum), 0)
  return {
    chosen: option && option.deletedAt === null ? { option, on: comparison.chosenOn, why: comparison.chosenWhy } : null,
    weightsAgreed: comparison.agreedOn === null ? null : { on: comparison.agreedOn, with: comparison.agreedWith },
    openQuestions: questions.filter(({ state }) => state === 'open'),
    accepted: questions.filter(({ state }) => state === 'accepted'),
    contradictions: inOrder(account.contradictions).filter(({ state }) => state !== 'settled'),
    unspokenUnknowns: count('unknownCells'),
    withoutProof: count('cellsWithoutProof'),
    promises: inOrder(account.promises).filter(({ state }) => state === 'open'),
  }
}

/** The read-back of a comparison that the buyer ticked last; null while none was. */
export function tickedReadBack(account: Account, comparisonId: string): Meeting | null {
  const ticked = inOrder(account.meetings).filter((meeting) => meeting.comparison === comparisonId && meeting.confirmedOn !== null)
  return ticked.reduce<Meeting | null>((last, meeting) => (last === null || (meeting.confirmedOn ?? '') >= (last.confirmedOn ?? '') ? meeting : last), null)
}
