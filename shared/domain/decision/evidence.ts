import type { EvidenceKind, ScoredKind } from './DecisionInput'

/**
 * How far a value may be off, by kind of evidence, in value units (0 to 1). A proposal that a comparison can change.
 * A value without evidence has no half-width: it is unknown.
 */
export const defaultHalfWidths: Readonly<Record<ScoredKind, number>> = {
  measured: 0,
  buyerTested: 0,
  thirdParty: 0.05,
  vendorClaim: 0.15,
  ourOpinion: 0.3,
}

/** From best to worst. */
const kindsBestFirst: readonly EvidenceKind[] = ['measured', 'buyerTested', 'thirdParty', 'vendorClaim', 'ourOpinion', 'none']

const oneStepDown: Readonly<Record<EvidenceKind, EvidenceKind>> = {
  // Both of the first two are exact; a step between them would change nothing.
  measured: 'thirdParty',
  buyerTested: 'thirdParty',
  thirdParty: 'vendorClaim',
  vendorClaim: 'ourOpinion',
  ourOpinion: 'none',
  none: 'none',
}

/** The kind that counts for a piece of evidence: past its date it counts one step down, our own opinion as none. */
export function agedKind(kind: EvidenceKind, isExpired: boolean): EvidenceKind {
  return isExpired ? oneStepDown[kind] : kind
}

/** The kind that counts for a cell: the best of its pieces of evidence after ageing; `none` without any. */
export function bestKind(evidence: readonly { readonly kind: EvidenceKind; readonly isExpired: boolean }[]): EvidenceKind {
  const found = new Set(evidence.map((item) => agedKind(item.kind, item.isExpired)))
  return kindsBestFirst.find((kind) => found.has(kind)) ?? 'none'
}
