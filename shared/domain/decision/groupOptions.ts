import { at } from './at'
import type { MustHaveReport, OptionGroup } from './Evaluation'
import type { DecisionModel } from './model/DecisionModel'
import { rankEpsilon } from './totals'

/** Shares of weight nearer than this are equal, so that "half" is half. */
const sameShare = 1e-9

export interface Grouping {
  readonly groups: Readonly<Record<OptionGroup, readonly number[]>>
  readonly groupOf: readonly OptionGroup[]
  readonly ranks: readonly (number | null)[]
  readonly ranksIfConfirmed: readonly (number | null)[]
  readonly mustHaves: readonly MustHaveReport[]
}

/**
 * Sorts the options into groups, first match wins: set aside; fails a must-have; newcomer or less than the examined
 * share of weight known; a must-have still open; ranked. Ranks count only ranked options. An option "if confirmed" gets
 * the rank it would take among the ranked ones; when none is ranked, among its own group.
 */
export function groupOptions(model: DecisionModel, weights: readonly number[], totals: readonly number[]): Grouping {
  const mustHaves = model.options.map((_, option) => reportMustHaves(model, option))
  const groupOf = model.options.map((_, option): OptionGroup => {
    if (at(model.setAside, option)) return 'setAside'
    const { status } = at(mustHaves, option)
    if (status === 'fail') return 'excluded'
    const isExamined = knownShare(model, weights, option) >= model.examinedShare - sameShare
    if (model.optionKinds[option] === 'newcomer' || !isExamined) return 'notEnoughKnown'
    return status === 'unknown' ? 'ifConfirmed' : 'ranked'
  })
  const inGroup = (group: OptionGroup): readonly number[] => groupOf.flatMap((found, option) => (found === group ? [option] : []))
  const groups = {
    ranked: inGroup('ranked'),
    ifConfirmed: inGroup('ifConfirmed'),
    notEnoughKnown: inGroup('notEnoughKnown'),
    excluded: inGroup('excluded'),
    setAside: inGroup('setAside'),
  }
  const rankAmong = (option: number, field: readonly number[]): number =>
    1 + field.filter((other) => at(totals, other) > at(totals, option) + rankEpsilon).length
  const confirmedField = groups.ranked.length > 0 ? groups.ranked : groups.ifConfirmed
  return {
    groups,
    groupOf,
    ranks: groupOf.map((group, option) => (group === 'ranked' ? rankAmong(option, groups.ranked) : null)),
    ranksIfConfirmed: groupOf.map((group, option) => (group === 'ifConfirmed' ? rankAmong(option, confirmedField) : null)),
    mustHaves,
  }
}

/** Share of the weight on which something is known: a value or a range. With no criteria, everything. */
function knownShare(model: DecisionModel, weights: readonly number[], option: number): number {
  let unknown = 0
  for (let criterion = 0; criterion < model.criterionCount; criterion++) {
    if (model.unknown[option * model.criterionCount + criterion] === 1) unknown += at(weights, criterion)
  }
  return 1 - unknown
}

function reportMustHaves(model: DecisionModel, option: number): MustHaveReport {
  const failed: number[] = []
  const open: number[] = []
  for (let criterion = 0; criterion < model.criterionCount; criterion++) {
    const state = model.mustHave[option * model.criterionCount + criterion]
    if (state === 'fail') failed.push(criterion)
    if (state === 'unknown') open.push(criterion)
  }
  return { status: failed.length > 0 ? 'fail' : open.length > 0 ? 'unknown' : 'pass', failed, open }
}
