import type { PathStep } from './PathStep'

/** One thing a step still waits for. `count` says how many of them there are. */
export type OpenItem =
  /** Nothing can be done here before somebody says what is to be decided. */
  | { readonly kind: 'noComparison' }
  | { readonly kind: 'noFindings' }
  | { readonly kind: 'contradictionsWithoutOwner'; readonly count: number }
  | { readonly kind: 'noNeeds' }
  | { readonly kind: 'tooFewNeeds'; readonly count: number }
  | { readonly kind: 'tooManyNeeds'; readonly count: number }
  | { readonly kind: 'needsNotQuoted'; readonly count: number }
  | { readonly kind: 'needsNotConfirmed'; readonly count: number }
  | { readonly kind: 'needsWithoutCriterion'; readonly count: number }
  | { readonly kind: 'needsWithoutWeight'; readonly count: number }
  | { readonly kind: 'noOptions' }
  | { readonly kind: 'tooFewOptions'; readonly count: number }
  | { readonly kind: 'tooManyOptions'; readonly count: number }
  | { readonly kind: 'leaversWithoutReason'; readonly count: number }
  /** Staying as is or doing it in-house is still in, and nobody said what speaks for and against it. */
  | { readonly kind: 'fixedNotArgued'; readonly names: readonly string[] }
  | { readonly kind: 'noCriteria' }
  | { readonly kind: 'unknownCells'; readonly count: number }
  /** Something stands in the cell, but nothing says where it comes from, so it counts as not known. */
  | { readonly kind: 'cellsWithoutProof'; readonly count: number }
  | { readonly kind: 'noAnswer' }
  | { readonly kind: 'nothingChosen' }
  | { readonly kind: 'readBackNotTicked' }
  | { readonly kind: 'nothingSaved' }

export interface StepState {
  readonly step: PathStep
  /** `notBegun`: there is nothing in it yet. */
  readonly kind: 'notBegun' | 'open' | 'done'
  /** What it waits for; empty where it is done. */
  readonly open: readonly OpenItem[]
}

export interface PathState {
  readonly steps: { readonly [step in PathStep]: StepState }
  /** The first step that is not done; null when all are. */
  readonly next: PathStep | null
}
