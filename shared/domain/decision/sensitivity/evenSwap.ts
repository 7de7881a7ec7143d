import type { ValueFunction } from '../model/valueFunction'

export interface SwapSide {
  readonly value: ValueFunction
  /** Share of the weight. */
  readonly weight: number
}

export interface EvenSwap {
  /** What the change on the first criterion adds to the total. */
  readonly totalGain: number
  /** The change in value on the second criterion that is worth the same. */
  readonly payValue: number
  /** The raw value to pay with, from `payFrom`; null when the scale does not reach that far. */
  readonly payRaw: number | null
  /** `payRaw` minus where it stands now. */
  readonly payChange: number | null
}

/**
 * What a change on one criterion is worth on another (Hammond, Keeney & Raiffa 1998): dv_j·w_j/w_k value units of k,
 * through k's value function. `payFrom` is where k stands now; null if k has no weight.
 */
export function evenSwap(change: SwapSide & { readonly from: number; readonly to: number }, pay: SwapSide & { readonly payFrom: number }): EvenSwap | null {
  if (pay.weight <= 0) return null
  const totalGain = change.weight * (change.value.valueOf(change.to) - change.value.valueOf(change.from))
  const payValue = totalGain / pay.weight
  const target = pay.value.valueOf(pay.payFrom) - payValue
  const payRaw = target < -1e-12 || target > 1 + 1e-12 ? null : pay.value.rawOf(Math.min(1, Math.max(0, target)))
  return { totalGain, payValue, payRaw, payChange: payRaw === null ? null : payRaw - pay.payFrom }
}
