import type { Account, Question } from '../../domain/account/Account'

/** The cell a question is about: `Polestar 2, WLTP range`; null where it is about none. */
export function questionSubject(account: Account, question: Question): string | null {
  const comparison = question.comparison === null ? undefined : account.comparisons[question.comparison]
  const option = question.option === null ? undefined : comparison?.options[question.option]
  const criterion = question.criterion === null ? undefined : comparison?.criteria[question.criterion]
  const names = [option?.name, criterion?.name].filter((name) => name !== undefined)
  return names.length === 0 ? null : names.join(', ')
}
