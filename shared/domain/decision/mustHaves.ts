import { at } from './at'
import type { MustHaveSummary } from './Evaluation'
import type { Grouping } from './groupOptions'
import type { DecisionModel } from './model/DecisionModel'

/**
 * What the must-haves do to this comparison: which remove nothing, and, when none of the options that could be ranked
 * is left, which single one to drop to get options back. Options put aside do not count.
 */
export function summariseMustHaves(model: DecisionModel, grouping: Grouping): MustHaveSummary {
  const criteria = model.criteria.flatMap((criterion, index) => (criterion.isMustHave ? [index] : []))
  const considered = model.options.flatMap((_, option) => (at(model.setAside, option) ? [] : [option]))
  const removesNothing = criteria.filter((criterion) =>
    considered.every((option) => model.mustHave[option * model.criterionCount + criterion] === 'pass'),
  )
  const { ranked, ifConfirmed, excluded } = grouping.groups
  const isNoneLeft = ranked.length === 0 && ifConfirmed.length === 0 && excluded.length > 0
  const relax = isNoneLeft
    ? criteria
        .map((criterion) => ({
          criterion,
          survivors: excluded.filter((option) => {
            const { failed } = at(grouping.mustHaves, option)
            return failed.length === 1 && failed[0] === criterion
          }),
        }))
        .filter(({ survivors }) => survivors.length > 0)
        .sort((a, b) => b.survivors.length - a.survivors.length || a.criterion - b.criterion)
    : []
  return { criteria, removesNothing: considered.length === 0 ? [] : removesNothing, relax }
}
