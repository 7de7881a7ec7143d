import type { ComparisonAnalysis } from '#shared/domain/comparison/analyseComparison'
import { sayNeeded } from '#shared/text/decision/sayFlip'

/** What somebody nobody has met would have to offer, in words, by criterion that could do it alone. */
export function barsToBeat({ description, criteria }: ComparisonAnalysis): ReadonlyMap<string, string> {
  const bars = description.remarks.flatMap((remark) => (remark.kind === 'barToBeat' ? remark.bars : []))
  return new Map(
    bars.flatMap((bar) => {
      const criterion = criteria[bar.criterion.index]
      return criterion ? [[criterion.id, sayNeeded(bar.cell, bar.direction, bar.step)] as const] : []
    }),
  )
}
