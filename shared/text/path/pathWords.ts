import { unreachable } from '../../base/unreachable'
import { needsWanted, optionsWanted } from '../../domain/path/pathState'
import type { OpenItem, StepState } from '../../domain/path/StepState'
import type { PathStep } from '../../domain/path/PathStep'
import { formatCount, formatList } from '../format'

/** What each step is called, everywhere. */
export const stepNames: { readonly [step in PathStep]: string } = {
  found: 'Found',
  matters: 'Matters',
  ruleOut: 'Rule out',
  compare: 'Compare',
  decide: 'Decide',
  agree: 'Agree',
  takeAway: 'Take away',
}

/** The question each step puts, as the buyer would ask it. */
export const stepQuestions: { readonly [step in PathStep]: string } = {
  found: 'What have you already found? Where does it disagree?',
  matters: 'What must this do for you? What matters more?',
  ruleOut: 'What is not acceptable? What if you stay as you are, or do it yourselves?',
  compare: 'How do they compare, side by side, need by need?',
  decide: 'What comes out, why, and what would change it?',
  agree: 'What is decided, what is open, what is next, and who promised it?',
  takeAway: 'What do you take with you?',
}

export const stepStateWords: { readonly [kind in StepState['kind']]: string } = { notBegun: 'not begun', open: 'open', done: 'done' }

/** The button that leads on: `Next: Matters`. */
export function sayNext(step: PathStep): string {
  return `Next: ${stepNames[step]}`
}

/** More would not be one line any more. */
const mostItems = 2

/** What a step still waits for, in one line. */
export function sayOpen({ open }: StepState): string {
  if (open.length === 0) return 'Nothing is open here.'
  const shown = open.slice(0, mostItems).map(sayOpenItem)
  const more = open.length - shown.length
  return `Still open: ${[...shown, ...(more > 0 ? [`${more} more`] : [])].join('; ')}.`
}

/** One thing that is open, as a part of a sentence. */
export function sayOpenItem(item: OpenItem): string {
  switch (item.kind) {
    case 'noComparison':
      return 'nobody has said yet what is to be decided'
    case 'noFindings':
      return 'nothing is noted yet'
    case 'contradictionsWithoutOwner':
      return `${formatCount(item.count, 'contradiction has', 'contradictions have')} no owner`
    case 'noNeeds':
      return 'no need is noted yet'
    case 'tooFewNeeds':
      return `${formatCount(item.count, 'need')}, at least ${needsWanted.least} say enough`
    case 'tooManyNeeds':
      return `${item.count} needs, more than ${needsWanted.most} are hard to weigh`
    case 'needsNotQuoted':
      return `${formatCount(item.count, 'need is', 'needs are')} not in the buyer's own words`
    case 'needsNotConfirmed':
      return `${formatCount(item.count, 'need is', 'needs are')} not confirmed by the buyer`
    case 'needsWithoutCriterion':
      return `${formatCount(item.count, 'need asks', 'needs ask')} nothing of the options yet`
    case 'needsWithoutWeight':
      return `${formatCount(item.count, 'need has', 'needs have')} no starting weight`
    case 'noOptions':
      return 'there is nothing to choose from yet but staying as is and doing it in-house'
    case 'tooFewOptions':
      return item.count === 0 ? 'no option is left' : `only ${formatCount(item.count, 'option is', 'options are')} left`
    case 'tooManyOptions':
      return `${item.count} options are left, more than ${optionsWanted.most} are hard to compare`
    case 'leaversWithoutReason':
      return `${formatCount(item.count, 'option is', 'options are')} set aside without a reason`
    case 'fixedNotArgued':
      return `nobody has said what speaks for and against ${formatList(item.names.map((name) => `“${name}”`))}`
    case 'noCriteria':
      return 'nothing is asked of the options yet'
    case 'unknownCells':
      return `${formatCount(item.count, 'value is', 'values are')} not known, and nobody was asked`
    case 'cellsWithoutProof':
      return `${formatCount(item.count, 'value has', 'values have')} no source, so ${item.count === 1 ? 'it does' : 'they do'} not count yet`
    case 'noAnswer':
      return 'nothing comes out yet'
    case 'nothingChosen':
      return 'the buyer has not chosen'
    case 'readBackNotTicked':
      return 'the buyer has not ticked the read-back'
    case 'nothingSaved':
      return 'no file is saved yet'
    default:
      return unreachable(item)
  }
}
