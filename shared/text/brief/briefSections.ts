import type { BriefItem, BriefSection } from '../../domain/brief/BriefContent'
import type { ComparisonAnalysis } from '../../domain/comparison/analyseComparison'
import { cellKey } from '../../domain/comparison/cellKeys'
import type { BuyerView } from '../../domain/redaction/BuyerView'
import { inOrder } from '../../domain/schema/order'
import type { ReasonSentence } from '../../domain/decision/Sentence'
import { sayCell } from '../decision/sayCell'
import { sayFlip } from '../decision/sayFlip'
import { formatList, formatPoints } from '../format'
import { sayRemark } from '../decision/sayRemark'
import type { DecisionWording } from '../decision/sentences'
import { tableGroups } from './briefTable'

/** Half a point: less is no advantage anybody could see. */
const leastAdvantage = 0.005

/** Everything under the table, in reading order; what has nothing to say is left out. */
export function briefSections(view: BuyerView, analysis: ComparisonAnalysis, wording: DecisionWording): readonly BriefSection[] {
  const { leader } = analysis.evaluation
  const first = leader === null ? null : (analysis.evaluation.options[leader] ?? null)
  const second = analysis.evaluation.runnerUp === null ? null : (analysis.evaluation.options[analysis.evaluation.runnerUp] ?? null)
  const sections: readonly BriefSection[] = [
    { heading: first === null || second === null ? 'What decides it' : `Why ${first} is ahead of ${second}`, kind: 'terms', items: reasons(analysis) },
    { heading: 'Where others are better', kind: 'terms', items: [...strengthsOfOthers(analysis), ...remarks(analysis, ['redFlag'])] },
    { heading: 'What would change it', kind: 'points', items: [...flips(analysis), ...remarks(analysis, ['barToBeat'])] },
    { heading: 'Must-haves', kind: 'points', items: asItems(wording.mustHaves) },
    { heading: 'Not known yet', kind: 'points', items: [...openCells(analysis), ...asItems(wording.unknowns)] },
    { heading: 'Our advice', kind: 'prose', items: paragraphs(view.comparison.advice) },
    { heading: 'In your words', kind: 'quotes', items: quotes(view) },
    { heading: 'Set aside', kind: 'small', items: setAside(view) },
  ]
  return sections.filter((section) => section.items.length > 0)
}

function asItems(texts: readonly string[]): readonly BriefItem[] {
  return texts.map((text) => ({ text }))
}

function reasons({ evaluation, description }: ComparisonAnalysis): readonly BriefItem[] {
  const items = [...description.reasonsFor, ...description.reasonsAgainst].map(reasonItem)
  const leadsUnproven = (evaluation.gap ?? 0) >= leastAdvantage && description.reasonsFor.length === 0
  return leadsUnproven ? [...items, { text: 'Nothing that is known puts it ahead: its lead rests on what is not known.' }] : items
}

/** `+14 No exhaust: yes, against no` */
function reasonItem(reason: ReasonSentence): BriefItem {
  const sign = reason.kind === 'reasonFor' ? '+' : '−'
  return { term: `${sign}${formatPoints(reason.numbers.points)}`, text: `${reason.criterion.name}: ${sayCell(reason.leaderCell)}, against ${sayCell(reason.rivalCell)}` }
}

/** Shifting weight here and there at the same time is nothing a reader can picture. */
function flips({ description }: ComparisonAnalysis): readonly BriefItem[] {
  return description.flips.filter((flip) => flip.kind !== 'flipByShift').map((flip) => ({ text: sayFlip(flip) }))
}

function remarks({ description }: ComparisonAnalysis, kinds: readonly string[]): readonly BriefItem[] {
  return description.remarks.filter((remark) => kinds.includes(remark.kind)).map((remark) => ({ text: sayRemark(remark) }))
}

/** What each other option does better than the first. */
function strengthsOfOthers(analysis: ComparisonAnalysis): readonly BriefItem[] {
  const { evaluation } = analysis
  const { leader } = evaluation
  if (leader === null) return []
  const others = tableGroups(analysis).flatMap((group) => group.places.filter((place) => place !== leader))
  const strengths = others.flatMap((place) => {
    const better = evaluation.criteria.filter(
      (_, index) =>
        evaluation.unknown[place]?.[index] === false &&
        evaluation.unknown[leader]?.[index] === false &&
        ((evaluation.values[place]?.[index] ?? 0) - (evaluation.values[leader]?.[index] ?? 0)) * (evaluation.weights[index] ?? 0) >= leastAdvantage,
    )
    return better.length === 0 ? [] : [{ term: `${evaluation.options[place] ?? ''}:`, text: formatList(better) }]
  })
  // A comparison in which nobody else is better at anything is likely to be one-sided, and says so.
  return strengths.length > 0 || others.length === 0 ? strengths : [{ text: 'On nothing that is known. Ask what was left out.' }]
}

/** Which cells are empty, option by option. */
function openCells(analysis: ComparisonAnalysis): readonly BriefItem[] {
  const places = tableGroups(analysis).filter(({ group }) => group !== 'notEnoughKnown').flatMap((group) => group.places)
  return places.flatMap((place) => {
    const option = analysis.options[place]
    const open = analysis.criteria.filter((criterion) => analysis.cells.get(cellKey(option?.id ?? '', criterion.id))?.value.kind === 'notKnown')
    return open.length === 0 ? [] : [{ term: `${analysis.evaluation.options[place] ?? ''}:`, text: formatList(open.map((criterion) => criterion.name)) }]
  })
}

function paragraphs(prose: string): readonly BriefItem[] {
  return prose
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.replace(/\s+/g, ' ').trim())
    .filter((paragraph) => paragraph !== '')
    .map((text) => ({ text }))
}

function quotes(view: BuyerView): readonly BriefItem[] {
  return inOrder(view.needs)
    .filter((need) => need.quote.trim() !== '')
    .map((need) => {
      const speaker = need.saidBy === null ? '' : (view.people[need.saidBy]?.name.trim() ?? '')
      return speaker === '' ? { text: need.quote.trim() } : { term: speaker, text: need.quote.trim() }
    })
}

function setAside(view: BuyerView): readonly BriefItem[] {
  return inOrder(view.comparison.options)
    .filter((option) => option.setAsideOn !== null)
    .map((option) => ({ term: `${option.name}:`, text: option.setAsideReason.trim() || 'no reason was written down' }))
}
