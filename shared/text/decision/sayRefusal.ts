import { unreachable } from '../../base/unreachable'
import type { DecisionRefused } from '../../domain/decision/DecisionRefused'

/** Why a comparison cannot be computed: the place first, then what is wrong and what would be right. */
export function sayRefusal(refused: DecisionRefused): string {
  const found = refused.found === undefined ? '' : ` (found ${refused.found})`
  return `${refused.place === '' ? 'The input' : refused.place}: ${explain(refused)}${found}.`
}

function explain({ kind }: DecisionRefused): string {
  switch (kind) {
    case 'wrongShape':
      return 'this does not have the expected form'
    case 'unknownField':
      return 'this field is not known'
    case 'notFinite':
      return 'a number must be finite; write null for unknown'
    case 'tooLarge':
      return 'numbers beyond 1e100 cannot be compared'
    case 'tooMany':
      return 'these are more than can be compared'
    case 'rowCount':
      return 'there must be one entry per option'
    case 'columnCount':
      return 'there must be one entry per criterion'
    case 'duplicateName':
      return 'this name stands here twice'
    case 'unknownName':
      return 'there is no criterion of this name'
    case 'nameReserved':
      return 'this name cannot be used here; choose another'
    case 'negative':
      return 'this must not be negative'
    case 'outsideUnit':
      return 'this must lie between 0 and 1'
    case 'anchorsMissing':
      return 'lo and hi are needed to turn numbers into values'
    case 'anchorsReversed':
      return 'lo must not be above hi'
    case 'anchorsTooNear':
      return 'the ends are too near to each other to compare anything between them'
    case 'pointsNotRising':
      return 'the raw numbers of the points must rise'
    case 'pointsTurn':
      return 'the values of the points must not turn round'
    case 'pointsAgainstDirection':
      return 'the points go against the direction'
    case 'midTooFarOut':
      return 'the mid-value must lie between 2 % and 98 % of the way from lo to hi'
    case 'rangeReversed':
      return 'the ends must be in rising order'
    case 'notPositive':
      return 'this must be above 0'
    case 'notWhole':
      return 'this must be a whole number'
    case 'notANumber':
      return 'this must be a number'
    case 'notALabel':
      return 'this must be one of the categories'
    case 'notYesNo':
      return 'this must be true or false'
    case 'needsOrder':
      return 'weights in an order need the field "order"'
    case 'needsIntervals':
      return 'weights within intervals need the field "intervals"'
    default:
      return unreachable(kind)
  }
}
