import type { OptionGroup } from '../decision/Evaluation'
import type { RobustnessResult } from '../decision/RobustnessResult'
import type { ShownCell } from '../decision/Sentence'
import { neededDirection } from '../decision/sentences/describeFlips'
import { displayStepOf, shownCell, shownValue } from '../decision/sentences/shownCell'
import type { ComparisonAnalysis } from './analyseComparison'
import type { CriterionFacts, OptionFacts } from './ComparisonFacts'

/** One option of the ranking, with how far its total may be off. */
export interface RankingRow {
  readonly option: OptionFacts
  readonly group: 'ranked' | 'ifConfirmed'
  /** The rank it has, or would have. */
  readonly rank: number
  /** From 0 to 1: the best estimate, and the middle 90 % of the plausible cases (or what is possible, while they are not counted). */
  readonly total: number
  readonly lo: number
  readonly hi: number
  /** Share of the plausible cases in which it comes first; null while they are not counted. */
  readonly first: number | null
}

/** The options that have a total, best first. */
export function rankingRows({ evaluation, options }: ComparisonAnalysis, cases: RobustnessResult | null): readonly RankingRow[] {
  const { bounds, groups, ranks, ranksIfConfirmed, totals } = evaluation
  const rowsOf = (group: RankingRow['group'], ranksOfGroup: readonly (number | null)[]): readonly RankingRow[] =>
    groups[group]
      .flatMap((place) => {
        const option = options[place]
        const range = cases?.ranges[place] ?? null
        const total = totals[place] ?? 0
        const [lo, hi] = range ?? [bounds.lower[place] ?? total, bounds.upper[place] ?? total]
        if (!option) return []
        return [{ option, group, rank: ranksOfGroup[place] ?? 1, total, lo: Math.min(lo, total), hi: Math.max(hi, total), first: cases?.acceptability[place]?.[0] ?? null }]
      })
      .sort((a, b) => a.rank - b.rank)
  return [...rowsOf('ranked', ranks), ...rowsOf('ifConfirmed', ranksIfConfirmed)]
}

/** An option that is out of the ranking, and the facts of why. */
export interface OutsideRow {
  readonly option: OptionFacts
  readonly group: Exclude<OptionGroup, 'ranked' | 'ifConfirmed'>
  /** The must-haves it fails. */
  readonly fails: readonly CriterionFacts[]
  /** Share of what matters that is known about it. */
  readonly known: number
}

/** Everybody else but the newcomer, which nobody has met: not enough known, then out by a must-have, then set aside. */
export function outsideRows({ evaluation, options, criteria }: ComparisonAnalysis): readonly OutsideRow[] {
  const groups = ['notEnoughKnown', 'excluded', 'setAside'] as const
  return groups.flatMap((group) =>
    evaluation.groups[group].flatMap((place) => {
      const option = options[place]
      if (!option || option.kind === 'newcomer') return []
      const fails = (evaluation.mustHaves[place]?.failed ?? []).flatMap((index) => criteria[index] ?? [])
      return [{ option, group, fails, known: 1 - (evaluation.bounds.unknownWeight[place] ?? 1) }]
    }),
  )
}

/** Between which shares of the weight one criterion leaves the first option first, the others keeping their proportions. */
export interface StabilityRow {
  readonly criterion: CriterionFacts
  readonly leader: string
  readonly share: number
  /** The whole percent shown beside the other weights, 0 to 1. */
  readonly shown: number
  readonly lo: number
  readonly hi: number
  /** Who takes over below and above; null where nobody does. */
  readonly below: string | null
  readonly above: string | null
}

/** One row for each criterion that counts, the one nearest to a change first. Empty without two ranked options. */
export function stabilityRows({ evaluation, criteria, shares }: ComparisonAnalysis): readonly StabilityRow[] {
  const { leader, runnerUp, sensitivity, weights, options } = evaluation
  if (leader === null || runnerUp === null) return []
  const nameOf = (place: number | null | undefined): string | null => (place === null || place === undefined ? null : (options[place] ?? null))
  const rows = criteria.flatMap((criterion, index): readonly StabilityRow[] => {
    const [lo, hi] = sensitivity.intervals[index] ?? [0, 1]
    const { below, above } = sensitivity.overtakers[index] ?? { below: null, above: null }
    const share = weights[index] ?? 0
    return share === 0 && below === null && above === null ? [] : [{ criterion, leader: options[leader] ?? '', share, shown: (shares[index] ?? 0) / 100, lo, hi, below: nameOf(below), above: nameOf(above) }]
  })
  return [...rows].sort((a, b) => roomOf(a) - roomOf(b))
}

function roomOf({ share, lo, hi, below, above }: StabilityRow): number {
  return Math.min(below === null ? Infinity : share - lo, above === null ? Infinity : hi - share)
}

/** What one rival would need on one criterion to draw level, all else equal. */
export interface BreakEvenRow {
  readonly rival: OptionFacts
  readonly criterion: CriterionFacts
  readonly now: ShownCell
  readonly needed: ShownCell
  readonly direction: 'atLeast' | 'atMost' | 'equals'
  readonly step: number
}

/** Everything within reach, rival by rival in the order of their ranks, the smallest gain first. */
export function breakEvenRows({ evaluation, input, options, criteria }: ComparisonAnalysis): readonly BreakEvenRow[] {
  const { ranks, sensitivity, unknown } = evaluation
  return sensitivity.breakEven
    .filter(({ option, criterion, raw, value }) => raw !== null && value !== null && value > 0 && !unknown[option]?.[criterion])
    .sort((a, b) => (ranks[a.option] ?? 0) - (ranks[b.option] ?? 0) || (a.value ?? 0) - (b.value ?? 0))
    .flatMap(({ option, criterion: index, raw }): readonly BreakEvenRow[] => {
      const [rival, criterion, asked] = [options[option], criteria[index], input.criteria[index]]
      if (!rival || !criterion || !asked || raw === null) return []
      const now = shownCell(input.cells[option]?.[index] ?? null, asked, false)
      return [{ rival, criterion, now, needed: shownValue(raw, asked), direction: neededDirection(raw, asked), step: displayStepOf(asked) }]
    })
}

/** Half a point: less is no advantage anybody could see. */
const leastAdvantage = 0.005

export interface StrengthRow {
  readonly option: OptionFacts
  readonly criteria: readonly CriterionFacts[]
}

/** What each other option does better than the first, of what is known. Options better at nothing are not there. */
export function strengthsOfOthers({ evaluation, options, criteria }: ComparisonAnalysis, places: readonly number[]): readonly StrengthRow[] {
  const { leader, unknown, values, weights } = evaluation
  if (leader === null) return []
  return places.flatMap((place) => {
    const option = options[place]
    const better = criteria.filter(
      (_, index) =>
        unknown[place]?.[index] === false &&
        unknown[leader]?.[index] === false &&
        ((values[place]?.[index] ?? 0) - (values[leader]?.[index] ?? 0)) * (weights[index] ?? 0) >= leastAdvantage,
    )
    return place === leader || !option || better.length === 0 ? [] : [{ option, criteria: better }]
  })
}
