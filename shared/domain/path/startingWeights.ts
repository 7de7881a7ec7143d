import type { Account, Comparison, Criterion, Need } from '../account/Account'
import { rankWeights } from '../decision/weights/rankWeights'
import { inOrder } from '../schema/order'

/** Swing points run from 0 to 100; the first need gets all of them. */
const mostPoints = 100

export interface NeedWeight {
  readonly need: Need
  /** Everything that is asked of the options because of it. */
  readonly criteria: readonly Criterion[]
  /** Its share by its place in the order; null while the buyer has not ticked it, or nothing with a weight rests on it. */
  readonly share: number | null
}

export interface StartingWeights {
  readonly needs: readonly NeedWeight[]
  /** Swing points that the order gives, by criterion. */
  readonly points: { readonly [criterionId: string]: number }
  /**
   * `same`: the criteria have these points. `free`: taking them over replaces nothing but an earlier order.
   * `moved`: somebody has moved a weight, which nothing may overwrite unasked.
   */
  readonly state: 'none' | 'same' | 'free' | 'moved'
}

/**
 * Weights to start from: the order of the needs as rank-order-centroid weights, those of a need shared evenly by
 * its criteria. A criterion that is only a gate (a must-have without points) stays one.
 */
export function startingWeights(account: Account, comparison: Comparison): StartingWeights {
  const needs = inOrder(account.needs).map((need) => ({ need, criteria: inOrder(comparison.criteria).filter((criterion) => criterion.need === need.id) }))
  const weighed = needs.flatMap(({ need, criteria }) => {
    const counted = criteria.filter((criterion) => !isGate(criterion))
    return need.confirmedOn !== null && counted.length > 0 ? [{ need, counted }] : []
  })
  const shares = rankWeights(
    weighed.map((_, place) => place + 1),
    'roc',
  )
  const shareOf = new Map(weighed.map(({ need }, place) => [need.id, shares[place] ?? 0]))
  const most = Math.max(0, ...weighed.map(({ counted }, place) => (shares[place] ?? 0) / counted.length))
  const placed = weighed.flatMap(({ counted }, place) =>
    counted.map((criterion) => ({ criterion, points: Math.round((mostPoints * (shares[place] ?? 0)) / counted.length / most) })),
  )
  return {
    needs: needs.map(({ need, criteria }) => ({ need, criteria, share: shareOf.get(need.id) ?? null })),
    points: Object.fromEntries(placed.map(({ criterion, points }) => [criterion.id, points])),
    state: stateOf(placed),
  }
}

function isGate({ mustHave, points }: Criterion): boolean {
  return mustHave && points === null
}

function stateOf(placed: readonly { readonly criterion: Criterion; readonly points: number }[]): StartingWeights['state'] {
  if (placed.length === 0) return 'none'
  if (placed.every(({ criterion, points }) => criterion.points === points)) return 'same'
  const present = placed.flatMap(({ criterion }) => criterion.points ?? [])
  if (present.length === 0) return 'free'
  // The points of another order of the same needs were set by this step, not by a hand on a slider.
  const sorted = (points: readonly number[]): string => [...points].sort((a, b) => a - b).join()
  return sorted(present) === sorted(placed.map(({ points }) => points)) ? 'free' : 'moved'
}
