import { err, ok, type Result } from '../../../base/Result'
import { at } from '../at'
import type { DecisionInput } from '../DecisionInput'
import type { DecisionRefused } from '../DecisionRefused'
import { rankWeights } from '../weights/rankWeights'
import type { DecisionModel, ModelCriterion } from './DecisionModel'

export type CompiledWeights = Pick<DecisionModel, 'points' | 'pointsSource' | 'weightMissing' | 'order' | 'intervals'>

/**
 * The starting weights: those given; else the middles of the intervals; else from the order (rank-order centroid);
 * else the same for every criterion that is not only a must-have.
 */
export function compileWeights(input: DecisionInput, criteria: readonly ModelCriterion[]): Result<CompiledWeights, DecisionRefused> {
  const order = compileOrder(input)
  if (!order.ok) return order
  const intervals = compileIntervals(input)
  if (!intervals.ok) return intervals
  for (let index = 0; index < input.criteria.length; index++) {
    const weight = input.criteria[index]?.weight
    if (weight === undefined) continue
    const place = `criteria[${index}].weight`
    if (!Number.isFinite(weight)) return err({ kind: 'notFinite', place, found: String(weight) })
    if (weight < 0) return err({ kind: 'negative', place, found: String(weight) })
  }
  const known = { order: order.value, intervals: intervals.value }
  if (input.criteria.some((criterion) => criterion.weight !== undefined)) {
    const points = input.criteria.map((criterion) => criterion.weight ?? 0)
    const weightMissing = criteria.flatMap((criterion, index) =>
      input.criteria[index]?.weight === undefined && !criterion.isMustHave ? [index] : [],
    )
    return ok({ points, pointsSource: 'given', weightMissing, ...known })
  }
  if (known.intervals !== null) {
    return ok({ points: known.intervals.map(([lo, hi]) => (lo + hi) / 2), pointsSource: 'intervals', weightMissing: [], ...known })
  }
  if (known.order !== null) {
    const byPlace = rankWeights(known.order.map((_, place) => place), 'roc')
    const points = criteria.map(() => 0)
    known.order.forEach((criterion, place) => (points[criterion] = at(byPlace, place)))
    return ok({ points, pointsSource: 'order', weightMissing: [], ...known })
  }
  const weighable = criteria.filter((criterion) => !criterion.isMustHave).length
  const points = criteria.map((criterion) => (criterion.isMustHave && weighable > 0 ? 0 : 1))
  return ok({ points, pointsSource: 'equal', weightMissing: [], ...known })
}

function compileOrder(input: DecisionInput): Result<readonly number[] | null, DecisionRefused> {
  if (input.order === undefined) return ok(null)
  const places: number[] = []
  for (let index = 0; index < input.order.length; index++) {
    const name = at(input.order, index)
    const criterion = input.criteria.findIndex((candidate) => candidate.name === name)
    if (criterion < 0) return err({ kind: 'unknownName', place: `order[${index}]`, found: name })
    if (places.includes(criterion)) return err({ kind: 'duplicateName', place: `order[${index}]`, found: name })
    places.push(criterion)
  }
  return ok(places.length === 0 ? null : places)
}

function compileIntervals(input: DecisionInput): Result<readonly (readonly [number, number])[] | null, DecisionRefused> {
  if (input.intervals === undefined) return ok(null)
  const names = Object.keys(input.intervals)
  for (const name of names) {
    const place = `intervals[${JSON.stringify(name)}]`
    if (!input.criteria.some((criterion) => criterion.name === name)) return err({ kind: 'unknownName', place, found: name })
    const [lo, hi] = input.intervals[name] ?? [Number.NaN, Number.NaN]
    if (!Number.isFinite(lo) || !Number.isFinite(hi)) return err({ kind: 'notFinite', place, found: `${lo}, ${hi}` })
    if (lo < 0) return err({ kind: 'negative', place, found: String(lo) })
    if (lo > hi) return err({ kind: 'rangeReversed', place, found: `${lo}, ${hi}` })
  }
  if (names.length === 0) return ok(null)
  // A criterion without an interval stays exactly where its own points put it.
  return ok(
    input.criteria.map((criterion) => {
      const points = criterion.weight ?? 0
      return input.intervals?.[criterion.name] ?? [points, points]
    }),
  )
}
