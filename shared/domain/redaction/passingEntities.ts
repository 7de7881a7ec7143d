import type { Account, Comparison, Contradiction, Evidence, Finding, Meeting, Need, Person, PromiseMade, Question } from '../account/Account'
import { cellKey, proofsByCell } from '../comparison/cellKeys'
import { inOrder } from '../schema/order'

/** What of an account belongs to one comparison and may reach the buyer, in order. Of each only what its class lets pass does. */
export interface PassingEntities {
  readonly findings: readonly Finding[]
  readonly contradictions: readonly Contradiction[]
  readonly needs: readonly Need[]
  readonly promises: readonly PromiseMade[]
  readonly questions: readonly Question[]
  readonly meetings: readonly Meeting[]
  readonly people: readonly Person[]
  readonly evidence: readonly Evidence[]
  /** Cells, by `cellKey`, that have a proof, but none that is cleared. */
  readonly withheld: readonly string[]
}

/** Decides entity by entity. What is not named here does not pass, whatever its fields say. */
export function passingEntities(account: Account, comparison: Comparison): PassingEntities {
  const findings = inOrder(account.findings)
  const found = new Set(findings.map(({ id }) => id))
  const contradictions = inOrder(account.contradictions).filter(({ oneFinding, otherFinding }) => found.has(oneFinding ?? '') && found.has(otherFinding ?? ''))
  const needs = inOrder(account.needs).filter((need) => need.confirmedOn !== null)
  const questions = inOrder(account.questions).filter((question) => question.comparison === null || question.comparison === comparison.id)
  const meetings = inOrder(account.meetings).filter((meeting) => meeting.comparison === comparison.id && hasReadBack(meeting))
  const named = new Set([
    ...needs.map(({ saidBy }) => saidBy),
    ...findings.map(({ readBy }) => readBy),
    ...questions.map(({ askedBy }) => askedBy),
    ...meetings.map(({ confirmedBy }) => confirmedBy),
  ])
  const { proofs, withheld } = splitProofs(account, comparison)
  const answers = questions.flatMap(({ proof }) => (proof === null ? [] : (account.evidence[proof] ?? []))).filter((evidence) => evidence.cleared && evidence.deletedAt === null)
  return {
    findings,
    contradictions,
    needs,
    promises: inOrder(account.promises),
    questions,
    meetings,
    people: inOrder(account.people).filter(({ id }) => named.has(id)),
    evidence: [...new Set([...proofs, ...answers])],
    withheld,
  }
}

function hasReadBack({ decided, open, next }: Meeting): boolean {
  return [decided, open, next].some((text) => text.trim() !== '')
}

/** The cleared proofs of the table in reading order, and the cells left with none although there is one. */
function splitProofs(account: Account, comparison: Comparison): { readonly proofs: readonly Evidence[]; readonly withheld: readonly string[] } {
  const byCell = proofsByCell({ comparison, evidence: account.evidence })
  const proofs = new Set<Evidence>()
  const withheld: string[] = []
  for (const criterion of inOrder(comparison.criteria)) {
    for (const option of inOrder(comparison.options)) {
      const own = byCell.get(cellKey(option.id, criterion.id)) ?? []
      const cleared = own.flatMap(({ id }) => account.evidence[id] ?? []).filter((evidence) => evidence.cleared)
      for (const evidence of cleared) proofs.add(evidence)
      if (own.length > 0 && cleared.length === 0) withheld.push(cellKey(option.id, criterion.id))
    }
  }
  return { proofs: [...proofs], withheld }
}
