import type { BriefCell, BriefColumn, BriefRow, BriefTable } from '../../domain/brief/BriefContent'
import type { ComparisonAnalysis } from '../../domain/comparison/analyseComparison'
import { cellKey } from '../../domain/comparison/cellKeys'
import type { CriterionFacts } from '../../domain/comparison/ComparisonFacts'
import type { OptionKind } from '../../domain/account/Account'
import type { OptionGroup } from '../../domain/decision/Evaluation'
import type { BuyerView } from '../../domain/redaction/BuyerView'
import { formatList, formatOrdinal, formatPercent, formatPoints } from '../format'
import { sayLimit } from '../decision/sayCell'
import { shownLimit } from '../../domain/decision/sentences/shownCell'
import type { BriefNotes } from './briefSources'
import { cellMarkWords, cellText } from './cellText'

/** Values less than half a point apart are not told apart. */
const sameWithin = 0.005

const mostVersionLength = 40

/** The reader is told where we earn. */
const ownershipWords: { readonly [kind in OptionKind]?: readonly string[] } = { ours: ['our own offer'], partner: ['offer of our partner'] }

const groupLabels: { readonly [group in OptionGroup]: string } = {
  ranked: 'Ranked',
  ifConfirmed: 'If confirmed',
  notEnoughKnown: 'Not enough known',
  excluded: 'Does not meet the must-haves',
  setAside: 'Set aside',
}
const groupsInTable = ['ranked', 'ifConfirmed', 'notEnoughKnown', 'excluded'] as const

/** Places of the options that have a column, by group, in the buyer's order. The newcomer has its own sentence instead. */
export function tableGroups({ evaluation, options }: ComparisonAnalysis): readonly { readonly group: OptionGroup; readonly places: readonly number[] }[] {
  return groupsInTable
    .map((group) => ({ group, places: evaluation.groups[group].filter((place) => options[place]?.kind !== 'newcomer') }))
    .filter(({ places }) => places.length > 0)
}

/** The comparison as a table in words. */
export function briefTable(view: BuyerView, analysis: ComparisonAnalysis, notes: BriefNotes): BriefTable {
  const groups = tableGroups(analysis)
  const places = groups.flatMap((group) => group.places)
  return {
    caption: 'How the options compare',
    corner: 'What matters, and its weight',
    groups: groups.map(({ group, places: own }) => ({ label: groupLabels[group], isOut: group === 'excluded', columns: own.map((place) => column(analysis, place)) })),
    rows: analysis.criteria.map((_, index) => row(view, analysis, notes, index, places)),
    empty: analysis.options.length === 0 ? '' : `On the table so far: ${formatList(analysis.evaluation.options)}.`,
  }
}

function column({ evaluation, options }: ComparisonAnalysis, place: number): BriefColumn {
  const { bounds, totals } = evaluation
  const total = totals[place] ?? 0
  const [low, high] = [formatPoints(bounds.lower[place] ?? total), formatPoints(bounds.upper[place] ?? total)]
  const points = `${formatPoints(total)} of 100${low === high ? '' : ` (${low}–${high})`}`
  const ownership = ownershipWords[options[place]?.kind ?? 'rival'] ?? []
  const about = { name: evaluation.options[place] ?? '', version: version(options[place]?.description ?? ''), isFirst: evaluation.ranks[place] === 1 }
  switch (evaluation.groupOf[place]) {
    case 'ranked':
      return { ...about, standing: formatOrdinal(evaluation.ranks[place] ?? 0), details: [...ownership, points] }
    case 'ifConfirmed':
      return { ...about, standing: `would be ${formatOrdinal(evaluation.ranksIfConfirmed[place] ?? 0)}`, details: [...ownership, points] }
    case 'notEnoughKnown':
      return { ...about, standing: 'not ranked', details: [...ownership, `${formatPercent(1 - (bounds.unknownWeight[place] ?? 1))} of what matters is known`] }
    default:
      return { ...about, standing: 'out', details: ownership }
  }
}

/** A description of a few words says which version is meant; anything longer has no room in a column. */
function version(description: string): string {
  const words = description.trim()
  return words.length <= mostVersionLength && !words.includes('\n') ? words : ''
}

function row(view: BuyerView, analysis: ComparisonAnalysis, notes: BriefNotes, index: number, places: readonly number[]): BriefRow {
  const { evaluation, criteria, input } = analysis
  const criterion = criteria[index]
  const asked = input.criteria[index]
  const weight = evaluation.weights[index] ?? 0
  const best = bestPlaces(analysis, index, places)
  const limit = asked?.mustHave ? sayLimit(shownLimit(asked.mustHave, asked)) : ''
  return {
    name: criterion?.name.trim() || '?',
    question: criterion?.question.trim() ?? '',
    share: weight > 0 ? `${analysis.shares[index] ?? 0} %` : 'gate',
    mustHave: limit === '' ? null : `must be ${limit}`,
    cells: places.map((place) => briefCell(view, analysis, notes, criterion, index, place, best.includes(place))),
  }
}

function briefCell(
  view: BuyerView,
  analysis: ComparisonAnalysis,
  notes: BriefNotes,
  criterion: CriterionFacts | undefined,
  index: number,
  place: number,
  isBest: boolean,
): BriefCell {
  const { evaluation, cells, options } = analysis
  const key = cellKey(options[place]?.id ?? '', criterion?.id ?? '')
  const cell = cells.get(key)
  if (!cell || !criterion) throw new Error(`There is no cell ${key}`)
  const counts = evaluation.unknown[place]?.[index] === false
  const fails = evaluation.mustHaves[place]?.failed.includes(index) ?? false
  const isOpen = evaluation.mustHaves[place]?.open.includes(index) ?? false
  const words = cell.marks.filter((mark) => mark !== 'notKnown' && mark !== 'range' && mark !== 'thirdParty').map((mark) => cellMarkWords[mark])
  const proofWords = view.proofWithheld[key] === true ? ['no proof cleared for you'] : words
  const remarks = [...(fails ? ['✕ fails'] : isOpen ? ['must be confirmed'] : []), ...(cell.value.kind === 'notKnown' ? [] : proofWords)]
  return {
    value: cellText(cell, criterion.unit),
    remarks: remarks.join(', '),
    notes: cell.value.kind === 'notKnown' ? [] : notes.numbersOf(cell.proofs),
    // A yes or a no says all there is to say.
    bar: cell.value.kind === 'yesNo' ? 'none' : counts ? { low: evaluation.lowValues[place]?.[index] ?? 0, high: evaluation.highValues[place]?.[index] ?? 0 } : 'unknown',
    isKnown: cell.value.kind !== 'notKnown',
    fails,
    // Where the answer is yes or no, the word says it.
    best: isBest && cell.value.kind !== 'yesNo' ? 'best in this row' : null,
  }
}

/** Who is best in a row; nobody where all that is known is the same, since then the mark would say nothing. */
function bestPlaces({ evaluation }: ComparisonAnalysis, index: number, places: readonly number[]): readonly number[] {
  const known = places.filter((place) => evaluation.unknown[place]?.[index] === false)
  const valueOf = (place: number): number => evaluation.values[place]?.[index] ?? 0
  const most = Math.max(...known.map(valueOf))
  const least = Math.min(...known.map(valueOf))
  return known.length < 2 || most - least < sameWithin ? [] : known.filter((place) => most - valueOf(place) < sameWithin)
}
