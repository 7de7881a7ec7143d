/** Why an input cannot be computed, and where. The words are in `shared/text/decision/sayRefusal.ts`. */
export interface DecisionRefused {
  readonly kind: RefusalKind
  /** The place in the input, for example `cells[2][1]` or `criteria[0].lo`. */
  readonly place: string
  /** What was found there, for the message. */
  readonly found?: string | undefined
}

export type RefusalKind =
  | 'wrongShape'
  | 'unknownField'
  | 'notFinite'
  | 'tooLarge'
  | 'tooMany'
  | 'rowCount'
  | 'columnCount'
  | 'duplicateName'
  | 'unknownName'
  | 'nameReserved'
  | 'negative'
  | 'outsideUnit'
  | 'anchorsMissing'
  | 'anchorsReversed'
  | 'anchorsTooNear'
  | 'pointsNotRising'
  | 'pointsTurn'
  | 'pointsAgainstDirection'
  | 'midTooFarOut'
  | 'rangeReversed'
  | 'notPositive'
  | 'notWhole'
  | 'notANumber'
  | 'notALabel'
  | 'notYesNo'
  | 'needsOrder'
  | 'needsIntervals'
