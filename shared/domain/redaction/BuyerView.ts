import type { Account, Comparison, Contradiction, Criterion, Finding, Meeting, Need, Option, Person, PromiseMade, Question } from '../account/Account'
import type { EvidenceFacts } from '../comparison/ComparisonFacts'

/**
 * All that a buyer-facing window or file may know of an account. Made only by `toBuyerView`. Ids are
 * numbered anew and order keys are places, so that nothing tells how our team's list looks.
 */
export interface BuyerView {
  readonly profile: Pick<Account['profile'], 'name' | 'sample'>
  readonly comparison: Omit<Comparison, 'notes' | 'cellNote' | 'options' | 'criteria'> & {
    readonly options: { readonly [id: string]: BuyerOption }
    readonly criteria: { readonly [id: string]: Criterion }
  }
  /** Cleared proofs that a cell of the comparison, or the answer to a question, names. */
  readonly evidence: { readonly [id: string]: EvidenceFacts }
  /** Needs whose wording the buyer confirmed. */
  readonly needs: { readonly [id: string]: Need }
  /** Only those who said, read, asked or confirmed something that is here, and only by name. */
  readonly people: { readonly [id: string]: Pick<Person, 'id' | 'order' | 'deletedAt' | 'name'> }
  readonly findings: { readonly [id: string]: BuyerFinding }
  /** Those between two findings that are here. */
  readonly contradictions: { readonly [id: string]: BuyerContradiction }
  readonly promises: { readonly [id: string]: BuyerPromise }
  /** Those about this comparison or about none. */
  readonly questions: { readonly [id: string]: BuyerQuestion }
  /** Read-backs of meetings about this comparison. */
  readonly meetings: { readonly [id: string]: ReadBack }
  /** Cells (`option:criterion`) whose proof exists but is not cleared for the buyer: true. */
  readonly proofWithheld: { readonly [key: string]: boolean }
}

export type BuyerOption = Omit<Option, 'marginNote'>
export type BuyerFinding = Omit<Finding, 'note'>
export type BuyerContradiction = Omit<Contradiction, 'note'>
export type BuyerPromise = Omit<PromiseMade, 'note'>
export type BuyerQuestion = Omit<Question, 'note'>
export type ReadBack = Pick<Meeting, 'id' | 'order' | 'deletedAt' | 'startsAt' | 'decided' | 'open' | 'next' | 'confirmedOn' | 'confirmedBy'>
