import { unreachable } from '../../../base/unreachable'
import { at } from '../at'
import type { Direction, PreferenceInput } from '../DecisionInput'

export interface Promethee {
  /** pi[a][b]: weighted preference of a over b, 0 to 1. */
  readonly preference: readonly (readonly number[])[]
  readonly plus: readonly number[]
  readonly minus: readonly number[]
  /** plus − minus; adds up to 0. More is better. */
  readonly net: readonly number[]
}

/**
 * PROMETHEE II (Brans & Vincke 1985) on raw numbers, weights as shares: pi = Σw·P(d) with d the lead in the criterion's
 * direction; flows divide by m − 1. Undefined below two options: null.
 */
export function promethee(
  raw: readonly (readonly number[])[],
  weights: readonly number[],
  directions: readonly Direction[],
  preferences: readonly PreferenceInput[],
): Promethee | null {
  const count = raw.length
  if (count < 2) return null
  const preference = raw.map((a) =>
    raw.map((b) =>
      weights.reduce((sum, weight, criterion) => {
        const lead = at(directions, criterion) === 'max' ? at(a, criterion) - at(b, criterion) : at(b, criterion) - at(a, criterion)
        return sum + weight * preferenceDegree(lead, at(preferences, criterion))
      }, 0),
    ),
  )
  const plus = preference.map((row) => row.reduce((sum, degree) => sum + degree, 0) / (count - 1))
  const minus = preference.map((_, option) => preference.reduce((sum, row) => sum + at(row, option), 0) / (count - 1))
  return { preference, plus, minus, net: plus.map((flow, option) => flow - at(minus, option)) }
}

/**
 * Net flows when one option is taken off the list, by option, the removed one included (its entry means nothing). The
 * preferences among the others do not change, so this costs options² and not options² × criteria. Undefined below two
 * remaining options: null.
 */
export function netWithout(preference: readonly (readonly number[])[], removed: number): readonly number[] | null {
  const count = preference.length - 1
  if (count < 2) return null
  return preference.map((row, option) =>
    row.reduce((sum, degree, other) => (other === removed ? sum : sum + degree - at(at(preference, other), option)), 0) / (count - 1),
  )
}

/**
 * How much a lead d in raw units is preferred, 0 to 1. usual: 1 if d > 0. ushape: 1 if d > q. vshape: d/p, at most 1.
 * level: 0 up to q, 1/2 up to p, then 1. linear: (d − q)/(p − q) between. gaussian: 1 − e^(−d²/2s²). Missing q counts as
 * 0; a missing or zero p or s lets any lead above q count in full.
 */
export function preferenceDegree(lead: number, { shape, q = 0, p = 0, s = 0 }: PreferenceInput): number {
  if (lead <= 0) return 0
  switch (shape) {
    case 'usual':
      return 1
    case 'ushape':
      return lead > q ? 1 : 0
    case 'vshape':
      return lead < p ? lead / p : 1
    case 'level':
      return lead <= q ? 0 : lead <= p ? 0.5 : 1
    case 'linear':
      return lead <= q ? 0 : lead < p ? (lead - q) / (p - q) : 1
    case 'gaussian':
      return s > 0 ? -Math.expm1(-((lead / s) ** 2) / 2) : 1
    default:
      return unreachable(shape)
  }
}
