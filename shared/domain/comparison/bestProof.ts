import type { EvidenceKind } from '../decision/DecisionInput'
import { agedKind } from '../decision/evidence'
import type { EvidenceFacts } from './ComparisonFacts'
import { isOld } from './freshness'

/** The proof that counts for a cell. */
export interface BestProof {
  readonly evidence: EvidenceFacts
  /** The kind it was given; the engine takes an old one a step down. */
  readonly kind: Exclude<EvidenceKind, 'none'>
  readonly isOld: boolean
}

const strength: { readonly [kind in EvidenceKind]: number } = { none: 0, ourOpinion: 1, vendorClaim: 2, thirdParty: 3, buyerTested: 4, measured: 5 }

/** The strongest proof after its age is taken into account; of equally strong ones the newest. Null without any. */
export function bestProof(proofs: readonly EvidenceFacts[], isPrice: boolean, today: string): BestProof | null {
  const candidates = proofs.map((evidence): BestProof => ({ evidence, kind: evidence.kind, isOld: isOld(evidence, isPrice, today) }))
  return candidates.reduce<BestProof | null>((best, proof) => (best === null || isStronger(proof, best) ? proof : best), null)
}

function isStronger(a: BestProof, b: BestProof): boolean {
  const difference = strength[agedKind(a.kind, a.isOld)] - strength[agedKind(b.kind, b.isOld)]
  if (difference !== 0) return difference > 0
  if (a.isOld !== b.isOld) return !a.isOld
  return (a.evidence.observedOn ?? '') > (b.evidence.observedOn ?? '')
}
