import type { Account, Question } from '#shared/domain/account/Account'
import { cellKey } from '#shared/domain/comparison/cellKeys'
import { inOrder } from '#shared/domain/schema/order'

/** What was asked, or left as not known, about the cells of a comparison, by `cellKey`; of several the newest. */
export function cellQuestions(questions: Account['questions'], comparisonId: string): ReadonlyMap<string, Question> {
  const byCell = new Map<string, Question>()
  for (const question of inOrder(questions)) {
    const { option, criterion, comparison } = question
    if (comparison === comparisonId && option !== null && criterion !== null && question.state !== 'answered') byCell.set(cellKey(option, criterion), question)
  }
  return byCell
}
