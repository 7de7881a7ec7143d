import type { ComparisonAnalysis } from '#shared/domain/comparison/analyseComparison'
import type { ComparisonFacts, CriterionFacts } from '#shared/domain/comparison/ComparisonFacts'
import { inOrder } from '#shared/domain/schema/order'

export interface WeightsView {
  readonly sliders: readonly { readonly criterion: CriterionFacts; readonly share: number | null; readonly agreed: number | null }[]
  /** Must-haves without weight: they let pass, they are not weighed. */
  readonly gates: readonly CriterionFacts[]
  readonly agreed: { readonly on: string; readonly with: string } | null
  /** How many weights differ from the agreed ones. */
  readonly changed: number
  readonly nudge: string | null
}

export function weightsView({ comparison }: ComparisonFacts, analysis: ComparisonAnalysis): WeightsView {
  const criteria = inOrder(comparison.criteria)
  const shareById = new Map(analysis.criteria.map((criterion, place) => [criterion.id, analysis.shares[place] ?? 0]))
  const isGate = (criterion: CriterionFacts): boolean => criterion.mustHave && criterion.points === null
  const weighed = criteria.filter((criterion) => !isGate(criterion))
  const agreedOf = (criterion: CriterionFacts): number | null => comparison.agreedPoints[criterion.id] ?? null
  return {
    sliders: weighed.map((criterion) => ({ criterion, share: shareById.get(criterion.id) ?? null, agreed: agreedOf(criterion) })),
    gates: criteria.filter(isGate),
    agreed: comparison.agreedOn === null ? null : { on: comparison.agreedOn, with: comparison.agreedWith },
    changed: comparison.agreedOn === null ? 0 : criteria.filter((criterion) => agreedOf(criterion) !== criterion.points).length,
    nudge: nudgeFor(weighed),
  }
}

/** Equal weights are seldom meant; they are what is left when nobody was asked. */
function nudgeFor(weighed: readonly CriterionFacts[]): string | null {
  if (weighed.length < 2) return null
  if (weighed.every((criterion) => criterion.points === null))
    return 'Not weighted yet: every line counts the same. Move the line that matters most to 100 first.'
  const first = weighed[0]?.points
  return weighed.every((criterion) => criterion.points === first) ? 'All lines weigh the same. Is that right?' : null
}
