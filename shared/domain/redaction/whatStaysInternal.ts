import type { Account } from '../account/Account'
import { accountSchema } from '../account/accountSchema'
import { proofsByCell } from '../comparison/cellKeys'
import { comparisonFacts } from '../comparison/ComparisonFacts'
import type { Collection, EntitySpec, Singleton } from '../schema/entities'
import { inOrder } from '../schema/order'
import { buyerSections, type BuyerSection } from './buyerSections'
import type { Plain } from './redactEntity'

/**
 * Something the brief leaves out. `internal`: text that stays in our team. `notCleared`: a proof the
 * buyer may not see yet. `notConfirmed`: a need whose wording the buyer did not confirm.
 */
export interface LeftOut {
  readonly kind: 'internal' | 'notCleared' | 'notConfirmed'
  /** `people/<id>`: where it stands in the account. */
  readonly at: string
  /** The field, or the key of a cell's note (`cellNote/<option>:<criterion>`); null where the whole entity is left out. */
  readonly field: string | null
}

const root: { readonly [name: string]: Collection | Singleton } = accountSchema

/** What of this comparison and what belongs to it does not reach the buyer, for "3 items left out". */
export function whatStaysInternal(account: Account, comparisonId: string): readonly LeftOut[] {
  const facts = comparisonFacts(account, comparisonId)
  if (!facts) return []
  const used = new Set([...proofsByCell(facts).values()].flat().map((evidence) => evidence.id))
  const ofThisComparison: { readonly [section: string]: (id: string) => boolean } = {
    comparisons: (id) => id === comparisonId,
    evidence: (id) => used.has(id),
    questions: (id) => [null, comparisonId].includes(account.questions[id]?.comparison ?? null),
    meetings: (id) => account.meetings[id]?.comparison === comparisonId,
  }
  const internal = Object.entries(buyerSections).flatMap(([name, section]) => {
    const spec = root[name]
    const plain = (account as { readonly [name: string]: unknown })[name] as Plain
    if (spec?.kind === 'singleton') return internalTexts(spec.entity, section, plain, name)
    return spec ? internalInCollection(spec, section, plain, name, ofThisComparison[name]) : []
  })
  const notCleared = inOrder(account.evidence).filter((evidence) => used.has(evidence.id) && !evidence.cleared)
  const notConfirmed = inOrder(account.needs).filter((need) => need.confirmedOn === null)
  return [
    ...internal,
    ...notCleared.map((evidence): LeftOut => ({ kind: 'notCleared', at: `evidence/${evidence.id}`, field: null })),
    ...notConfirmed.map((need): LeftOut => ({ kind: 'notConfirmed', at: `needs/${need.id}`, field: null })),
  ]
}

function internalInCollection(spec: Collection, section: BuyerSection, entities: Plain, at: string, belongs: (id: string) => boolean = () => true): readonly LeftOut[] {
  return Object.entries(entities).flatMap(([id, value]) => {
    const entity = value as Plain
    return entity['deletedAt'] === null && belongs(id) ? internalTexts(spec.entity, section, entity, `${at}/${id}`) : []
  })
}

/** Only text is counted: a status or a role is not something a member would want to have sent. */
function internalTexts(spec: EntitySpec, section: BuyerSection, entity: Plain, at: string): readonly LeftOut[] {
  const fields = Object.entries(spec.fields).flatMap(([name, field]) => (field.kind === 'text' && field.audience === 'internal' && hasText(entity[name]) ? [name] : []))
  const keys = Object.entries(spec.maps ?? {}).flatMap(([name, map]) =>
    map.value.audience === 'internal' ? Object.entries((entity[name] ?? {}) as Plain).flatMap(([key, value]) => (hasText(value) ? [`${name}/${key}`] : [])) : [],
  )
  const nested = Object.entries(section.collections ?? {}).flatMap(([name, inner]) => {
    const collection = spec.collections?.[name]
    return collection ? internalInCollection(collection, inner, (entity[name] ?? {}) as Plain, `${at}/${name}`) : []
  })
  return [...[...fields, ...keys].map((field): LeftOut => ({ kind: 'internal', at, field })), ...nested]
}

function hasText(value: unknown): boolean {
  return typeof value === 'string' && value.trim() !== ''
}
