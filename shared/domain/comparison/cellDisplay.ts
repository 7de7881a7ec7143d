import type { Scalar } from '../schema/fields'
import { inOrder } from '../schema/order'
import { parseRange } from '../schema/range'
import { bestProof, type BestProof } from './bestProof'
import { cellKey, proofsByCell } from './cellKeys'
import type { ComparisonFacts, CriterionFacts, EvidenceFacts } from './ComparisonFacts'
import { isPriceUnit } from './freshness'

/** What stands in a cell, read by the scale of its criterion. */
export type ShownValue =
  | { readonly kind: 'notKnown' }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'range'; readonly lo: number; readonly hi: number }
  | { readonly kind: 'yesNo'; readonly isYes: boolean }
  | { readonly kind: 'category'; readonly id: string; readonly label: string; readonly value: number | null }

/**
 * What a cell says about itself, each with an icon and a word on screen. `undated`: the proof has no
 * date. `disagree`: a range that comes from several sources.
 */
export type CellMark = 'notKnown' | 'range' | 'disagree' | 'noProof' | 'estimate' | 'claim' | 'thirdParty' | 'tested' | 'old' | 'undated'

export interface CellDisplay {
  readonly optionId: string
  readonly criterionId: string
  readonly value: ShownValue
  readonly marks: readonly CellMark[]
  /** The proof that counts; null without any. */
  readonly proof: BestProof | null
  /** Every proof of the cell, in the order of the evidence list. */
  readonly proofs: readonly EvidenceFacts[]
}

/** The cells of a comparison by `cellKey`, for every option and criterion that is not removed. */
export function cellDisplays(facts: ComparisonFacts, today: string): ReadonlyMap<string, CellDisplay> {
  const proofs = proofsByCell(facts)
  const cells = new Map<string, CellDisplay>()
  for (const criterion of inOrder(facts.comparison.criteria)) {
    const isPrice = isPriceUnit(criterion.unit, facts.comparison.currency)
    for (const option of inOrder(facts.comparison.options)) {
      const key = cellKey(option.id, criterion.id)
      const own = proofs.get(key) ?? []
      const value = shownValue(criterion, facts.comparison.cellValue[key] ?? null)
      const proof = bestProof(own, isPrice, today)
      cells.set(key, { optionId: option.id, criterionId: criterion.id, value, proof, proofs: own, marks: marksOf(value, proof, own.length) })
    }
  }
  return cells
}

/** Reads a stored cell value by the scale of its criterion; what does not fit the scale (any more) is not known. */
export function shownValue(criterion: CriterionFacts, stored: Scalar): ShownValue {
  const notKnown: ShownValue = { kind: 'notKnown' }
  switch (criterion.scale) {
    case 'yesNo':
      return typeof stored === 'boolean' ? { kind: 'yesNo', isYes: stored } : notKnown
    case 'category': {
      const category = typeof stored === 'string' && Object.hasOwn(criterion.categories, stored) ? criterion.categories[stored] : undefined
      return category && category.deletedAt === null ? { kind: 'category', id: category.id, label: category.label, value: category.value } : notKnown
    }
    case 'number': {
      if (typeof stored === 'number') return { kind: 'number', value: stored }
      const range = typeof stored === 'string' ? parseRange(stored) : null
      if (range === null) return notKnown
      return range.lo === range.hi ? { kind: 'number', value: range.lo } : { kind: 'range', ...range }
    }
  }
}

function marksOf(value: ShownValue, proof: BestProof | null, proofCount: number): readonly CellMark[] {
  if (value.kind === 'notKnown') return ['notKnown']
  const marks: CellMark[] = []
  if (value.kind === 'range') marks.push(proofCount > 1 ? 'disagree' : 'range')
  if (proof === null) return [...marks, 'noProof']
  marks.push(proofMark(proof))
  if (proof.isOld) marks.push('old')
  if (proof.evidence.observedOn === null && proof.evidence.expiresOn === null) marks.push('undated')
  return marks
}

function proofMark(proof: BestProof): CellMark {
  switch (proof.kind) {
    case 'ourOpinion':
      return 'estimate'
    case 'vendorClaim':
      return 'claim'
    case 'thirdParty':
      return 'thirdParty'
    case 'buyerTested':
    case 'measured':
      return 'tested'
  }
}
