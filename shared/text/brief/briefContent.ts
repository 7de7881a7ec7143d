import type { BriefContent } from '../../domain/brief/BriefContent'
import { analyseWeights, prepareComparison, type ComparisonAnalysis } from '../../domain/comparison/analyseComparison'
import { plausibleCases } from '../../domain/comparison/plausibleCases'
import type { CriterionFacts } from '../../domain/comparison/ComparisonFacts'
import type { BuyerView } from '../../domain/redaction/BuyerView'
import { sayRemark } from '../decision/sayRemark'
import { sayDecision } from '../decision/sentences'
import { sayWarning } from '../decision/sayWarning'
import { formatCount, formatList, formatPoints } from '../format'
import { formatDay } from '../formatDate'
import { briefSections, leadSections } from './briefSections'
import { BriefNotes } from './briefSources'
import { briefTable } from './briefTable'

const sampleBanner = 'Illustration: re-check before use'

/** Everything a brief says, worked out from the buyer's view and nothing else. `today` is `yyyy-MM-dd`. */
export function briefContent(view: BuyerView, today: string): BriefContent {
  const prepared = prepareComparison(view, today)
  const analysis = analyseWeights(prepared, { robustness: plausibleCases(prepared) })
  const wording = sayDecision(analysis.description)
  const notes = new BriefNotes()
  const { comparison, profile } = view
  const table = briefTable(view, analysis, notes)
  const hasTable = table.rows.length > 0 && table.groups.length > 0
  const title = comparison.title.trim()
  const asOf = `As of ${formatDay(today)}`
  const banner = comparison.banner.trim() || (profile.sample ? sampleBanner : '')
  return {
    language: 'en',
    title: [title || 'Comparison', profile.name.trim(), asOf].filter((part) => part !== '').join(' · '),
    preparedFor: [profile.name.trim() === '' ? '' : `Prepared for ${profile.name.trim()}`, title].filter((part) => part !== '').join(' · '),
    asOf,
    banner: banner === '' ? null : profile.sample ? `Sample. ${banner}` : banner,
    watermark: profile.sample ? 'SAMPLE' : null,
    question: comparison.question.trim() || title || 'Comparison',
    answer: wording.answer,
    answerDetails: totalsLine(analysis),
    lead: leadSections(view, analysis),
    table,
    tableNotes: [hasTable ? signs : '', [weightsNote(view), proposersNote(analysis.criteria)].filter((part) => part !== '').join(' '), ...warnings(analysis)].filter((note) => note !== ''),
    sections: briefSections(view, analysis, wording),
    sources: hasTable ? notes.list() : null,
    footer: [
      'This file does not report back. It holds no script and fetches nothing; it works without a network, and nobody learns when you open it.',
      [...analysis.description.remarks.filter((remark) => remark.kind === 'plausibleWeights').map(sayRemark), hasTable ? 'A total is the sum of weight times value.' : ''].join(' ').trim(),
    ].filter((line) => line !== ''),
  }
}

/** The totals behind the answer, as they stand in the table. */
function totalsLine({ evaluation }: ComparisonAnalysis): readonly string[] {
  const { leader, runnerUp, options, totals } = evaluation
  if (leader === null || runnerUp === null || evaluation.criteria.length === 0) return []
  const points = (place: number): string => formatPoints(totals[place] ?? 0)
  return [`${options[leader] ?? ''} has ${points(leader)} of 100 points, ${options[runnerUp] ?? ''} ${points(runnerUp)}.`]
}

const signs = '▲ best in its row. Bars run from the worst to the best of a fixed scale; hatched is not known, or a range. Small numbers: sources.'

function weightsNote({ comparison }: BuyerView): string {
  if (Object.keys(comparison.criteria).length === 0) return ''
  if (comparison.agreedOn === null) return 'The weights are not agreed yet.'
  const isAsAgreed = Object.values(comparison.criteria).every((criterion) => (comparison.agreedPoints[criterion.id] ?? null) === criterion.points)
  const agreed = [`Weights agreed on ${formatDay(comparison.agreedOn)}`, comparison.agreedWith.trim()].filter((part) => part !== '').join(' with ')
  return isAsAgreed ? `${agreed}.` : `${agreed}; those shown here have been changed since.`
}

/** Criteria that come from the seller lean to the seller, so the reader is told how many do. */
function proposersNote(criteria: readonly CriterionFacts[]): string {
  const count = (who: CriterionFacts['proposedBy']): number => criteria.filter((criterion) => criterion.proposedBy === who).length
  const parts = [
    { count: count('buyer'), words: 'from you' },
    { count: count('us'), words: 'from us' },
    { count: count('neutral'), words: 'from neither side' },
  ].filter((part) => part.count > 0)
  const [first, ...rest] = parts
  if (!first) return ''
  return `${formatList([`${first.count} of ${formatCount(criteria.length, 'criterion', 'criteria')} ${first.count === 1 ? 'comes' : 'come'} ${first.words}`, ...rest.map((part) => `${part.count} ${part.words}`)])}.`
}

function warnings({ evaluation }: ComparisonAnalysis): readonly string[] {
  const kinds = ['notWeightedYet', 'allWeightsZero', 'clipped', 'valuesWithoutEvidence', 'countedTwice']
  const words = evaluation.warnings.filter((warning) => kinds.includes(warning.kind)).map(sayWarning)
  return words.length === 0 ? [] : [words.join(' ')]
}
