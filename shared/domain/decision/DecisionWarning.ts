import type { NamedCriterion, NamedOption } from './Named'

/** Something a careful reader of the result should know. The words are in `shared/text/decision/sayWarning.ts`. */
export type DecisionWarning =
  | { readonly kind: 'notWeightedYet'; readonly numbers: { readonly criteria: number } }
  | { readonly kind: 'allWeightsZero'; readonly numbers: { readonly criteria: number } }
  | { readonly kind: 'weightMissing'; readonly criterion: NamedCriterion; readonly numbers: Readonly<Record<never, number>> }
  | { readonly kind: 'doesNotDiscriminate'; readonly criterion: NamedCriterion; readonly numbers: { readonly weight: number } }
  | {
      readonly kind: 'clipped'
      readonly option: NamedOption
      readonly criterion: NamedCriterion
      readonly unit: string | null
      readonly numbers: { readonly raw: number; readonly lo: number; readonly hi: number }
    }
  | { readonly kind: 'valuesWithoutEvidence'; readonly numbers: { readonly cells: number } }
  | {
      readonly kind: 'countedTwice'
      readonly first: NamedCriterion
      readonly second: NamedCriterion
      readonly numbers: { readonly correlation: number; readonly weight: number }
    }
  | { readonly kind: 'unknownInSecondOpinions'; readonly numbers: { readonly cells: number } }
  | {
      readonly kind: 'dependsOnList'
      readonly method: 'topsis' | 'vikor' | 'promethee'
      readonly without: NamedOption
      readonly from: NamedOption
      readonly to: NamedOption
      readonly numbers: Readonly<Record<never, number>>
    }
