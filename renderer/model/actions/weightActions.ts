import type { SendEdits } from '../account/SendEdits'

/** What can be done to the weights of a comparison, wherever they are shown. */
export function weightActions(comparisonId: string, send: SendEdits, nameOf: (criterionId: string) => string) {
  const criterionAt = (id: string): string => `comparisons/${comparisonId}/criteria/${id}`
  return {
    setPoints: (criterionId: string, points: number | null) =>
      send([{ kind: 'set', at: criterionAt(criterionId), field: 'points', value: points }], { label: `weight of ${nameOf(criterionId)}` }),
    agreeWeights: (on: string, agreedWith: string) =>
      send([{ kind: 'agreeWeights', comparison: comparisonId, on, with: agreedWith }], { label: 'agreed weights' }),
    resetWeights: () => send([{ kind: 'resetWeights', comparison: comparisonId }], { label: 'back to the agreed weights' }),
  }
}
