import type { NamedCriterion, NamedOption } from './Named'

/** Raw numbers of a sentence by name. Shares and values from 0 to 1, raw values in their own units. */
export type Numbers<Key extends string> = Readonly<Record<Key, number>> & Readonly<Record<string, number>>

/** What stands in a cell, ready to be put into words. */
export type ShownCell =
  | { readonly kind: 'number'; readonly value: number; readonly unit: string | null }
  | { readonly kind: 'range'; readonly lo: number; readonly hi: number; readonly unit: string | null }
  | { readonly kind: 'label'; readonly label: string }
  | { readonly kind: 'labels'; readonly lo: string; readonly hi: string }
  | { readonly kind: 'yesNo'; readonly isYes: boolean }
  | { readonly kind: 'notKnown' }
  | { readonly kind: 'doesNotApply' }

export interface ShownLimit {
  readonly atLeast: ShownCell | null
  readonly atMost: ShownCell | null
  readonly equals: ShownCell | null
}

/** Facts for one sentence. The words are in `shared/text/decision`; every number printed there is in `numbers`. */
export type Sentence = AnswerSentence | ReasonSentence | FlipSentence | UnknownSentence | MustHaveSentence | RemarkSentence

export type AnswerSentence =
  | { readonly kind: 'noOptions'; readonly numbers: Numbers<never> }
  | { readonly kind: 'noCriteria'; readonly numbers: Numbers<never> }
  | { readonly kind: 'allSetAside'; readonly numbers: Numbers<'options'> }
  | { readonly kind: 'nothingKnown'; readonly numbers: Numbers<'options' | 'needed'> }
  | { readonly kind: 'noneMeets'; readonly numbers: Numbers<'options'> }
  | { readonly kind: 'onlyIfConfirmed'; readonly option: NamedOption; readonly open: readonly NamedCriterion[]; readonly numbers: Numbers<'total'> }
  | { readonly kind: 'levelIfConfirmed'; readonly options: readonly NamedOption[]; readonly numbers: Numbers<'total'> }
  | { readonly kind: 'onlyOption'; readonly option: NamedOption; readonly numbers: Numbers<'total'> }
  | { readonly kind: 'level'; readonly options: readonly NamedOption[]; readonly numbers: Numbers<'total'> }
  | { readonly kind: 'withinAPoint'; readonly leader: NamedOption; readonly runnerUp: NamedOption; readonly numbers: Numbers<'gap'> }
  | { readonly kind: 'leads'; readonly leader: NamedOption; readonly runnerUp: NamedOption; readonly numbers: Numbers<'gap' | 'total' | 'runnerUpTotal'> }
  /** As `leads`, but what is not known or only a range could still turn it round. */
  | { readonly kind: 'leadsOnEstimates'; readonly leader: NamedOption; readonly runnerUp: NamedOption; readonly numbers: Numbers<'gap' | 'total' | 'runnerUpTotal'> }
  | { readonly kind: 'leadsFirmly'; readonly leader: NamedOption; readonly runnerUp: NamedOption; readonly numbers: Numbers<'gap' | 'first'> }
  | { readonly kind: 'leadsProvisionally'; readonly leader: NamedOption; readonly runnerUp: NamedOption; readonly numbers: Numbers<'gap' | 'first'> }
  | { readonly kind: 'tooCloseToCall'; readonly leader: NamedOption; readonly runnerUp: NamedOption; readonly numbers: Numbers<'gap' | 'beats'> }
  | {
      readonly kind: 'disputed'
      readonly leader: NamedOption
      readonly other: NamedOption
      readonly numbers: Numbers<'gap' | 'first' | 'otherFirst'>
    }

/** One criterion that speaks for or against the leader, compared with the runner-up. */
export interface ReasonSentence {
  readonly kind: 'reasonFor' | 'reasonAgainst'
  readonly criterion: NamedCriterion
  readonly leader: NamedOption
  readonly rival: NamedOption
  readonly leaderCell: ShownCell
  readonly rivalCell: ShownCell
  /** Absolute size of the effect on the gap, 0 to 1. */
  readonly numbers: Numbers<'points'>
}

export type FlipSentence =
  | {
      readonly kind: 'flipByWeight'
      readonly criterion: NamedCriterion
      readonly leader: NamedOption
      readonly winner: NamedOption
      readonly direction: 'more' | 'less'
      /** Share now, share from which on the winner is ahead of the leader, and the whole percent shown now. */
      readonly numbers: Numbers<'from' | 'to' | 'shownFrom'>
    }
  | {
      readonly kind: 'flipByCell'
      readonly criterion: NamedCriterion
      readonly leader: NamedOption
      readonly winner: NamedOption
      readonly now: ShownCell
      readonly needed: ShownCell
      readonly direction: 'atLeast' | 'atMost' | 'equals'
      /** How finely a needed number is worth printing, in raw units. */
      readonly step: number
      /** Gain in value needed. */
      readonly numbers: Numbers<'gain'>
    }
  | {
      readonly kind: 'flipByShift'
      readonly leader: NamedOption
      readonly winner: NamedOption
      /** Share of the weight that has to move from some criteria to others. */
      readonly numbers: Numbers<'moved'>
    }
  | { readonly kind: 'noWeightFlips'; readonly leader: NamedOption; readonly numbers: Numbers<never> }

export type UnknownSentence =
  | { readonly kind: 'unknownMatters'; readonly option: NamedOption; readonly criterion: NamedCriterion; readonly numbers: Numbers<'weight' | 'gapLow' | 'gapHigh'> }
  | { readonly kind: 'unknownsMatterTogether'; readonly numbers: Numbers<'cells'> }
  | { readonly kind: 'unknownsDoNotMatter'; readonly leader: NamedOption; readonly numbers: Numbers<'cells'> }
  | { readonly kind: 'notEnoughKnown'; readonly option: NamedOption; readonly couldStillWin: boolean | null; readonly numbers: Numbers<'known' | 'needed'> }

export type MustHaveSentence =
  | {
      readonly kind: 'failsMustHave'
      readonly option: NamedOption
      readonly criterion: NamedCriterion
      readonly cell: ShownCell
      readonly limit: ShownLimit
      readonly numbers: Numbers<never>
    }
  | { readonly kind: 'ifConfirmed'; readonly option: NamedOption; readonly open: readonly NamedCriterion[]; readonly numbers: Numbers<'rank' | 'total'> }
  | { readonly kind: 'removesNothing'; readonly criterion: NamedCriterion; readonly numbers: Numbers<never> }
  | { readonly kind: 'relax'; readonly criterion: NamedCriterion; readonly survivors: readonly NamedOption[]; readonly numbers: Numbers<'survivors'> }

export type RemarkSentence =
  | { readonly kind: 'dominated'; readonly option: NamedOption; readonly by: readonly NamedOption[]; readonly numbers: Numbers<'by'> }
  | { readonly kind: 'redFlag'; readonly option: NamedOption; readonly criterion: NamedCriterion; readonly numbers: Numbers<'value' | 'weight'> }
  | { readonly kind: 'interchangeable'; readonly ours: NamedOption; readonly rival: NamedOption; readonly numbers: Numbers<'share'> }
  | {
      readonly kind: 'barToBeat'
      readonly leader: NamedOption
      readonly asGoodAs: NamedOption
      readonly bars: readonly {
        readonly criterion: NamedCriterion
        readonly cell: ShownCell
        readonly direction: 'atLeast' | 'atMost' | 'equals'
        readonly step: number
      }[]
      readonly numbers: Numbers<'total'>
    }
  | { readonly kind: 'agreement'; readonly leader: NamedOption; readonly numbers: Numbers<'agree' | 'methods'> }
  | { readonly kind: 'plausibleWeights'; readonly draws: 'given' | 'uniform' | 'order' | 'intervals'; readonly numbers: Numbers<'draws' | 'seed'> }
