import { byOrder } from '../schema/order'
import type { ComparisonFacts, EvidenceFacts } from './ComparisonFacts'

/** The key of a cell in `cellValue` and `cellNote`. */
export function cellKey(optionId: string, criterionId: string): string {
  return `${optionId}:${criterionId}`
}

/** The key under which `cellEvidence` says that a proof belongs to a cell. */
export function proofKey(optionId: string, criterionId: string, evidenceId: string): string {
  return `${optionId}:${criterionId}:${evidenceId}`
}

/** The proofs of every cell that has one, by `cellKey`, in the order of the evidence list. Costs one pass over the table. */
export function proofsByCell(facts: ComparisonFacts): ReadonlyMap<string, readonly EvidenceFacts[]> {
  const proofs = new Map<string, EvidenceFacts[]>()
  for (const [key, isProof] of Object.entries(facts.comparison.cellEvidence)) {
    const [optionId, criterionId, evidenceId] = key.split(':')
    if (!isProof || optionId === undefined || criterionId === undefined || evidenceId === undefined) continue
    const evidence = Object.hasOwn(facts.evidence, evidenceId) ? facts.evidence[evidenceId] : undefined
    if (!evidence || evidence.deletedAt !== null) continue
    const cell = cellKey(optionId, criterionId)
    proofs.set(cell, [...(proofs.get(cell) ?? []), evidence])
  }
  for (const list of proofs.values()) list.sort(byOrder)
  return proofs
}
