import type { BriefItem, BriefSection } from '../../domain/brief/BriefContent'
import type { ComparisonAnalysis } from '../../domain/comparison/analyseComparison'
import { cellKey } from '../../domain/comparison/cellKeys'
import { outsideRows } from '../../domain/comparison/decisionRows'
import type { BuyerView } from '../../domain/redaction/BuyerView'
import { inOrder } from '../../domain/schema/order'
import type { ReasonSentence } from '../../domain/decision/Sentence'
import { sayCell } from '../decision/sayCell'
import { sayFlip } from '../decision/sayFlip'
import { sayOutside } from '../decision/sayStability'
import { formatList, formatPoints } from '../format'
import { sayRemark } from '../decision/sayRemark'
import type { DecisionWording } from '../decision/sentences'
import { tableGroups } from './briefTable'
import { agreedItems, argumentItems, contradictionItems, foundItems, limitItems, paidByWords, promiseItems, questionItems } from './pathSections'

/** Half a point: less is no advantage anybody could see. */
const leastAdvantage = 0.005

/** What stands before the table: what was found, what matters, and who left and why. What has nothing to say is left out. */
export function leadSections(view: BuyerView, analysis: ComparisonAnalysis): readonly BriefSection[] {
  return filled([
    { heading: 'What you found', kind: 'points', items: foundItems(view) },
    { heading: 'Where it disagrees', kind: 'points', items: contradictionItems(view) },
    { heading: 'What matters, in your words', kind: 'quotes', items: quotes(view) },
    { heading: 'If you stay as you are, or do it yourselves', kind: 'terms', items: argumentItems(view) },
    { heading: 'Ruled out', kind: 'terms', items: ruledOut(analysis) },
  ])
}

/** Everything under the table, in reading order; what has nothing to say is left out. */
export function briefSections(view: BuyerView, analysis: ComparisonAnalysis, wording: DecisionWording): readonly BriefSection[] {
  const { leader } = analysis.evaluation
  const first = leader === null ? null : (analysis.evaluation.options[leader] ?? null)
  const second = analysis.evaluation.runnerUp === null ? null : (analysis.evaluation.options[analysis.evaluation.runnerUp] ?? null)
  const hasTable = analysis.criteria.length > 0 && analysis.options.length > 0
  return filled([
    { heading: first === null || second === null ? 'What decides it' : `Why ${first} is ahead of ${second}`, kind: 'terms', items: reasons(analysis) },
    { heading: 'Where each falls short', kind: 'terms', items: [...limitItems(view, analysis), ...remarks(analysis, ['redFlag'])] },
    { heading: 'What would change it', kind: 'points', items: [...flips(analysis), ...remarks(analysis, ['barToBeat'])] },
    { heading: 'Must-haves', kind: 'points', items: asItems(wording.mustHaves) },
    { heading: 'Not known yet', kind: 'points', items: [...openCells(analysis), ...asItems(wording.unknowns), ...questionItems(view)] },
    { heading: 'Our advice', kind: 'prose', items: [...paragraphs(view.comparison.advice), ...(hasTable ? asItems([paidByWords(view)]) : [])] },
    { heading: 'Decided, open, next', kind: 'terms', items: agreedItems(view) },
    { heading: 'Promised', kind: 'terms', items: promiseItems(view) },
  ])
}

function filled(sections: readonly BriefSection[]): readonly BriefSection[] {
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

/** Out by a must-have, or set aside, each with its reason. */
function ruledOut(analysis: ComparisonAnalysis): readonly BriefItem[] {
  return outsideRows(analysis)
    .filter(({ group }) => group !== 'notEnoughKnown')
    .map((row) => ({ term: `${row.option.name}:`, text: sayOutside(row) }))
}
