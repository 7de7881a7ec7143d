import type { Account, Comparison, Need } from '../account/Account'
import { accountSchema } from '../account/accountSchema'
import { cellKey, proofsByCell } from '../comparison/cellKeys'
import { comparisonFacts, type EvidenceFacts } from '../comparison/ComparisonFacts'
import type { Collection, Singleton } from '../schema/entities'
import { inOrder } from '../schema/order'
import { BuyerIds } from './BuyerIds'
import { buyerSections } from './buyerSections'
import type { BuyerView } from './BuyerView'
import { redactCollection, redactEntity, type Plain } from './redactEntity'

const root: { readonly [name: string]: Collection | Singleton } = accountSchema

/**
 * What the buyer may see of one comparison of an account; null where the comparison is not there. The
 * only way from an account to a buyer-facing window or file.
 */
export function toBuyerView(account: Account, comparisonId: string): BuyerView | null {
  const facts = comparisonFacts(account, comparisonId)
  const comparison = account.comparisons[comparisonId]
  if (!facts || !comparison) return null
  const { proofs, withheld } = splitProofs(comparison, account)
  const needs = inOrder(account.needs).filter((need) => need.confirmedOn !== null)
  const criteria = inOrder(comparison.criteria)
  const ids = new BuyerIds({
    comparisons: { word: 'comparison', ids: [comparisonId] },
    options: { word: 'option', ids: inOrder(comparison.options).map((option) => option.id) },
    criteria: { word: 'criterion', ids: criteria.map((criterion) => criterion.id) },
    categories: { word: 'category', ids: criteria.flatMap((criterion) => inOrder(criterion.categories).map((category) => category.id)) },
    evidence: { word: 'evidence', ids: proofs.map((evidence) => evidence.id) },
    needs: { word: 'need', ids: needs.map((need) => need.id) },
    people: { word: 'person', ids: speakersOf(account, needs) },
  })
  const passed: Record<string, unknown> = {}
  for (const [name, section] of Object.entries(buyerSections)) {
    const spec = root[name]
    const plain = (account as { readonly [name: string]: unknown })[name] as Plain
    if (spec?.kind === 'singleton') passed[name] = redactEntity(spec.entity, section, plain, ids)
    if (spec?.kind === 'collection') passed[name] = redactCollection(spec.entity, section, name, plain, ids)
  }
  const { comparisons, ...others } = passed
  const proofWithheld: Record<string, boolean> = {}
  for (const key of withheld) {
    const newKey = ids.key(['options', 'criteria'], key)
    if (newKey !== null) proofWithheld[newKey] = true
  }
  return { ...others, comparison: Object.values(comparisons as Plain)[0], proofWithheld } as unknown as BuyerView
}

/** The cleared proofs of the table in reading order, and the cells left with none although there is one. */
function splitProofs(comparison: Comparison, account: Account): { readonly proofs: readonly EvidenceFacts[]; readonly withheld: readonly string[] } {
  const byCell = proofsByCell({ comparison, evidence: account.evidence })
  const proofs = new Map<string, EvidenceFacts>()
  const withheld: string[] = []
  for (const criterion of inOrder(comparison.criteria)) {
    for (const option of inOrder(comparison.options)) {
      const own = byCell.get(cellKey(option.id, criterion.id)) ?? []
      const cleared = own.filter((evidence) => evidence.cleared)
      for (const evidence of cleared) proofs.set(evidence.id, evidence)
      if (own.length > 0 && cleared.length === 0) withheld.push(cellKey(option.id, criterion.id))
    }
  }
  return { proofs: [...proofs.values()], withheld }
}

function speakersOf(account: Account, needs: readonly Need[]): readonly string[] {
  const said = new Set(needs.flatMap((need) => (need.saidBy === null ? [] : [need.saidBy])))
  return inOrder(account.people)
    .filter((person) => said.has(person.id))
    .map((person) => person.id)
}
