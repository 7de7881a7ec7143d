import type { Account } from '../account/Account'
import { accountSchema } from '../account/accountSchema'
import { comparisonFacts } from '../comparison/ComparisonFacts'
import type { Collection, EntityBase, Singleton } from '../schema/entities'
import { inOrder } from '../schema/order'
import { BuyerIds } from './BuyerIds'
import { buyerSections } from './buyerSections'
import type { BuyerView } from './BuyerView'
import { passingEntities } from './passingEntities'
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
  const passing = passingEntities(account, comparison)
  const criteria = inOrder(comparison.criteria)
  const ids = new BuyerIds({
    comparisons: { word: 'comparison', ids: [comparisonId] },
    options: { word: 'option', ids: idsOf(inOrder(comparison.options)) },
    criteria: { word: 'criterion', ids: idsOf(criteria) },
    categories: { word: 'category', ids: criteria.flatMap((criterion) => idsOf(inOrder(criterion.categories))) },
    evidence: { word: 'evidence', ids: idsOf(passing.evidence) },
    needs: { word: 'need', ids: idsOf(passing.needs) },
    people: { word: 'person', ids: idsOf(passing.people) },
    findings: { word: 'finding', ids: idsOf(passing.findings) },
    contradictions: { word: 'contradiction', ids: idsOf(passing.contradictions) },
    promises: { word: 'promise', ids: idsOf(passing.promises) },
    questions: { word: 'question', ids: idsOf(passing.questions) },
    meetings: { word: 'meeting', ids: idsOf(passing.meetings) },
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
  for (const key of passing.withheld) {
    const newKey = ids.key(['options', 'criteria'], key)
    if (newKey !== null) proofWithheld[newKey] = true
  }
  return { ...others, comparison: Object.values(comparisons as Plain)[0], proofWithheld } as unknown as BuyerView
}

function idsOf(entities: readonly EntityBase[]): readonly string[] {
  return entities.map(({ id }) => id)
}
