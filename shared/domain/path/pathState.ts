import type { Account, Comparison, Need } from '../account/Account'
import { cellKey } from '../comparison/cellKeys'
import { inOrder } from '../schema/order'
import { optionsLeft, type OptionsLeft } from './optionsLeft'
import type { OpenItem, PathState, StepState } from './StepState'
import { pathSteps, type PathStep } from './PathStep'

/** How many needs a choice can be weighed by: fewer say too little, more than a person keeps in mind. */
export const needsWanted = { least: 3, most: 7 } as const
/** How many options a comparison can hold side by side. */
export const optionsWanted = { least: 2, most: 5 } as const

/**
 * Where an account stands on the path, for one of its comparisons (null: there is none yet). Computed, never
 * stored, so that every screen and every member sees the same. `today` (`yyyy-MM-dd`) decides how old proof is.
 */
export function pathState(account: Account, comparison: Comparison | null, today: string): PathState {
  const options = comparison && optionsLeft(account, comparison, today)
  const open: { readonly [step in PathStep]: readonly OpenItem[] } = {
    found: openInFound(account),
    matters: openInMatters(account, comparison),
    ruleOut: comparison && options ? openInRuleOut(options) : noComparison,
    compare: comparison && options ? openInCompare(account, comparison, options) : noComparison,
    decide: options ? openInDecide(options) : noComparison,
    agree: comparison ? openInAgree(account, comparison) : noComparison,
    takeAway: comparison ? openInTakeAway(account, comparison) : noComparison,
  }
  const states = pathSteps.map((step): StepState => ({ step, kind: kindOf(open[step]), open: open[step] }))
  return {
    steps: Object.fromEntries(states.map((state) => [state.step, state])) as PathState['steps'],
    next: states.find((state) => state.kind !== 'done')?.step ?? null,
  }
}

const noComparison: readonly OpenItem[] = [{ kind: 'noComparison' }]

/** What says that nothing was done in a step so far. */
const beginnings: readonly OpenItem['kind'][] = ['noComparison', 'noFindings', 'noNeeds', 'noOptions', 'noCriteria', 'nothingSaved']

function kindOf(open: readonly OpenItem[]): StepState['kind'] {
  if (open.length === 0) return 'done'
  const [first] = open
  if (open.some(({ kind }) => kind === 'nothingChosen') && open.some(({ kind }) => kind === 'readBackNotTicked')) return 'notBegun'
  return first && beginnings.includes(first.kind) ? 'notBegun' : 'open'
}

/** Left out where there is none. */
function counted(kind: Extract<OpenItem, { readonly count: number }>['kind'], count: number): readonly OpenItem[] {
  return count > 0 ? [{ kind, count }] : []
}

function openInFound(account: Account): readonly OpenItem[] {
  if (inOrder(account.findings).length === 0) return [{ kind: 'noFindings' }]
  return counted('contradictionsWithoutOwner', inOrder(account.contradictions).filter(({ state, owner }) => state === 'open' && owner.trim() === '').length)
}

function openInMatters(account: Account, comparison: Comparison | null): readonly OpenItem[] {
  const needs = inOrder(account.needs)
  if (needs.length === 0) return [{ kind: 'noNeeds' }]
  const weighed = needs.map((need) => weighing(need, comparison))
  return [
    ...counted('tooFewNeeds', needs.length < needsWanted.least ? needs.length : 0),
    ...counted('tooManyNeeds', needs.length > needsWanted.most ? needs.length : 0),
    ...counted('needsNotQuoted', needs.filter(({ quote }) => quote.trim() === '').length),
    ...counted('needsNotConfirmed', needs.filter(({ confirmedOn }) => confirmedOn === null).length),
    ...(comparison ? [] : noComparison),
    ...counted('needsWithoutCriterion', comparison ? weighed.filter((state) => state === 'noCriterion').length : 0),
    ...counted('needsWithoutWeight', weighed.filter((state) => state === 'noWeight').length),
  ]
}

/** A need counts once something that is asked of the options rests on it: by points, or as a must-have. */
function weighing(need: Need, comparison: Comparison | null): 'noCriterion' | 'noWeight' | 'weighed' {
  const criteria = inOrder(comparison?.criteria ?? {}).filter((criterion) => criterion.need === need.id)
  if (criteria.length === 0) return 'noCriterion'
  return criteria.some(({ points, mustHave }) => points !== null || mustHave) ? 'weighed' : 'noWeight'
}

function openInRuleOut({ left, leavers }: OptionsLeft): readonly OpenItem[] {
  const options = [...left, ...leavers.map(({ option }) => option)]
  // The options every comparison is made with are no offer anybody looked at.
  if (options.every(({ kind, setAsideOn }) => (kind === 'stayAsIs' || kind === 'inHouse') && setAsideOn === null)) return [{ kind: 'noOptions' }]
  const notArgued = left.filter(({ kind, argument }) => (kind === 'stayAsIs' || kind === 'inHouse') && argument.trim() === '')
  return [
    ...(left.length < optionsWanted.least ? [{ kind: 'tooFewOptions', count: left.length } as const] : []),
    ...counted('tooManyOptions', left.length > optionsWanted.most ? left.length : 0),
    ...counted('leaversWithoutReason', leavers.filter(({ kind, option }) => kind === 'setAside' && option.setAsideReason.trim() === '').length),
    ...(notArgued.length > 0 ? [{ kind: 'fixedNotArgued', names: notArgued.map(({ name }) => name) } as const] : []),
  ]
}

function openInCompare(account: Account, comparison: Comparison, { left, analysis }: OptionsLeft): readonly OpenItem[] {
  const criteria = inOrder(comparison.criteria)
  if (criteria.length === 0) return [{ kind: 'noCriteria' }]
  const spokenFor = new Set(
    inOrder(account.questions).flatMap((question) =>
      question.comparison === comparison.id && question.state !== 'answered' && question.option !== null && question.criterion !== null
        ? [cellKey(question.option, question.criterion)]
        : [],
    ),
  )
  const marks = left
    .flatMap((option) => criteria.map((criterion) => cellKey(option.id, criterion.id)))
    .filter((key) => !spokenFor.has(key))
    .map((key) => analysis.cells.get(key)?.marks ?? ['notKnown'])
  return [
    ...counted('unknownCells', marks.filter((cell) => cell.includes('notKnown')).length),
    ...counted('cellsWithoutProof', marks.filter((cell) => cell.includes('noProof')).length),
  ]
}

function openInDecide({ analysis }: OptionsLeft): readonly OpenItem[] {
  if (analysis.criteria.length === 0) return [{ kind: 'noCriteria' }]
  return analysis.evaluation.leader === null ? [{ kind: 'noAnswer' }] : []
}

function openInAgree(account: Account, comparison: Comparison): readonly OpenItem[] {
  const isTicked = inOrder(account.meetings).some((meeting) => meeting.comparison === comparison.id && meeting.confirmedOn !== null)
  if (isTicked) return []
  return [...(comparison.chosenOn === null ? [{ kind: 'nothingChosen' } as const] : []), { kind: 'readBackNotTicked' }]
}

function openInTakeAway(account: Account, comparison: Comparison): readonly OpenItem[] {
  const isSaved = inOrder(account.briefs).some((brief) => brief.comparison === comparison.id && brief.savedAt !== null)
  return isSaved ? [] : [{ kind: 'nothingSaved' }]
}
