import type { Account, Comparison } from '../account/Account'
import { countUnknowns } from '../account/AccountRow'
import { analyseWeights, prepareComparison, type ComparisonAnalysis } from '../comparison/analyseComparison'
import { comparisonFacts } from '../comparison/ComparisonFacts'
import { promiseState, questionState } from '../path/promised'
import { inOrder } from '../schema/order'

/** Something a reviewer should look at, whether it changed or not. */
export type ReviewPoint =
  | { readonly kind: 'promiseLate'; readonly text: string; readonly who: string; readonly dueOn: string; readonly at: string }
  /** An answer of ours somebody waits for; `dueOn` null where no day was given. */
  | { readonly kind: 'answerOwed'; readonly text: string; readonly owner: string; readonly dueOn: string | null; readonly isLate: boolean; readonly at: string }
  | { readonly kind: 'unknowns'; readonly title: string; readonly count: number; readonly at: string }
  /** Criteria that were our idea decide who comes first: without them it would be `without` (null: nobody). */
  | { readonly kind: 'oursDecide'; readonly title: string; readonly criteria: readonly string[]; readonly percent: number; readonly leader: string; readonly without: string | null; readonly at: string }
  /** Criteria that were our idea carry weight, but without them the same option comes first. */
  | { readonly kind: 'oursWeigh'; readonly title: string; readonly criteria: readonly string[]; readonly percent: number; readonly leader: string; readonly at: string }

/** What a reviewer should look at: what is late, what is owed, what nobody knows, and where our own ideas decide. */
export function reviewPoints(account: Account, today: string): readonly ReviewPoint[] {
  const comparisons = inOrder(account.comparisons)
  return [
    ...latePromises(account, today),
    ...answersOwed(account, today),
    ...comparisons.flatMap((comparison) => unknowns(comparison)),
    ...comparisons.flatMap((comparison) => ourIdeas(account, comparison, today)),
  ]
}

function latePromises(account: Account, today: string): readonly ReviewPoint[] {
  return inOrder(account.promises).flatMap((promise): ReviewPoint[] => {
    const state = promiseState(promise, today)
    if (state.kind !== 'late' || promise.side !== 'ours') return []
    return [{ kind: 'promiseLate', text: promise.text, who: promise.who, dueOn: state.dueOn, at: `promises/${promise.id}` }]
  })
}

function answersOwed(account: Account, today: string): readonly ReviewPoint[] {
  return inOrder(account.questions).flatMap((question): ReviewPoint[] => {
    const state = questionState(question, today)
    if ((state.kind !== 'open' && state.kind !== 'late') || question.ownerSide !== 'ours') return []
    return [{ kind: 'answerOwed', text: question.text, owner: question.owner, dueOn: state.dueOn, isLate: state.kind === 'late', at: `questions/${question.id}` }]
  })
}

function unknowns(comparison: Comparison): readonly ReviewPoint[] {
  const count = countUnknowns(comparison)
  return count === 0 ? [] : [{ kind: 'unknowns', title: comparison.title, count, at: `comparisons/${comparison.id}` }]
}

/** Weighs the comparison once more with everything we proposed at nothing: what is first then, is first without us. */
function ourIdeas(account: Account, comparison: Comparison, today: string): readonly ReviewPoint[] {
  const facts = comparisonFacts(account, comparison.id)
  if (!facts) return []
  const prepared = prepareComparison(facts, today)
  const isOurs = prepared.criteria.map((criterion) => criterion.proposedBy === 'us')
  const now = analyseWeights(prepared)
  const weight = now.evaluation.weights.reduce((sum, share, place) => sum + (isOurs[place] === true ? share : 0), 0)
  const leader = leaderOf(now)
  if (weight <= 0 || leader === null) return []
  const points = now.evaluation.weights.map((share, place) => (isOurs[place] === true ? 0 : share * 100))
  const without = points.some((point) => point > 0) ? leaderOf(analyseWeights(prepared, { points })) : null
  const shared = {
    title: comparison.title,
    criteria: prepared.criteria.flatMap((criterion, place) => (isOurs[place] === true && (now.evaluation.weights[place] ?? 0) > 0 ? [criterion.name] : [])),
    percent: Math.round(weight * 100),
    leader,
    at: `comparisons/${comparison.id}`,
  }
  return [without === leader ? { kind: 'oursWeigh', ...shared } : { kind: 'oursDecide', ...shared, without }]
}

function leaderOf({ evaluation, options }: ComparisonAnalysis): string | null {
  return evaluation.leader === null ? null : (options[evaluation.leader]?.name ?? null)
}
