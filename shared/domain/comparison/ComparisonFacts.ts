import type { Account, Comparison, Criterion, Evidence, Option } from '../account/Account'

export type OptionFacts = Pick<Option, 'id' | 'order' | 'deletedAt' | 'name' | 'kind' | 'description' | 'setAsideOn' | 'setAsideReason'>
export type CriterionFacts = Criterion
export type EvidenceFacts = Pick<
  Evidence,
  'id' | 'order' | 'deletedAt' | 'claim' | 'quote' | 'sourceTitle' | 'sourceAddress' | 'kind' | 'observedOn' | 'expiresOn' | 'cleared'
>

/**
 * What a comparison says, without anything internal: a comparison of an account fits, and so does the
 * buyer's view of it. Whatever is computed from it can therefore be shown to both in the same words.
 */
export interface ComparisonFacts {
  readonly comparison: Pick<
    Comparison,
    'id' | 'title' | 'question' | 'currency' | 'advice' | 'banner' | 'agreedOn' | 'agreedWith' | 'criteria' | 'cellValue' | 'cellEvidence' | 'agreedPoints'
  > & { readonly options: { readonly [id: string]: OptionFacts } }
  readonly evidence: { readonly [id: string]: EvidenceFacts }
}

/** The facts of one comparison of an account; null where it is not there or removed. */
export function comparisonFacts(account: Account, comparisonId: string): ComparisonFacts | null {
  const comparison = Object.hasOwn(account.comparisons, comparisonId) ? account.comparisons[comparisonId] : undefined
  return comparison && comparison.deletedAt === null ? { comparison, evidence: account.evidence } : null
}
