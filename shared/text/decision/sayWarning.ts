import { unreachable } from '../../base/unreachable'
import type { DecisionWarning } from '../../domain/decision/DecisionWarning'
import { formatCount, formatPercent, formatQuantity, formatRange } from '../format'

const methodNames = { topsis: 'TOPSIS', vikor: 'VIKOR', promethee: 'PROMETHEE' } as const

/** What a careful reader should know about the figures, and what to do about it. */
export function sayWarning(warning: DecisionWarning): string {
  switch (warning.kind) {
    case 'notWeightedYet':
      return 'Not weighted yet: every criterion counts the same. Put them in order first.'
    case 'allWeightsZero':
      return 'All weights are zero, so every criterion counts the same. Give at least one a weight.'
    case 'weightMissing':
      return `“${warning.criterion.name}” has no weight yet and does not count.`
    case 'doesNotDiscriminate':
      return warning.numbers.weight > 0
        ? `“${warning.criterion.name}” tells no option from another, yet it holds ${formatPercent(warning.numbers.weight)} of the weight. Check its best and worst.`
        : `“${warning.criterion.name}” tells no option from another. Check its best and worst.`
    case 'clipped':
      return `“${warning.criterion.name}” of ${warning.option.name} is ${formatQuantity(warning.numbers.raw, warning.unit)}, outside ${formatRange(warning.numbers.lo, warning.numbers.hi, warning.unit)}. It counts as the nearer end; check the range.`
    case 'valuesWithoutEvidence':
      return `${formatCount(warning.numbers.cells, 'value has', 'values have')} no evidence that still counts and ${warning.numbers.cells === 1 ? 'is' : 'are'} treated as not known.`
    case 'countedTwice':
      return `“${warning.first.name}” and “${warning.second.name}” go up and down together and may be counted twice (${formatPercent(warning.numbers.weight)} of the weight). Would you still want one if the other were equal?`
    case 'unknownInSecondOpinions':
      return `The second opinions take ${formatCount(warning.numbers.cells, 'unknown cell')} as the middle of the scale.`
    case 'dependsOnList':
      return `${methodNames[warning.method]} depends on which options are listed: without ${warning.without.name}, ${warning.to.name} is first instead of ${warning.from.name}.`
    default:
      return unreachable(warning)
  }
}
