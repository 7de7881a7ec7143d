import { at } from '../at'
import type { Direction } from '../DecisionInput'

export interface Vikor {
  /** Group utility, individual regret and the compromise index of each option; less is better. */
  readonly S: readonly number[]
  readonly R: readonly number[]
  readonly Q: readonly number[]
  readonly hasAdvantage: boolean
  readonly isStable: boolean
  /** The options that cannot be told from the best, best first. */
  readonly compromise: readonly number[]
}

/** Differences in Q smaller than this are noise. */
const noise = 1e-12

/**
 * VIKOR (Opricovic & Tzeng 2004) on raw numbers, weights as shares. Term w·(f* − x)/(f* − f⁻) over the options present,
 * 0 when they are all the same; S its sum, R its maximum; Q = v(S − S*)/(S⁻ − S*) + (1 − v)(R − R*)/(R⁻ − R*), zero
 * denominators give 0. Advantage: second Q − first Q ≥ 1/(m − 1). Stable: the first is also best by S or by R. Without
 * advantage all with Q − first < 1/(m − 1) are level; without stability the first two. Undefined below two options: null.
 */
export function vikor(raw: readonly (readonly number[])[], weights: readonly number[], directions: readonly Direction[], v = 0.5): Vikor | null {
  const count = raw.length
  if (count < 2) return null
  const terms = weights.map((weight, criterion) => {
    const column = raw.map((row) => at(row, criterion))
    const [lo, hi] = [Math.min(...column), Math.max(...column)]
    const best = at(directions, criterion) === 'max' ? hi : lo
    return column.map((value) => (hi > lo ? (weight * Math.abs(best - value)) / (hi - lo) : 0))
  })
  const S = raw.map((_, option) => terms.reduce((sum, column) => sum + at(column, option), 0))
  const R = raw.map((_, option) => Math.max(0, ...terms.map((column) => at(column, option))))
  const Q = raw.map((_, option) => v * share(S, option) + (1 - v) * share(R, option))
  const order = Q.map((_, option) => option).sort((a, b) => at(Q, a) - at(Q, b) || a - b)
  const first = at(order, 0)
  const step = 1 / (count - 1)
  const hasAdvantage = at(Q, at(order, 1)) - at(Q, first) >= step - noise
  const isStable = at(S, first) <= Math.min(...S) + noise || at(R, first) <= Math.min(...R) + noise
  const near = order.filter((option) => at(Q, option) - at(Q, first) < step - noise)
  const compromise = !hasAdvantage ? near : isStable ? [first] : order.slice(0, 2)
  return { S, R, Q, hasAdvantage, isStable, compromise }
}

function share(values: readonly number[], option: number): number {
  const [lo, hi] = [Math.min(...values), Math.max(...values)]
  return hi - lo > noise ? (at(values, option) - lo) / (hi - lo) : 0
}
