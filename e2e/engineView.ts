import { analyseWeights, prepareComparison, type ComparisonAnalysis } from '../shared/domain/comparison/analyseComparison'
import { plausibleCases } from '../shared/domain/comparison/plausibleCases'
import { comparisonFacts } from '../shared/domain/comparison/ComparisonFacts'
import type { Account } from '../shared/domain/account/Account'
import { inOrder } from '../shared/domain/schema/order'
import { sayDecision } from '../shared/text/decision/sentences'
import { formatOrdinal, formatPercent, formatPoints } from '../shared/text/format'
import { expect } from './fixtures'
import { valueOf } from './invoke'
import type { Laptop } from './Laptop'
import type { Comparison } from './pages/Comparison'

/** An account as main has it on the disk, found by its name. */
export async function accountOf(laptop: Laptop, name: string): Promise<{ readonly accountId: string; readonly snapshot: Account }> {
  const { rows } = valueOf(await laptop.invoke('account.list', {}))
  const accountId = rows.find((row) => row.name === name)?.accountId
  if (accountId === undefined) throw new Error(`There is no account ${name}`)
  return { accountId, snapshot: valueOf(await laptop.invoke('account.open', { accountId })).snapshot }
}

export interface EngineView {
  readonly analysis: ComparisonAnalysis
  /** By criterion of the analysis. */
  readonly points: readonly number[]
}

/** What the engine says of the comparison on the disk; with `trial`, as if these criteria had these points. */
export async function engineView(laptop: Laptop, account: string, title: string, trial: { readonly [criterion: string]: number } = {}): Promise<EngineView> {
  const { snapshot } = await accountOf(laptop, account)
  const comparison = inOrder(snapshot.comparisons).find((each) => each.title === title)
  const facts = comparison ? comparisonFacts(snapshot, comparison.id) : null
  if (!facts) throw new Error(`There is no comparison ${title}`)
  const { today } = valueOf(await laptop.invoke('app.start', {}))
  const prepared = prepareComparison(facts, today)
  const points = prepared.criteria.map((criterion, place) => trial[criterion.name] ?? prepared.model.points[place] ?? 0)
  return { analysis: analyseWeights(prepared, { points, robustness: plausibleCases(prepared, points) }), points }
}

/** Shares, ranks, totals, values, the answer and its reasons stand on the screen as the engine gives them. */
export async function expectToAgree(comparison: Comparison, { analysis: { evaluation, options, criteria, shares, description }, points }: EngineView): Promise<void> {
  for (const [place, criterion] of criteria.entries()) {
    if (criterion.points === null) continue
    await expect(comparison.slider(criterion.name)).toHaveAttribute('aria-valuetext', new RegExp(`^${formatPercent((shares[place] ?? 0) / 100)}, ${points[place]} of 100 points`))
  }
  for (const [place, option] of options.entries()) {
    const head = comparison.optionHead(option.name)
    const group = evaluation.groupOf[place]
    const total = formatPoints(evaluation.totals[place] ?? 0)
    if (group === 'ranked') await expect(head).toHaveAccessibleName(new RegExp(`, rank ${evaluation.ranks[place]}, ${total} of 100`))
    if (group === 'ifConfirmed') await expect(head).toHaveAccessibleName(new RegExp(`, ${total} of 100.*${formatOrdinal(evaluation.ranksIfConfirmed[place] ?? 0)} .*confirmed`))
    if (group === 'notEnoughKnown' && option.kind !== 'newcomer') await expect(head).toHaveAccessibleName(/, not ranked, /)
    if (group === 'setAside') await expect(head).toHaveCount(0)
    if (group === 'setAside' || option.kind === 'newcomer') continue
    if (group === 'excluded') await expect(head).toHaveAccessibleName(/, no total, /)
    for (const failed of evaluation.mustHaves[place]?.failed ?? []) await expect(head).toHaveAccessibleName(new RegExp(`fails .*“${criteria[failed]?.name}”`))
    for (const [row, criterion] of criteria.entries()) {
      const value = formatPoints(evaluation.values[place]?.[row] ?? 0)
      const cell = comparison.cell(criterion.name, option.name)
      if (evaluation.unknown[place]?.[row] === false) await expect(cell).toHaveAccessibleName(new RegExp(`, ${value} of 100(,|$)`))
      else await expect(cell).not.toHaveAccessibleName(/ of 100/)
    }
  }
  const wording = sayDecision(description)
  await expect(comparison.answer).toHaveText(wording.answer)
  for (const sentence of [...wording.reasonsFor, ...wording.reasonsAgainst, ...wording.flips.slice(0, 1), ...wording.unknowns]) await expect(comparison.why).toContainText(sentence)
}
