import { at } from '../at'

export interface NearestWeights {
  /** The nearest shares by sum of squares at which both are level. */
  readonly weights: readonly number[]
  /** Least Σ|change| that makes them level, by moving weight from where the rival is worst to where it is best. */
  readonly shift: number
  /** Weights that are level after the least shift; others may do it with the same sum. */
  readonly shiftedWeights: readonly number[]
}

/** Weights below this are zero, gaps below it are closed. */
const noise = 1e-12

/**
 * The smallest change of weights (shares, sum 1) that closes the gap of a rival to the leader, given the rival's value
 * minus the leader's by criterion. Null if the rival is better nowhere. Without any weight reaching zero this is
 * w + gap/(c·c)·c with c = d − mean d; otherwise the weights at zero are held there. The result is checked against the
 * optimality conditions and, if it misses them, found by bisection, so it is exact either way.
 */
export function nearestWeights(weights: readonly number[], differences: readonly number[]): NearestWeights | null {
  const best = Math.max(...differences)
  if (!(best > 0)) return null
  const gap = -dot(weights, differences)
  if (gap <= noise) return { weights, shift: 0, shiftedWeights: weights }
  return { weights: pinned(weights, differences) ?? bisected(weights, differences), ...leastShift(weights, differences, gap) }
}

/** Moves weight from the criteria where the rival is worst, in that order, to the one where it is best. */
function leastShift(weights: readonly number[], differences: readonly number[], gap: number): Pick<NearestWeights, 'shift' | 'shiftedWeights'> {
  const best = Math.max(...differences)
  const worstFirst = differences.map((_, index) => index).sort((a, b) => at(differences, a) - at(differences, b))
  const shiftedWeights = [...weights]
  let left = gap
  let moved = 0
  for (const index of worstFirst) {
    const gain = best - at(differences, index)
    if (gain <= 0) break
    const share = Math.min(at(weights, index), left / gain)
    moved += share
    shiftedWeights[index] = at(shiftedWeights, index) - share
    left -= share * gain
    if (left <= noise) break
  }
  const target = differences.indexOf(best)
  shiftedWeights[target] = at(shiftedWeights, target) + moved
  return { shift: 2 * moved, shiftedWeights }
}

/** Steps along the gap-closing direction; criteria that would fall below zero are held at zero and the rest redone. */
function pinned(weights: readonly number[], differences: readonly number[]): readonly number[] | null {
  const isPinned = weights.map(() => false)
  for (let round = 0; round < weights.length; round++) {
    const free = weights.flatMap((_, index) => (at(isPinned, index) ? [] : [index]))
    if (free.length === 0) return null
    const mean = free.reduce((sum, index) => sum + at(differences, index), 0) / free.length
    const spread = free.reduce((sum, index) => sum + (at(differences, index) - mean) ** 2, 0)
    if (spread < noise) return null
    // The weight of the pinned criteria is spread over the free ones before the gap is closed.
    const lost = 1 - free.reduce((sum, index) => sum + at(weights, index), 0)
    const gap = free.reduce((sum, index) => sum - at(differences, index) * (at(weights, index) + lost / free.length), 0)
    const step = gap / spread
    if (step < 0) return null
    const level = lost / free.length - step * mean
    const moved = weights.map((weight, index) => (at(isPinned, index) ? 0 : weight + step * at(differences, index) + level))
    const negative = moved.flatMap((weight, index) => (weight < -noise ? [index] : []))
    if (negative.length === 0) {
      // A weight held at zero must want to go below it, or it was pinned too early.
      const isOptimal = weights.every((weight, index) => !at(isPinned, index) || weight + step * at(differences, index) + level <= noise)
      return isOptimal ? moved.map((weight) => Math.max(0, weight)) : null
    }
    for (const index of negative) isPinned[index] = true
  }
  return null
}

/** The projection on the weights that close the gap: w' = max(0, w + λd + μ) with the λ that closes it. */
function bisected(weights: readonly number[], differences: readonly number[]): readonly number[] {
  const stepped = (step: number): readonly number[] => simplexProjection(weights.map((weight, index) => weight + step * at(differences, index)))
  let low = 0
  let high = 1
  while (dot(stepped(high), differences) < 0 && high < 1e12) high *= 2
  for (let round = 0; round < 200; round++) {
    const middle = (low + high) / 2
    if (middle === low || middle === high) break
    if (dot(stepped(middle), differences) < 0) low = middle
    else high = middle
  }
  return stepped(high)
}

/** The nearest point with sum 1 and nothing below zero. */
function simplexProjection(point: readonly number[]): readonly number[] {
  const descending = [...point].sort((a, b) => b - a)
  let sum = 0
  let level = 0
  descending.forEach((value, index) => {
    sum += value
    const candidate = (sum - 1) / (index + 1)
    if (value - candidate > 0) level = candidate
  })
  return point.map((value) => Math.max(0, value - level))
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, index) => sum + value * at(b, index), 0)
}
