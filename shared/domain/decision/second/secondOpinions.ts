import { at } from '../at'
import type { Direction, PreferenceInput, SecondOpinionInput } from '../DecisionInput'
import type { Evaluation } from '../Evaluation'
import type { DecisionModel } from '../model/DecisionModel'
import { ownEntry } from '../ownEntry'
import { netWithout, promethee, type Promethee } from './promethee'
import { topsis } from './topsis'
import { vikor, type Vikor } from './vikor'

export type SecondMethod = 'topsis' | 'vikor' | 'promethee'

/**
 * What other methods say about the ranked options. Shown as agreement, never as a vote against the value model. Lists
 * are by option in the order of the input, null for options that are not ranked; with fewer than two ranked options
 * nothing is defined and every entry is null.
 */
export interface SecondOpinions {
  readonly topsis: readonly (number | null)[]
  readonly vikor: {
    readonly S: readonly (number | null)[]
    readonly R: readonly (number | null)[]
    readonly Q: readonly (number | null)[]
    readonly compromise: readonly number[]
    readonly hasAdvantage: boolean | null
    readonly isStable: boolean | null
  }
  readonly promethee: { readonly plus: readonly (number | null)[]; readonly minus: readonly (number | null)[]; readonly net: readonly (number | null)[] }
  /** How many of the methods, the value model included, put the leader first (alone or level). */
  readonly agree: number
  readonly methods: number
  /** Leave-one-out check: taking `without` off the list makes `to` first instead of `from`. */
  readonly dependsOnList: readonly { readonly method: SecondMethod; readonly without: number; readonly from: number; readonly to: number }[]
  /** Unknown cells that had to be taken as the middle of the scale. */
  readonly unknownCells: number
}

/** Scores nearer than this are level. */
const sameScore = 1e-9

/** TOPSIS, VIKOR and PROMETHEE II on the raw best estimates of the ranked options, with the same weights. */
export function secondOpinions(model: DecisionModel, evaluation: Evaluation, settings: SecondOpinionInput): SecondOpinions {
  const ranked = evaluation.groups.ranked
  const table = ranked.map((option) => model.criteria.map((_, criterion) => rawOrMiddle(model, option, criterion)))
  const compute = methodsFor(model, evaluation.weights, settings)
  const isDefined = ranked.length >= 2
  const closeness = isDefined ? compute.topsis(table) : null
  const ways = isDefined ? compute.vikor(table) : null
  const flows = isDefined ? compute.promethee(table) : null
  const byOption = (scores: readonly number[] | undefined): readonly (number | null)[] =>
    model.options.map((_, option) => (scores === undefined || !ranked.includes(option) ? null : at(scores, ranked.indexOf(option))))
  const scores: Readonly<Record<SecondMethod, (rows: readonly (readonly number[])[]) => readonly number[] | null>> = {
    topsis: compute.topsis,
    vikor: (rows) => compute.vikor(rows)?.Q.map((q) => -q) ?? null,
    promethee: (rows) => compute.promethee(rows)?.net ?? null,
  }
  const methods = ['topsis', 'vikor', 'promethee'] as const
  const without = (method: SecondMethod, removed: number): readonly number[] | null =>
    method === 'promethee' ? (flows === null ? null : netWithout(flows.preference, removed)) : rescored(table, scores[method], removed)
  const leaderRow = evaluation.leader === null ? -1 : ranked.indexOf(evaluation.leader)
  const agreeing = methods.filter((method) => {
    const found = isDefined ? scores[method](table) : null
    return found !== null && leaderRow >= 0 && at(found, leaderRow) >= Math.max(...found) - sameScore
  })
  return {
    topsis: byOption(closeness ?? undefined),
    vikor: {
      S: byOption(ways?.S),
      R: byOption(ways?.R),
      Q: byOption(ways?.Q),
      compromise: (ways?.compromise ?? []).map((row) => at(ranked, row)),
      hasAdvantage: ways?.hasAdvantage ?? null,
      isStable: ways?.isStable ?? null,
    },
    promethee: { plus: byOption(flows?.plus), minus: byOption(flows?.minus), net: byOption(flows?.net) },
    agree: isDefined ? agreeing.length + 1 : 0,
    methods: isDefined ? methods.length + 1 : 0,
    dependsOnList: isDefined ? methods.flatMap((method) => leaveOneOut(ranked, scores[method](table), (removed) => without(method, removed)).map((flip) => ({ method, ...flip }))) : [],
    unknownCells: ranked.reduce((count, option) => count + at(evaluation.unknown, option).filter((isUnknown, criterion) => isUnknown && at(evaluation.weights, criterion) > 0).length, 0),
  }
}

interface Methods {
  readonly topsis: (rows: readonly (readonly number[])[]) => readonly number[]
  readonly vikor: (rows: readonly (readonly number[])[]) => Vikor | null
  readonly promethee: (rows: readonly (readonly number[])[]) => Promethee | null
}

function methodsFor(model: DecisionModel, weights: readonly number[], settings: SecondOpinionInput): Methods {
  const directions = model.criteria.map(({ scale }): Direction => (scale.kind === 'number' || scale.kind === 'gate' ? scale.direction : 'max'))
  const preferences = model.criteria.map(({ name }): PreferenceInput => ownEntry(settings.promethee, name) ?? { shape: 'usual' })
  return {
    topsis: (rows) => topsis(rows, weights, directions, settings.topsisNormalisation ?? 'vector').closeness,
    vikor: (rows) => vikor(rows, weights, directions, settings.vikorV ?? 0.5),
    promethee: (rows) => promethee(rows, weights, directions, preferences),
  }
}

/**
 * Removes each option but the first in turn; a method whose first then changes depends on who else is listed.
 * `scoreWithout` gives the scores by row without one row, or null where nothing is left to compare.
 */
function leaveOneOut(
  options: readonly number[],
  scores: readonly number[] | null,
  scoreWithout: (removed: number) => readonly number[] | null,
): readonly { readonly without: number; readonly from: number; readonly to: number }[] {
  const first = firstOf(scores)
  if (first === null) return []
  return options.flatMap((without, removed) => {
    if (removed === first) return []
    const found = scoreWithout(removed)?.map((score, row) => (row === removed ? Number.NEGATIVE_INFINITY : score)) ?? null
    if (found === null || at(found, first) >= Math.max(...found) - sameScore) return []
    const next = firstOf(found)
    return next === null ? [] : [{ without, from: at(options, first), to: at(options, next) }]
  })
}

/** Scores by row of the whole list for a method that is computed anew on the shorter one. */
function rescored(table: readonly (readonly number[])[], score: (rows: readonly (readonly number[])[]) => readonly number[] | null, removed: number): readonly number[] | null {
  const found = score(table.filter((_, row) => row !== removed))
  return found === null ? null : [...found.slice(0, removed), Number.NEGATIVE_INFINITY, ...found.slice(removed)]
}

function firstOf(scores: readonly number[] | null): number | null {
  return scores === null || scores.length === 0 ? null : scores.indexOf(Math.max(...scores))
}

/** An unknown cell counts as the raw value worth half, as it does in the value model; a gate has no value at all. */
function rawOrMiddle(model: DecisionModel, option: number, criterion: number): number {
  const { scale } = at(model.criteria, criterion)
  if (scale.kind === 'gate') return 0
  const raw = at(model.raw, option * model.criterionCount + criterion)
  if (!Number.isNaN(raw)) return raw
  return scale.kind === 'number' ? (scale.value.rawOf(0.5) ?? (scale.value.lo + scale.value.hi) / 2) : 0.5
}
