import { at } from '../at'

/** `roc`: rank-order centroid, steep. `rankSum`: falls evenly. `reciprocal`: 1, 1/2, 1/3 … */
export type RankWeightMethod = 'roc' | 'rankSum' | 'reciprocal'

/**
 * Weights (sum 1) from ranks, 1 the most important; equal ranks share the mean of the places they take.
 * With n criteria and k the place: ROC w = (1/n)·Σ_{i=k..n} 1/i (Edwards & Barron 1994), the centroid of all weightings
 * in that order; rank-sum w = 2(n+1−k)/(n(n+1)); reciprocal w = (1/k)/Σ 1/i.
 */
export function rankWeights(ranks: readonly number[], method: RankWeightMethod): readonly number[] {
  const byPlace = placeWeights(ranks.length, method)
  return ranks.map((rank) => {
    const before = ranks.filter((other) => other < rank).length
    const tied = ranks.filter((other) => other === rank).length
    let sum = 0
    for (let place = before; place < before + tied; place++) sum += at(byPlace, place)
    return sum / tied
  })
}

function placeWeights(count: number, method: RankWeightMethod): readonly number[] {
  const places = Array.from({ length: count }, (_, index) => index + 1)
  if (method === 'rankSum') return places.map((place) => (2 * (count + 1 - place)) / (count * (count + 1)))
  if (method === 'reciprocal') {
    const sum = places.reduce((total, place) => total + 1 / place, 0)
    return places.map((place) => 1 / place / sum)
  }
  const weights = new Array<number>(count).fill(0)
  let tail = 0
  for (let place = count; place >= 1; place--) {
    tail += 1 / place
    weights[place - 1] = tail / count
  }
  return weights
}
