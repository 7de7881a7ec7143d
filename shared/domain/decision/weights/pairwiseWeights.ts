import { err, ok, type Result } from '../../../base/Result'
import { at } from '../at'
import type { DecisionRefused } from '../DecisionRefused'

/** `answers[i][j]`: how many times as important i is as j, 1/9 to 9 on Saaty's scale. */
export type PairwiseAnswers = readonly (readonly number[])[]

export interface PairwiseWeights {
  /** Row geometric means, sum 1. This is the default. */
  readonly weights: readonly number[]
  /** Principal eigenvector, sum 1, for comparison with other software. */
  readonly eigenvector: readonly number[]
  readonly lambdaMax: number
  readonly consistencyIndex: number
  /** Above 0.10 the answers contradict each other; 0 with fewer than three criteria. */
  readonly consistencyRatio: number
  /** The three criteria whose answers fit together worst; null with fewer than three. */
  readonly worstTriad: { readonly criteria: readonly [number, number, number]; readonly error: number } | null
}

/** From here on the answers should be looked at again. They are never replaced by equal weights. */
export const acceptableConsistency = 0.1

/** Saaty's random index by number of criteria; from 10 on that of 10. */
const randomIndex = [0, 0, 0, 0.58, 0.9, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49]

const eigenvectorPrecision = 1e-12
const mostIterations = 10_000

/**
 * Weights from pairwise answers: g_i = (Π_j a_ij)^(1/n), w = g/Σg (Crawford & Williams 1985). CI = (λ − n)/(n − 1),
 * CR = CI/RI with λ from the eigenvector (Saaty 1977). The worst triad has the largest |ln(a_ij·a_jk/a_ik)|.
 * For weights only: scoring options this way lets ranks reverse when an option joins.
 */
export function pairwiseWeights(answers: PairwiseAnswers): Result<PairwiseWeights, DecisionRefused> {
  const count = answers.length
  for (let row = 0; row < count; row++) {
    const columns = answers[row]?.length
    if (columns !== count) return err({ kind: 'columnCount', place: `pairwise[${row}]`, found: `${columns}, ${count}` })
    for (let column = 0; column < count; column++) {
      const answer = at(at(answers, row), column)
      const place = `pairwise[${row}][${column}]`
      if (!Number.isFinite(answer)) return err({ kind: 'notFinite', place, found: String(answer) })
      if (answer <= 0) return err({ kind: 'notPositive', place, found: String(answer) })
    }
  }
  const weights = share(answers.map((row) => Math.exp(row.reduce((sum, answer) => sum + Math.log(answer), 0) / count)))
  const eigenvector = principalEigenvector(answers, weights)
  const lambdaMax = answers.reduce((sum, row) => sum + row.reduce((total, answer, column) => total + answer * at(eigenvector, column), 0), 0)
  const consistencyIndex = count < 3 ? 0 : (lambdaMax - count) / (count - 1)
  const consistencyRatio = count < 3 ? 0 : consistencyIndex / at(randomIndex, Math.min(count, randomIndex.length - 1))
  return ok({ weights, eigenvector, lambdaMax, consistencyIndex, consistencyRatio, worstTriad: worstTriad(answers) })
}

/** A whole table of answers from those above the diagonal, row by row: the rest are reciprocals. */
export function reciprocalAnswers(count: number, answerFor: (row: number, column: number) => number): PairwiseAnswers {
  return Array.from({ length: count }, (_, row) =>
    Array.from({ length: count }, (__, column) => (row === column ? 1 : row < column ? answerFor(row, column) : 1 / answerFor(column, row))),
  )
}

function principalEigenvector(answers: PairwiseAnswers, start: readonly number[]): readonly number[] {
  let vector = start
  for (let iteration = 0; iteration < mostIterations; iteration++) {
    const next = share(answers.map((row) => row.reduce((sum, answer, column) => sum + answer * at(vector, column), 0)))
    const change = Math.max(0, ...next.map((value, index) => Math.abs(value - at(vector, index))))
    vector = next
    if (change < eigenvectorPrecision) break
  }
  return vector
}

function worstTriad(answers: PairwiseAnswers): PairwiseWeights['worstTriad'] {
  let worst: PairwiseWeights['worstTriad'] = null
  for (let i = 0; i < answers.length; i++) {
    for (let j = i + 1; j < answers.length; j++) {
      for (let k = j + 1; k < answers.length; k++) {
        const error = Math.abs(Math.log((at(at(answers, i), j) * at(at(answers, j), k)) / at(at(answers, i), k)))
        if (worst === null || error > worst.error) worst = { criteria: [i, j, k], error }
      }
    }
  }
  return worst
}

function share(values: readonly number[]): readonly number[] {
  const sum = values.reduce((total, value) => total + value, 0)
  return values.map((value) => value / sum)
}
