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
  return { weights: straight(weights, differences, gap) ?? pinned(weights, differences) ?? bisected(weights, differences), ...leastShift(weights, differences, gap) }
}

/** Moves weight from the criteria where the rival is worst, in that order, to the one where it is best. */
function leastShift(weights: readonly number[], differences: readonly number[], gap: number): Pick<NearestWeights, 'shift' | 'shiftedWeights'> {
  const best = Math.max(...differences)
  const worstFirst = differences.map((_, index) => index).sort((a, b) => (differences[a] as number) - (differences[b] as number))
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

/** The step along c when it leaves every weight at zero or above; null when one would fall below. */
function straight(weights: readonly number[], differences: readonly number[], gap: number): readonly number[] | null {
  const count = weights.length
  let sum = 0
  for (let index = 0; index < count; index++) sum += differences[index] as number
  const mean = sum / count
  let spread = 0
  for (let index = 0; index < count; index++) spread += ((differences[index] as number) - mean) ** 2
  if (spread < noise) return null
  const step = gap / spread
  const moved = new Array<number>(count)
  for (let index = 0; index < count; index++) {
    const weight = (weights[index] as number) + step * ((differences[index] as number) - mean)
    if (weight < 0) return null
    moved[index] = weight
  }
  return moved
}

/** The same step, but weights that would fall below zero are held at zero and the step is redone for the rest. */
function pinned(weights: readonly number[], differences: readonly number[]): readonly number[] | null {
  const count = weights.length
  const isFree = new Uint8Array(count).fill(1)
  const moved = new Array<number>(count).fill(0)
  for (let round = 0; round < count; round++) {
    let free = 0
    let held = 1
    let sum = 0
    for (let index = 0; index < count; index++) {
      if (isFree[index] === 0) continue
      free += 1
      held -= weights[index] as number
      sum += differences[index] as number
    }
    if (free === 0) return null
    // The weight of what is held at zero goes to the others in equal parts before the gap is closed.
    const gift = held / free
    const mean = sum / free
    let spread = 0
    let gap = 0
    for (let index = 0; index < count; index++) {
      if (isFree[index] === 0) continue
      const difference = differences[index] as number
      spread += (difference - mean) ** 2
      gap -= difference * ((weights[index] as number) + gift)
    }
    const step = gap / spread
    if (spread < noise || step < 0) return null
    let hasNegative = false
    for (let index = 0; index < count; index++) {
      moved[index] = (weights[index] as number) + step * ((differences[index] as number) - mean) + gift
      if (isFree[index] === 0 || (moved[index] as number) >= -noise) continue
      isFree[index] = 0
      hasNegative = true
    }
    if (hasNegative) continue
    // What is held at zero must want to go below it, or it was held too early.
    if (moved.some((weight, index) => isFree[index] === 0 && weight > noise)) return null
    return moved.map((weight, index) => (isFree[index] === 0 ? 0 : Math.max(0, weight)))
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
  let sum = 0
  for (let index = 0; index < a.length; index++) sum += (a[index] as number) * (b[index] as number)
  return sum
}
