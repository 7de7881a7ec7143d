import { at } from './at'
import type { DecisionWarning } from './DecisionWarning'
import { discriminates } from './model/compileCell'
import type { DecisionModel } from './model/DecisionModel'

/** What a careful reader should know before trusting the totals. Most serious first. */
export function findWarnings(model: DecisionModel, weights: readonly number[], isEqualised: boolean): readonly DecisionWarning[] {
  const named = (index: number): { readonly index: number; readonly name: string } => ({ index, name: at(model.criteria, index).name })
  const warnings: DecisionWarning[] = []
  if (model.criterionCount > 0 && isEqualised) warnings.push({ kind: 'allWeightsZero', numbers: { criteria: model.criterionCount } })
  else if (model.criterionCount > 0 && model.pointsSource === 'equal') warnings.push({ kind: 'notWeightedYet', numbers: { criteria: model.criterionCount } })
  for (const criterion of model.weightMissing) warnings.push({ kind: 'weightMissing', criterion: named(criterion), numbers: {} })
  model.criteria.forEach(({ scale }, index) => {
    const weight = at(weights, index)
    if (scale.kind !== 'gate' && !discriminates(scale)) warnings.push({ kind: 'doesNotDiscriminate', criterion: named(index), numbers: { weight } })
  })
  for (const { option, criterion, raw } of model.clipped) {
    const { scale, unit } = at(model.criteria, criterion)
    if (scale.kind !== 'number') continue
    const numbers = { raw, lo: scale.value.lo, hi: scale.value.hi }
    warnings.push({ kind: 'clipped', option: { index: option, name: at(model.options, option) }, criterion: named(criterion), unit, numbers })
  }
  if (model.withoutEvidence > 0) warnings.push({ kind: 'valuesWithoutEvidence', numbers: { cells: model.withoutEvidence } })
  for (const { first, second, correlation } of model.countedTwice) {
    const weight = at(weights, first) + at(weights, second)
    if (weight > 0) warnings.push({ kind: 'countedTwice', first: named(first), second: named(second), numbers: { correlation, weight } })
  }
  return warnings
}
