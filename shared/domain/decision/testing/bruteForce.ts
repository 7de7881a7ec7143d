import type { DecisionInput } from '../DecisionInput'
import { evaluateModel } from '../evaluate'
import type { Evaluation } from '../Evaluation'
import { compileModel } from '../model/compileModel'
import type { DecisionModel } from '../model/DecisionModel'

/** Slower than anything in the engine and written without it: what the engine must agree with. */

export function compiledOrThrow(input: DecisionInput): DecisionModel {
  const model = compileModel(input)
  if (!model.ok) throw new Error(`${model.error.place}: ${model.error.kind} ${model.error.found ?? ''}`)
  return model.value
}

export function evaluatedOrThrow(input: DecisionInput): Evaluation {
  return evaluateModel(compiledOrThrow(input))
}

/** Σ w·v, added up in the plainest way. */
export function plainTotal(row: readonly number[], weights: readonly number[]): number {
  let total = 0
  for (let index = 0; index < row.length; index++) total += (row[index] ?? 0) * (weights[index] ?? 0)
  return total
}

/** The weights when criterion k gets the share t and the others keep their proportions. */
export function weightsWith(weights: readonly number[], criterion: number, share: number): readonly number[] {
  const now = weights[criterion] ?? 0
  const others = weights.length - 1
  return weights.map((weight, index) => {
    if (index === criterion) return share
    return now >= 1 - 1e-12 ? (1 - share) / others : (weight * (1 - share)) / (1 - now)
  })
}

/** How far the best of `rivals` is above the leader under these weights; negative if the leader leads. */
export function leadOverLeader(evaluation: Evaluation, weights: readonly number[], leader: number, rivals: readonly number[]): number {
  const own = plainTotal(evaluation.values[leader] ?? [], weights)
  return Math.max(...rivals.map((rival) => plainTotal(evaluation.values[rival] ?? [], weights) - own))
}

/** The input with one cell replaced. */
export function withCell(input: DecisionInput, option: number, criterion: number, cell: DecisionInput['cells'][number][number]): DecisionInput {
  return { ...input, cells: input.cells.map((row, place) => (place === option ? row.map((kept, column) => (column === criterion ? cell : kept)) : row)) }
}

/** Evenly random weights from uniform numbers. */
export function simplexFrom(uniforms: readonly number[]): readonly number[] {
  const parts = uniforms.map((uniform) => -Math.log(Math.max(uniform, 1e-12)))
  const sum = parts.reduce((total, part) => total + part, 0)
  return parts.map((part) => part / sum)
}

/** A small generator for the tests, unrelated to the engine's (mulberry32). */
export function testRandom(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
