import type { Direction } from '../DecisionInput'
import { at } from '../at'

/**
 * Turns raw units into a value from 0 (as bad as the worse anchor) to 1 (as good as the better one).
 * Raw values outside the anchors are clipped; `isOutside` reports them.
 */
export interface ValueFunction {
  /** The value of a raw number, 0 to 1. */
  valueOf(raw: number): number
  /** The least demanding raw number that is worth `value`; null when no raw number is (or all are). */
  rawOf(value: number): number | null
  isOutside(raw: number): boolean
  /** False when every raw number is worth the same. */
  readonly discriminates: boolean
  /** The straight line v = start + slope·raw before clipping, where the function is one; null where it bends. */
  readonly line: { readonly start: number; readonly slope: number } | null
  /** Raw numbers at the ends. */
  readonly lo: number
  readonly hi: number
}

/** Nearer to the middle than this, the mid-value curve is a straight line (the exponent would vanish). */
const straightWithin = 1e-6

/**
 * Straight line between the anchors: v = (x − lo)/(hi − lo), or (hi − x)/(hi − lo) when less is better.
 * Equal anchors give 0 for everything and do not discriminate. Expects lo ≤ hi. (Keeney & Raiffa 1976)
 */
export function linearValue(lo: number, hi: number, direction: Direction): ValueFunction {
  const slope = hi > lo ? (direction === 'max' ? 1 : -1) / (hi - lo) : 0
  const line = { start: slope > 0 ? -lo * slope : -hi * slope, slope }
  return shapedValue(lo, hi, direction, line, (share) => share, (value) => value)
}

/**
 * Exponential through a mid-value: v = (1 − e^(−k·t))/(1 − e^(−k)) with t the share of the way from worst to best
 * and k such that v(t of `mid`) = 1/2. Expects lo < hi and 0.02 ≤ t(mid) ≤ 0.98. (Keeney & Raiffa 1976, ch. 4)
 */
export function midValue(lo: number, mid: number, hi: number, direction: Direction): ValueFunction {
  const midShare = direction === 'max' ? (mid - lo) / (hi - lo) : (hi - mid) / (hi - lo)
  if (Math.abs(midShare - 0.5) < straightWithin) return linearValue(lo, hi, direction)
  const k = midValueExponent(midShare)
  const full = -Math.expm1(-k)
  return shapedValue(
    lo,
    hi,
    direction,
    null,
    (share) => -Math.expm1(-k * share) / full,
    (value) => -Math.log1p(-value * full) / k,
  )
}

/**
 * The exponent k with (1 − e^(−k·t))/(1 − e^(−k)) = 1/2, by bisection to the last bit.
 * k > 0 exactly when t < 1/2; the range of t is ±0.48 around the middle, which keeps |k| below 36.
 */
export function midValueExponent(midShare: number): number {
  const isEarly = midShare < 0.5
  const share = isEarly ? midShare : 1 - midShare
  let low = 0
  let high = 40
  for (let step = 0; step < 200; step++) {
    const middle = (low + high) / 2
    if (middle === low || middle === high) break
    if (-Math.expm1(-middle * share) / -Math.expm1(-middle) < 0.5) low = middle
    else high = middle
  }
  return isEarly ? high : -high
}

/**
 * Straight lines through (raw, value) points. Expects rising raw numbers and values in [0, 1] that never turn;
 * values may rise or fall. Outside the first and last point the end value holds.
 */
export function piecewiseValue(points: readonly (readonly [number, number])[]): ValueFunction {
  const raws = points.map((point) => point[0])
  const values = points.map((point) => point[1])
  const last = points.length - 1
  const first = at(values, 0)
  const rises = at(values, last) > first
  return {
    lo: at(raws, 0),
    hi: at(raws, last),
    line: null,
    discriminates: at(values, last) !== first,
    isOutside: (raw) => raw < at(raws, 0) || raw > at(raws, last),
    valueOf(raw) {
      if (raw <= at(raws, 0)) return first
      for (let index = 1; index <= last; index++) {
        const end = at(raws, index)
        if (raw > end) continue
        const start = at(raws, index - 1)
        const from = at(values, index - 1)
        return from + ((raw - start) / (end - start)) * (at(values, index) - from)
      }
      return at(values, last)
    },
    rawOf(value) {
      // From the worst end towards the best, so that a flat stretch asks for no more than needed.
      for (let step = 0; step < last; step++) {
        const worse = rises ? step : last - step
        const better = rises ? step + 1 : last - step - 1
        const from = at(values, worse)
        const to = at(values, better)
        if (from === to || value < from || value > to) continue
        return at(raws, worse) + ((value - from) / (to - from)) * (at(raws, better) - at(raws, worse))
      }
      return null
    },
  }
}

function shapedValue(
  lo: number,
  hi: number,
  direction: Direction,
  line: ValueFunction['line'],
  valueOfShare: (share: number) => number,
  shareOfValue: (value: number) => number,
): ValueFunction {
  const range = hi - lo
  const discriminates = range > 0
  return {
    lo,
    hi,
    line,
    discriminates,
    isOutside: (raw) => raw < lo || raw > hi,
    valueOf(raw) {
      if (!discriminates) return 0
      const share = direction === 'max' ? (raw - lo) / range : (hi - raw) / range
      return share <= 0 ? 0 : share >= 1 ? 1 : valueOfShare(share)
    },
    rawOf(value) {
      if (!discriminates || value < 0 || value > 1) return null
      const share = shareOfValue(value)
      return direction === 'max' ? lo + share * range : hi - share * range
    },
  }
}
