import { err, ok, type Result } from '../../../base/Result'
import { at } from '../at'
import type { RobustnessInput } from '../DecisionInput'
import type { DecisionRefused } from '../DecisionRefused'
import type { DecisionModel } from '../model/DecisionModel'
import { shareWeights } from '../weights/shareWeights'
import { uniformAt } from './randomStream'

/** Fills the weights (shares) of one draw. */
export interface WeightSampler {
  readonly weights: Float64Array
  readonly isConstant: boolean
  draw(keyA: number, keyB: number): void
}

/**
 * `given`: the same every time. `uniform`: every weighting is as likely as every other, E_j = −ln U, w = E/ΣE; criteria
 * that are only must-haves stay without weight. `order`: the same, largest first into the order; the ordered numbers are
 * made directly, k-th largest of n = Σ_{i=k..n} E_i/i (Rényi 1953). `intervals`: swing points evenly in their intervals.
 */
export function createWeightSampler(model: DecisionModel, points: readonly number[], kind: RobustnessInput['weights']): Result<WeightSampler, DecisionRefused> {
  const weights = Float64Array.from(shareWeights(points).weights)
  switch (kind) {
    case 'given':
      return ok({ weights, isConstant: true, draw: () => undefined })
    case 'uniform': {
      const free = model.criteria.flatMap((criterion, index) => (criterion.isMustHave && at(weights, index) === 0 ? [] : [index]))
      return ok(uniformSampler(weights, free))
    }
    case 'order':
      return model.order === null ? err({ kind: 'needsOrder', place: 'robustness.weights' }) : ok(orderSampler(weights, model.order))
    case 'intervals':
      return model.intervals === null ? err({ kind: 'needsIntervals', place: 'robustness.weights' }) : ok(intervalSampler(weights, model.intervals))
  }
}

function uniformSampler(weights: Float64Array, free: readonly number[]): WeightSampler {
  const places = Int32Array.from(free)
  weights.fill(0)
  if (free.length === 1) weights[at(free, 0)] = 1
  return {
    weights,
    isConstant: free.length < 2,
    draw(keyA, keyB) {
      let sum = 0
      for (let index = 0; index < places.length; index++) {
        const place = places[index] as number
        const exponential = -Math.log(uniformAt(keyA, keyB, place))
        weights[place] = exponential
        sum += exponential
      }
      for (let index = 0; index < weights.length; index++) weights[index] = (weights[index] as number) / sum
    },
  }
}

function orderSampler(weights: Float64Array, order: readonly number[]): WeightSampler {
  const places = Int32Array.from(order)
  weights.fill(0)
  if (order.length === 1) weights[at(order, 0)] = 1
  return {
    weights,
    isConstant: order.length < 2,
    draw(keyA, keyB) {
      let tail = 0
      let sum = 0
      for (let index = places.length - 1; index >= 0; index--) {
        tail -= Math.log(uniformAt(keyA, keyB, index)) / (index + 1)
        weights[places[index] as number] = tail
        sum += tail
      }
      for (let index = 0; index < weights.length; index++) weights[index] = (weights[index] as number) / sum
    },
  }
}

function intervalSampler(weights: Float64Array, intervals: readonly (readonly [number, number])[]): WeightSampler {
  const lows = Float64Array.from(intervals, (interval) => interval[0])
  const spans = Float64Array.from(intervals, (interval) => interval[1] - interval[0])
  weights.set(shareWeights(intervals.map((interval) => interval[0])).weights)
  return {
    weights,
    isConstant: spans.every((span) => span === 0),
    draw(keyA, keyB) {
      let sum = 0
      for (let index = 0; index < weights.length; index++) {
        const points = (lows[index] as number) + uniformAt(keyA, keyB, index) * (spans[index] as number)
        weights[index] = points
        sum += points
      }
      for (let index = 0; index < weights.length; index++) weights[index] = sum > 0 ? (weights[index] as number) / sum : 1 / weights.length
    },
  }
}
