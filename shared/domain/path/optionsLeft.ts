import type { Account, Comparison, Option } from '../account/Account'
import { analyseComparison, type ComparisonAnalysis } from '../comparison/analyseComparison'
import { inOrder } from '../schema/order'

/** Why an option is out: somebody set it aside, or it fails must-haves (given by the ids of their criteria). */
export type Leaver =
  | { readonly kind: 'setAside'; readonly option: Option }
  | { readonly kind: 'failsMustHaves'; readonly option: Option; readonly criterionIds: readonly string[] }

export interface OptionsLeft {
  /** Still in; the newcomer, which nobody has met, is counted nowhere. */
  readonly left: readonly Option[]
  readonly leavers: readonly Leaver[]
  readonly analysis: ComparisonAnalysis
}

/** Who is still in and who has left a comparison, and why. */
export function optionsLeft(account: Account, comparison: Comparison, today: string): OptionsLeft {
  const analysis = analyseComparison({ comparison, evidence: account.evidence }, today)
  const left: Option[] = []
  const leavers: Leaver[] = []
  for (const option of inOrder(comparison.options)) {
    const place = analysis.options.findIndex(({ id }) => id === option.id)
    const failed = analysis.evaluation.mustHaves[place]?.failed ?? []
    const criterionIds = failed.flatMap((criterion) => analysis.criteria[criterion]?.id ?? [])
    if (option.setAsideOn !== null) leavers.push({ kind: 'setAside', option })
    else if (option.kind === 'newcomer') continue
    else if (criterionIds.length > 0) leavers.push({ kind: 'failsMustHaves', option, criterionIds })
    else left.push(option)
  }
  return { left, leavers, analysis }
}
