import type { DecisionInput } from '../DecisionInput'
import type { Evaluation } from '../Evaluation'
import type { RobustnessResult } from '../RobustnessResult'
import type { AnswerSentence, FlipSentence, MustHaveSentence, ReasonSentence, RemarkSentence, Sentence, UnknownSentence } from '../Sentence'
import { describeAnswer } from './describeAnswer'
import { describeFlips } from './describeFlips'
import { describeMustHaves } from './describeMustHaves'
import { describeReasons } from './describeReasons'
import { describeRemarks } from './describeRemarks'
import { describeUnknowns } from './describeUnknowns'

/** The facts of every sentence about a decision, by place on the screen. */
export interface DecisionDescription {
  readonly answer: AnswerSentence
  readonly reasonsFor: readonly ReasonSentence[]
  readonly reasonsAgainst: readonly ReasonSentence[]
  readonly flips: readonly FlipSentence[]
  readonly unknowns: readonly UnknownSentence[]
  readonly mustHaves: readonly MustHaveSentence[]
  readonly remarks: readonly RemarkSentence[]
}

/** Turns a computed decision into facts for sentences. `robustness` is null while it has not been worked out. */
export function describeDecision(input: DecisionInput, evaluation: Evaluation, robustness: RobustnessResult | null): DecisionDescription {
  return {
    answer: describeAnswer(evaluation, robustness),
    ...describeReasons(input, evaluation),
    flips: describeFlips(input, evaluation),
    unknowns: describeUnknowns(evaluation),
    mustHaves: describeMustHaves(input, evaluation),
    remarks: describeRemarks(input, evaluation, robustness),
  }
}

/** All sentences in reading order. */
export function allSentences(description: DecisionDescription): readonly Sentence[] {
  const { answer, reasonsFor, reasonsAgainst, flips, unknowns, mustHaves, remarks } = description
  return [answer, ...reasonsFor, ...reasonsAgainst, ...flips, ...unknowns, ...mustHaves, ...remarks]
}
