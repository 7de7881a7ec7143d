import { err, ok, type Result } from '../../../base/Result'
import { at } from '../at'
import type { DecisionInput } from '../DecisionInput'
import type { DecisionRefused } from '../DecisionRefused'
import { ownEntry } from '../ownEntry'
import { refuseNumber } from '../refuseNumber'
import { rankWeights } from '../weights/rankWeights'
import type { DecisionModel, ModelCriterion } from './DecisionModel'

export type CompiledWeights = Pick<DecisionModel, 'points' | 'pointsSource' | 'weightMissing' | 'order' | 'intervals'>

/**
 * The starting weights: those given, and for a criterion without one the middle of its interval; else the middles of the
 * intervals; else from the order (rank-order centroid); else the same for every criterion that is not only a must-have.
 * A criterion left without any of them while others have one counts nothing and is listed in `weightMissing`.
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
    const refused = refuseNumber(weight, place)
    if (refused !== null) return err(refused)
    if (weight < 0) return err({ kind: 'negative', place, found: String(weight) })
  }
  const known = { order: order.value, intervals: intervals.value }
  const missing = (isSaid: (index: number) => boolean): readonly number[] =>
    criteria.flatMap((criterion, index) => (isSaid(index) || criterion.isMustHave ? [] : [index]))
  const isGiven = (index: number): boolean => input.criteria[index]?.weight !== undefined || hasInterval(input, index)
  const middles = known.intervals?.map(([lo, hi]) => (lo + hi) / 2) ?? []
  if (input.criteria.some((criterion) => criterion.weight !== undefined)) {
    const points = input.criteria.map((criterion, index) => criterion.weight ?? middles[index] ?? 0)
    return ok({ points, pointsSource: 'given', weightMissing: missing(isGiven), ...known })
  }
  if (known.intervals !== null) return ok({ points: middles, pointsSource: 'intervals', weightMissing: missing(isGiven), ...known })
  if (known.order !== null) {
    const places = known.order
    const byPlace = rankWeights(places.map((_, place) => place), 'roc')
    const points = criteria.map(() => 0)
    places.forEach((criterion, place) => (points[criterion] = at(byPlace, place)))
    return ok({ points, pointsSource: 'order', weightMissing: missing((index) => places.includes(index)), ...known })
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
    const refused = refuseNumber(lo, place) ?? refuseNumber(hi, place)
    if (refused !== null) return err(refused)
    if (lo < 0) return err({ kind: 'negative', place, found: String(lo) })
    if (lo > hi) return err({ kind: 'rangeReversed', place, found: `${lo}, ${hi}` })
  }
  if (names.length === 0) return ok(null)
  // A criterion without an interval stays exactly where its own points put it.
  return ok(
    input.criteria.map((criterion) => {
      const points = criterion.weight ?? 0
      return ownEntry(input.intervals, criterion.name) ?? [points, points]
    }),
  )
}

function hasInterval(input: DecisionInput, index: number): boolean {
  return ownEntry(input.intervals, input.criteria[index]?.name ?? '') !== undefined
}
