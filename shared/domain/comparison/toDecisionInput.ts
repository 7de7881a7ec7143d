import type { Cell, CriterionInput, DecisionInput, MustHaveInput } from '../decision/DecisionInput'
import { inOrder } from '../schema/order'
import { cellDisplays, type CellDisplay } from './cellDisplay'
import { cellKey } from './cellKeys'
import type { ComparisonFacts, CriterionFacts, OptionFacts } from './ComparisonFacts'

/** Why a criterion cannot be counted yet. */
export type CriterionGap = 'anchorsMissing' | 'anchorsReversed' | 'categoriesMissing' | 'categoryValueMissing'

export interface ComparisonInput {
  readonly input: DecisionInput
  /** The option and the criterion behind each place of the input. */
  readonly options: readonly OptionFacts[]
  readonly criteria: readonly CriterionFacts[]
  /** Criteria without weight in the input, since their scale is not complete; only a must-have limit counts already. */
  readonly gaps: readonly { readonly criterion: CriterionFacts; readonly gap: CriterionGap }[]
}

/**
 * Turns a comparison into the engine's input: options and criteria in the buyer's order, the newcomer
 * among them. Total: a criterion whose scale is not complete has no weight and is named in `gaps`, so that
 * a half-made table still answers.
 */
export function toDecisionInput(facts: ComparisonFacts, today: string, cells: ReadonlyMap<string, CellDisplay> = cellDisplays(facts, today)): ComparisonInput {
  const options = inOrder(facts.comparison.options)
  const checked = inOrder(facts.comparison.criteria).map((criterion) => ({ criterion, gap: gapOf(criterion) }))
  const criteria = checked.flatMap(({ criterion, gap }) => (gap === null || isGate(criterion) ? [criterion] : []))
  const hasPoints = criteria.some((criterion) => criterion.points !== null && !isGate(criterion))
  const labels = new Map(criteria.map((criterion) => [criterion.id, labelsById(criterion)]))
  const cellsOf = (option: OptionFacts): readonly (CellDisplay | undefined)[] => criteria.map((criterion) => cells.get(cellKey(option.id, criterion.id)))
  return {
    input: {
      options: options.map((option) => option.name.trim() || '?'),
      criteria: criteria.map((criterion) => criterionInput(criterion, hasPoints)),
      cells: options.map((option) => cellsOf(option).map((cell) => (cell ? cellInput(cell, labels) : null))),
      kinds: options.map((option) => cellsOf(option).map((cell) => cell?.proof?.kind ?? 'none')),
      expired: options.map((option) => cellsOf(option).map((cell) => cell?.proof?.isOld ?? false)),
      optionKinds: options.map((option) => option.kind),
      setAside: options.map((option) => option.setAsideOn !== null),
    },
    options,
    criteria,
    gaps: checked.flatMap(({ criterion, gap }) => (gap === null || (isGate(criterion) && criterion.points === null) ? [] : [{ criterion, gap }])),
  }
}

function gapOf(criterion: CriterionFacts): CriterionGap | null {
  switch (criterion.scale) {
    case 'yesNo':
      return null
    case 'category': {
      const categories = inOrder(criterion.categories)
      if (categories.length === 0) return 'categoriesMissing'
      return categories.some((category) => category.value === null) ? 'categoryValueMissing' : null
    }
    case 'number':
      if (criterion.lo === null || criterion.hi === null) return 'anchorsMissing'
      return criterion.lo > criterion.hi ? 'anchorsReversed' : null
  }
}

/** A must-have number needs no anchors: it lets pass or it does not. */
function isGate(criterion: CriterionFacts): boolean {
  return criterion.scale === 'number' && gapOf(criterion) !== null && mustHaveOf(criterion) !== undefined
}

function criterionInput(criterion: CriterionFacts, hasPoints: boolean): CriterionInput {
  const { name, unit, group, direction } = criterion
  return {
    name: name.trim() || '?',
    direction,
    ...(unit.trim() === '' ? {} : { unit: unit.trim() }),
    ...(group.trim() === '' ? {} : { group: group.trim() }),
    ...scaleInput(criterion),
    ...weightInput(criterion, hasPoints),
    mustHave: mustHaveOf(criterion),
  }
}

function scaleInput(criterion: CriterionFacts): Pick<CriterionInput, 'lo' | 'hi' | 'categories'> {
  if (criterion.scale === 'category') return { categories: Object.fromEntries([...labelsById(criterion)].map(([id, label]) => [label, criterion.categories[id]?.value ?? 0])) }
  if (criterion.scale === 'yesNo' || isGate(criterion) || criterion.lo === null || criterion.hi === null) return {}
  return { lo: criterion.lo, hi: criterion.hi }
}

function weightInput(criterion: CriterionFacts, hasPoints: boolean): Pick<CriterionInput, 'weight'> {
  // A gate without anchors has no value to weigh; its points wait until the anchors are there.
  if (isGate(criterion)) return {}
  if (criterion.points !== null) return { weight: criterion.points }
  return hasPoints && criterion.mustHave ? { weight: 0 } : {}
}

function mustHaveOf(criterion: CriterionFacts): MustHaveInput | undefined {
  if (!criterion.mustHave) return undefined
  if (criterion.scale === 'number') {
    const { mustAtLeast: atLeast, mustAtMost: atMost } = criterion
    if (atLeast === null && atMost === null) return undefined
    // Limits that leave no room between them let nothing pass by mistake, not by will.
    if (atLeast !== null && atMost !== null && atLeast > atMost) return undefined
    return { ...(atLeast === null ? {} : { atLeast }), ...(atMost === null ? {} : { atMost }) }
  }
  if (criterion.mustEqual === null) return undefined
  if (criterion.scale === 'yesNo') return criterion.mustEqual === 'yes' || criterion.mustEqual === 'no' ? { equals: criterion.mustEqual === 'yes' } : undefined
  const label = labelsById(criterion).get(criterion.mustEqual)
  return label === undefined ? undefined : { equals: label }
}

function cellInput({ value, criterionId }: CellDisplay, labels: ReadonlyMap<string, ReadonlyMap<string, string>>): Cell {
  switch (value.kind) {
    case 'number':
      return value.value
    case 'range':
      return { lo: value.lo, hi: value.hi }
    case 'yesNo':
      return value.isYes
    case 'category':
      return labels.get(criterionId)?.get(value.id) ?? null
    case 'notKnown':
      return null
  }
}

/** The labels by category id. Labels name categories to the engine, so a second one of the same name gets a number. */
function labelsById(criterion: CriterionFacts): ReadonlyMap<string, string> {
  const labels = new Map<string, string>()
  const taken = new Set<string>()
  for (const category of inOrder(criterion.categories)) {
    const label = category.label.trim() || '?'
    let unique = label
    for (let number = 2; taken.has(unique); number++) unique = `${label} (${number})`
    taken.add(unique)
    labels.set(category.id, unique)
  }
  return labels
}
