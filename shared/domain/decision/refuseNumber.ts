import type { DecisionRefused } from './DecisionRefused'

/** Beyond this, sums and squares of a table leave the range of floating-point numbers. */
export const largestNumber = 1e100

/** Why a number from outside cannot be computed with, or null: NaN, an infinity, or beyond ±1e100. */
export function refuseNumber(number: number, place: string): DecisionRefused | null {
  if (!Number.isFinite(number)) return { kind: 'notFinite', place, found: String(number) }
  return Math.abs(number) > largestNumber ? { kind: 'tooLarge', place, found: String(number) } : null
}
