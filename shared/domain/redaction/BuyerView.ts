import type { Account, Comparison, Criterion, Need, Person } from '../account/Account'
import type { EvidenceFacts, OptionFacts } from '../comparison/ComparisonFacts'

/**
 * All that a buyer-facing window or file may know of an account. Made only by `toBuyerView`. Ids are
 * numbered anew and order keys are places, so that nothing tells how our team's list looks.
 */
export interface BuyerView {
  readonly profile: Pick<Account['profile'], 'name' | 'sample'>
  readonly comparison: Omit<Comparison, 'notes' | 'cellNote' | 'options' | 'criteria'> & {
    readonly options: { readonly [id: string]: OptionFacts }
    readonly criteria: { readonly [id: string]: Criterion }
  }
  /** Cleared proofs that a cell of the comparison names. */
  readonly evidence: { readonly [id: string]: EvidenceFacts }
  /** Needs whose wording the buyer confirmed. */
  readonly needs: { readonly [id: string]: Need }
  /** Only those who said one of these needs, and only by name. */
  readonly people: { readonly [id: string]: Pick<Person, 'id' | 'order' | 'deletedAt' | 'name'> }
  /** Cells (`option:criterion`) whose proof exists but is not cleared for the buyer: true. */
  readonly proofWithheld: { readonly [key: string]: boolean }
}
