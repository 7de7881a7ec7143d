import { at } from './at'

/** From here on a difference is printed as a point; half a point up to floating-point noise is half a point. */
export const halfAPoint = 0.005 - 1e-11

/**
 * Rounds parts so that the rounded ones add up to the rounded whole: floors, then one more for the largest remainders
 * (equal ones: the earlier). Parts may be negative. `whole` defaults to the rounded sum. (Hamilton's method)
 */
export function wholePoints(parts: readonly number[], whole: number = roundedSum(parts)): readonly number[] {
  const rounded = parts.map(Math.floor)
  const byRemainder = parts.map((_, index) => index).sort((a, b) => remainder(parts, b) - remainder(parts, a) || a - b)
  let missing = whole - rounded.reduce((sum, part) => sum + part, 0)
  for (let turn = 0; missing > 0 && byRemainder.length > 0; turn++, missing--) {
    const index = at(byRemainder, turn % byRemainder.length)
    rounded[index] = at(rounded, index) + 1
  }
  return rounded
}

/** The shares of weight in whole percent, adding up to exactly 100. */
export function wholePercents(weights: readonly number[]): readonly number[] {
  return wholePoints(
    weights.map((weight) => weight * 100),
    weights.length === 0 ? 0 : 100,
  )
}

/** Halves go up, in spite of floating-point noise, as they do where the whole is printed. */
function roundedSum(parts: readonly number[]): number {
  return Math.round(parts.reduce((sum, part) => sum + part, 0) + 1e-9)
}

function remainder(parts: readonly number[], index: number): number {
  const part = at(parts, index)
  // Noise in the last bits must not decide who gets the point.
  return Math.round((part - Math.floor(part)) * 1e9) / 1e9
}
