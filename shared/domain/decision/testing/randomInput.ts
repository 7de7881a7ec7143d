import * as fc from 'fast-check'
import type { Cell, CriterionInput, DecisionInput, EvidenceKind, MustHaveInput } from '../DecisionInput'
import { testRandom } from './bruteForce'

/** Varies the random tables of a run: `PLUMBLINE_SEED=7 npx vitest run shared/domain/decision`. */
export const tableSeed = Number(process.env['PLUMBLINE_SEED'] ?? 20_261_121)

/** What a random table may contain. */
export interface TableWishes {
  readonly leastOptions?: number
  readonly mostOptions?: number
  readonly mostCriteria?: number
  /** Only plain numbers, labels and answers: every cell exact. */
  readonly isExact?: boolean
  readonly hasMustHaves?: boolean
  readonly hasKinds?: boolean
}

interface Draw {
  pick<const T>(...items: readonly T[]): T
  integer(min: number, max: number): number
}

// Names without digits, so that every digit in a sentence is one of its numbers.
const optionNames = ['Alder', 'Birch', 'Cedar', 'Doum', 'Elm', 'Fir', 'Ginkgo', 'Hazel']
const criterionNames = ['Cost', 'Support', 'Speed', 'Safety', 'Comfort', 'Reach', 'Noise', 'Care']
const labels = ['low', 'middle', 'high']

/**
 * Random comparisons with coarse values, so that ties, equal rows and dominance turn up often. Each comes from one
 * number, which is what a failing run prints.
 */
export function tables(wishes: TableWishes = {}): fc.Arbitrary<DecisionInput> {
  return fc.nat().map((seed) => {
    const random = testRandom(seed)
    const integer = (min: number, max: number): number => min + Math.floor(random() * (max - min + 1))
    const pick = <const T>(...items: readonly T[]): T => {
      const item = items[integer(0, items.length - 1)]
      if (item === undefined && !items.includes(item as T)) throw new Error('Nothing to pick from')
      return item as T
    }
    return drawInput({ integer, pick }, wishes)
  })
}

function drawInput(draw: Draw, wishes: TableWishes): DecisionInput {
  const options = optionNames.slice(0, draw.integer(wishes.leastOptions ?? 1, wishes.mostOptions ?? 5))
  const criteria = criterionNames.slice(0, draw.integer(1, wishes.mostCriteria ?? 5)).map((name) => drawCriterion(draw, name, wishes))
  const cells = options.map(() => criteria.map((criterion) => drawCell(draw, criterion, wishes.isExact ?? false)))
  if (!(wishes.hasKinds ?? false)) return { options, criteria, cells }
  const kinds: readonly EvidenceKind[] = ['measured', 'buyerTested', 'thirdParty', 'vendorClaim', 'ourOpinion', 'none']
  return {
    options,
    criteria,
    cells,
    kinds: options.map(() => criteria.map(() => draw.pick(...kinds))),
    expired: options.map(() => criteria.map(() => draw.integer(0, 9) === 0)),
  }
}

function drawCriterion(draw: Draw, name: string, wishes: TableWishes): CriterionInput {
  const direction = draw.pick('max' as const, 'min' as const)
  const weight = draw.pick(0, 5, 10, 10, 20, 35, 50, 80, 100)
  const base = { name, direction, weight, unit: draw.pick(undefined, 'EUR', 'weeks', '%') }
  const isMustHave = (wishes.hasMustHaves ?? false) && draw.integer(0, 3) === 0
  switch (draw.pick('linear', 'linear', 'points', 'mid', 'category', 'yesNo')) {
    case 'category':
      return { ...base, categories: drawCategories(draw), ...(isMustHave ? { mustHave: { atLeast: draw.pick(...labels) } } : {}) }
    case 'yesNo':
      return { ...base, mustHave: isMustHave ? { equals: true } : {} }
    case 'points': {
      const lo = draw.pick(-20, 0, 100)
      const rising: readonly (readonly [number, number])[] = [[lo, 0], [lo + 3, draw.pick(0, 0.3, 0.7)], [lo + 10, 1]]
      const points = direction === 'max' ? rising : rising.map(([raw, value]) => [raw, 1 - value] as const)
      return { ...base, lo, hi: lo + 10, shape: { points }, ...numberMustHave(draw, isMustHave, lo, 10) }
    }
    default: {
      const lo = draw.pick(-20, 0, 0, 1000)
      const range = draw.pick(10, 8, 250)
      const isCurved = draw.pick(true, false)
      const shape = isCurved ? { mid: lo + range * draw.pick(0.1, 0.35, 0.5, 0.8) } : ('linear' as const)
      return { ...base, lo, hi: lo + range, shape, ...numberMustHave(draw, isMustHave, lo, range) }
    }
  }
}

function drawCategories(draw: Draw): Readonly<Record<string, number>> {
  return { low: 0, middle: draw.pick(0.25, 0.5, 0.5, 1), high: 1 }
}

function numberMustHave(draw: Draw, isMustHave: boolean, lo: number, range: number): { readonly mustHave?: MustHaveInput } {
  if (!isMustHave) return {}
  const limit = lo + range * draw.pick(0.25, 0.5, 0.75)
  return { mustHave: draw.pick(true, false) ? { atLeast: limit } : { atMost: limit } }
}

function drawCell(draw: Draw, criterion: CriterionInput, isExact: boolean): Cell {
  const choice = isExact ? 0 : draw.integer(0, 9)
  if (choice === 9) return null
  if (criterion.categories !== undefined) {
    const label = (): string => draw.pick(...labels)
    return choice === 8 ? { lo: label(), hi: label() } : label()
  }
  if (criterion.lo === undefined || criterion.hi === undefined) return draw.pick(true, false)
  const lo = criterion.lo
  const step = (criterion.hi - lo) / 8
  // Now and then beyond the anchors, which are then clipped.
  const grid = (): number => lo + step * draw.integer(isExact ? 0 : -1, isExact ? 8 : 9)
  if (choice < 7) return grid()
  const [from = lo, mode = lo, to = lo] = [grid(), grid(), grid()].sort((a, b) => a - b)
  return choice === 7 ? { lo: from, hi: to } : { lo: from, mode, hi: to }
}
