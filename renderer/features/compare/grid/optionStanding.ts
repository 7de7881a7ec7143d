import type { ComparisonAnalysis } from '#shared/domain/comparison/analyseComparison'
import type { OptionFacts } from '#shared/domain/comparison/ComparisonFacts'
import { formatList, formatOrdinal, formatPercent, formatPointRange, formatPoints } from '#shared/text/format'
import { optionKindWords } from '../../../ui/words'
import type { GridColumn } from './gridModel'

/** What the head of a column says about its option. */
export interface OptionStanding {
  readonly option: OptionFacts
  readonly rank: number | null
  /** Best estimate as whole points; null for an option without a total. */
  readonly figure: string | null
  readonly range: string | null
  /** What stands where the figure would be. */
  readonly instead: string | null
  /** A reason or condition that matters more than the kind of option. */
  readonly note: string | null
  readonly fails: boolean
  /** All of it, for a screen reader. */
  readonly sentence: string
}

export function optionStanding({ evaluation, criteria }: ComparisonAnalysis, { option, place, group }: GridColumn): OptionStanding {
  const { totals, bounds, ranks, ranksIfConfirmed, mustHaves, couldStillWin, barToBeat } = evaluation
  const [lower, upper] = [bounds.lower[place] ?? 0, bounds.upper[place] ?? 0]
  const span = formatPointRange(lower, upper)
  const figure = formatPoints(totals[place] ?? 0)
  const range = span === figure ? null : span
  const names = (places: readonly number[]): string => formatList(places.map((index) => `“${criteria[index]?.name ?? ''}”`))
  const base = { option, rank: null, figure: null, range: null, instead: null, note: null, fails: false }
  const kind = optionKindWords[option.kind]
  const say = (...parts: readonly (string | null)[]): string => [option.name, kind, ...parts].filter((part) => part !== null).join(', ')
  const rangeWords = range === null ? null : `between ${span.replace('–', ' and ')}`

  // Nothing is asked yet, so nothing can be ahead: equal totals of zero would look like a result.
  if (criteria.length === 0) return { ...base, sentence: say() }
  if (option.kind === 'newcomer') {
    const bar = barToBeat ? `must beat ${formatPoints(barToBeat.total)}` : 'nothing to beat yet'
    return { ...base, instead: bar, sentence: say(bar) }
  }
  switch (group) {
    case 'ranked':
      return { ...base, rank: ranks[place] ?? null, figure, range, sentence: say(`rank ${ranks[place] ?? ''}`, `${figure} of 100`, rangeWords) }
    case 'ifConfirmed': {
      const open = names(mustHaves[place]?.open ?? [])
      const note = `would be ${formatOrdinal(ranksIfConfirmed[place] ?? 1)}`
      return { ...base, figure, range, note, sentence: say(`${figure} of 100`, rangeWords, `${note} if ${open} is confirmed`) }
    }
    case 'notEnoughKnown': {
      const known = `${formatPercent(1 - (bounds.unknownWeight[place] ?? 1))} known`
      const note = couldStillWin[place] ? 'could still win' : 'cannot win any more'
      return {
        ...base,
        instead: known,
        note: couldStillWin[place] === null ? null : note,
        sentence: say('not ranked', known, couldStillWin[place] === null ? null : note),
      }
    }
    case 'excluded': {
      const note = `fails ${names(mustHaves[place]?.failed ?? [])}`
      return { ...base, instead: 'No total', note, fails: true, sentence: say('no total', note) }
    }
    case 'setAside':
      return { ...base, instead: 'Set aside', sentence: say('set aside') }
  }
}
