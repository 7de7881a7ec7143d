import { unreachable } from '#shared/base/unreachable'
import type { CriterionFacts } from '#shared/domain/comparison/ComparisonFacts'
import type { CriterionGap } from '#shared/domain/comparison/toDecisionInput'
import { inOrder } from '#shared/domain/schema/order'
import { formatQuantity } from '#shared/text/format'

/** The worst and the best of the scale in words, from its fixed anchors; null while they are not set. */
export function anchorWords(criterion: CriterionFacts): { readonly worst: string; readonly best: string } | null {
  const unit = criterion.unit.trim() || null
  switch (criterion.scale) {
    case 'yesNo':
      return criterion.direction === 'max' ? { worst: 'No', best: 'Yes' } : { worst: 'Yes', best: 'No' }
    case 'category': {
      const sorted = inOrder(criterion.categories)
        .filter((category) => category.value !== null)
        .sort((a, b) => (a.value ?? 0) - (b.value ?? 0))
      const [worst, best] = [sorted[0], sorted.at(-1)]
      return worst && best && worst !== best ? { worst: worst.label, best: best.label } : null
    }
    case 'number': {
      if (criterion.lo === null || criterion.hi === null) return null
      const [lo, hi] = [formatQuantity(criterion.lo, unit), formatQuantity(criterion.hi, unit)]
      return criterion.direction === 'max' ? { worst: lo, best: hi } : { worst: hi, best: lo }
    }
    default:
      return unreachable(criterion.scale)
  }
}

/** "at most 12 weeks", "Yes"; null for a criterion that is no must-have or has no limit yet. */
export function sayMustHaveLimit(criterion: CriterionFacts): string | null {
  if (!criterion.mustHave) return null
  const unit = criterion.unit.trim() || null
  if (criterion.scale === 'number') {
    const { mustAtLeast: least, mustAtMost: most } = criterion
    if (least !== null && most !== null) return `between ${formatQuantity(least, unit)} and ${formatQuantity(most, unit)}`
    if (least !== null) return `at least ${formatQuantity(least, unit)}`
    return most === null ? null : `at most ${formatQuantity(most, unit)}`
  }
  if (criterion.mustEqual === null) return null
  if (criterion.scale === 'yesNo') return criterion.mustEqual === 'yes' ? 'Yes' : 'No'
  const category = criterion.categories[criterion.mustEqual]
  return category && category.deletedAt === null ? category.label : null
}

export const gapWords: { readonly [Gap in CriterionGap]: string } = {
  anchorsMissing: 'Set the worst and the best',
  anchorsReversed: 'Worst and best are mixed up',
  categoriesMissing: 'Add the possible answers',
  categoryValueMissing: 'Say how good each answer is',
}
