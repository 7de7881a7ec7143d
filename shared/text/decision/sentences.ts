import type { DecisionDescription } from '../../domain/decision/sentences/describeDecision'
import type { Sentence } from '../../domain/decision/Sentence'
import { sayAnswer } from './sayAnswer'
import { sayFlip } from './sayFlip'
import { sayMustHave, sayReason, sayRemark, sayUnknown } from './sayRemark'

/** Any sentence about a decision in plain English. Screens, briefs and the command line all use this one. */
export function saySentence(sentence: Sentence): string {
  switch (sentence.kind) {
    case 'reasonFor':
    case 'reasonAgainst':
      return sayReason(sentence)
    case 'flipByWeight':
    case 'flipByCell':
    case 'flipByShift':
    case 'noWeightFlips':
      return sayFlip(sentence)
    case 'unknownMatters':
    case 'unknownsMatterTogether':
    case 'unknownsDoNotMatter':
    case 'notEnoughKnown':
      return sayUnknown(sentence)
    case 'failsMustHave':
    case 'ifConfirmed':
    case 'removesNothing':
    case 'relax':
      return sayMustHave(sentence)
    case 'dominated':
    case 'redFlag':
    case 'interchangeable':
    case 'barToBeat':
    case 'agreement':
    case 'plausibleWeights':
      return sayRemark(sentence)
    default:
      return sayAnswer(sentence)
  }
}

/** The words of a whole decision by place on the screen. */
export interface DecisionWording {
  readonly answer: string
  readonly reasonsFor: readonly string[]
  readonly reasonsAgainst: readonly string[]
  readonly flips: readonly string[]
  readonly unknowns: readonly string[]
  readonly mustHaves: readonly string[]
  readonly remarks: readonly string[]
}

/** Puts a described decision into words. */
export function sayDecision(description: DecisionDescription): DecisionWording {
  return {
    answer: sayAnswer(description.answer),
    reasonsFor: description.reasonsFor.map(sayReason),
    reasonsAgainst: description.reasonsAgainst.map(sayReason),
    flips: description.flips.map(sayFlip),
    unknowns: description.unknowns.map(sayUnknown),
    mustHaves: description.mustHaves.map(sayMustHave),
    remarks: description.remarks.map(sayRemark),
  }
}
