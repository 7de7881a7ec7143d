import { at } from './at'
import type { Interchangeable } from './Evaluation'
import type { DecisionModel } from './model/DecisionModel'

/** Values are shown as whole points out of 100; less than one point is no difference anybody can see. */
export const displayStep = 0.01
/** Keeps a difference of exactly one point visible in spite of floating-point noise. */
const noise = 1e-9

/**
 * The share of weight on which our best ranked option and the best ranked rival cannot be told apart: their likely
 * ranges overlap or lie less than a point apart. Without an option of ours (or without a rival) the first two.
 */
export function interchangeableShare(model: DecisionModel, weights: readonly number[], byRank: readonly number[]): Interchangeable | null {
  const isOurs = (option: number): boolean => model.optionKinds[option] === 'ours'
  const bestOurs = byRank.find(isOurs)
  const bestRival = byRank.find((option) => !isOurs(option))
  const hasBoth = bestOurs !== undefined && bestRival !== undefined
  const ours = hasBoth ? bestOurs : byRank[0]
  const rival = hasBoth ? bestRival : byRank[1]
  if (ours === undefined || rival === undefined) return null
  const criteria = model.criteria.flatMap((_, criterion) => {
    const a = ours * model.criterionCount + criterion
    const b = rival * model.criterionCount + criterion
    const apart = Math.max(at(model.likelyLow, a) - at(model.likelyHigh, b), at(model.likelyLow, b) - at(model.likelyHigh, a))
    return apart < displayStep - noise ? [criterion] : []
  })
  return { ours, rival, share: criteria.reduce((sum, criterion) => sum + at(weights, criterion), 0), criteria }
}
