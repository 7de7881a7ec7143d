import { err, ok, type Result } from '../../../base/Result'
import type { Cell, CriterionInput, MustHaveInput } from '../DecisionInput'
import type { DecisionRefused } from '../DecisionRefused'
import { refuseNumber } from '../refuseNumber'
import type { ModelScale } from './DecisionModel'
import { linearValue, midValue, piecewiseValue } from './valueFunction'

/** A mid-value nearer to an anchor than this share of the way would make an absurdly steep curve. */
const midShareMargin = 0.02
/** So that a mid-value at exactly 2 % passes in spite of floating-point noise. */
const noise = 1e-9
/** A narrower scale could not be computed with, nor a number between its anchors be printed. */
const leastRange = 1e-50

/**
 * The scale of one criterion: labels if it has categories; yes/no if its cells are; else numbers between two anchors.
 * A must-have number without anchors and without weight is only a gate.
 */
export function compileScale(criterion: CriterionInput, column: readonly Cell[], place: string): Result<ModelScale, DecisionRefused> {
  if (criterion.categories !== undefined) return categoryScale(criterion.categories, place)
  if (isYesNo(criterion, column)) return ok({ kind: 'yesNo', yes: criterion.direction === 'max' ? 1 : 0 })
  for (const anchor of ['lo', 'hi'] as const) {
    const number = criterion[anchor]
    const refused = number === undefined ? null : refuseNumber(number, `${place}.${anchor}`)
    if (refused !== null) return err(refused)
  }
  const shape = criterion.shape
  if (typeof shape === 'object' && 'points' in shape) return pointsScale(criterion, shape.points, place)
  const { lo, hi, direction } = criterion
  if (lo === undefined || hi === undefined) {
    if (hasLimit(criterion.mustHave) && (criterion.weight ?? 0) === 0) return ok({ kind: 'gate', direction })
    return err({ kind: 'anchorsMissing', place })
  }
  if (lo > hi) return err({ kind: 'anchorsReversed', place, found: `${lo}, ${hi}` })
  if (lo < hi && hi - lo < leastRange) return err({ kind: 'anchorsTooNear', place, found: `${lo}, ${hi}` })
  if (typeof shape !== 'object' || lo === hi) return ok({ kind: 'number', direction, value: linearValue(lo, hi, direction) })
  const share = (shape.mid - lo) / (hi - lo)
  if (!(share >= midShareMargin - noise && share <= 1 - midShareMargin + noise)) {
    return err({ kind: 'midTooFarOut', place: `${place}.shape.mid`, found: String(shape.mid) })
  }
  return ok({ kind: 'number', direction, value: midValue(lo, shape.mid, hi, direction) })
}

function isYesNo(criterion: CriterionInput, column: readonly Cell[]): boolean {
  if (column.some((cell) => typeof cell === 'boolean')) return true
  if (typeof criterion.mustHave?.equals === 'boolean') return true
  const hasAnchors = criterion.lo !== undefined || criterion.hi !== undefined || typeof criterion.shape === 'object'
  return !hasAnchors && !hasLimit(criterion.mustHave) && column.every((cell) => cell === null || (typeof cell === 'object' && 'countsAs' in cell))
}

/** An empty must-have asks nothing. */
export function hasLimit(mustHave: MustHaveInput | undefined): mustHave is MustHaveInput {
  return mustHave !== undefined && Object.values(mustHave).some((limit) => limit !== undefined)
}

function categoryScale(categories: Readonly<Record<string, number>>, place: string): Result<ModelScale, DecisionRefused> {
  const values = new Map(Object.entries(categories))
  for (const [label, value] of values) {
    const at = `${place}.categories[${JSON.stringify(label)}]`
    const refused = refuseNumber(value, at)
    if (refused !== null) return err(refused)
    if (value < 0 || value > 1) return err({ kind: 'outsideUnit', place: at, found: String(value) })
  }
  const all = [...values.values()]
  return ok({ kind: 'category', values, discriminates: all.some((value) => value !== all[0]) })
}

function pointsScale(
  criterion: CriterionInput,
  points: readonly (readonly [number, number])[],
  place: string,
): Result<ModelScale, DecisionRefused> {
  if (points.length < 2) return err({ kind: 'wrongShape', place: `${place}.shape.points`, found: `${points.length}` })
  let rises = false
  let falls = false
  for (let index = 0; index < points.length; index++) {
    const point = points[index]
    const before = points[index - 1]
    if (point === undefined) continue
    const at = `${place}.shape.points[${index}]`
    const [raw, value] = point
    const refused = refuseNumber(raw, at) ?? refuseNumber(value, at)
    if (refused !== null) return err(refused)
    if (value < 0 || value > 1) return err({ kind: 'outsideUnit', place: at, found: String(value) })
    if (before === undefined) continue
    if (raw <= before[0]) return err({ kind: 'pointsNotRising', place: at, found: String(raw) })
    if (raw - before[0] < leastRange) return err({ kind: 'anchorsTooNear', place: at, found: `${before[0]}, ${raw}` })
    if (value > before[1]) rises = true
    if (value < before[1]) falls = true
    if (rises && falls) return err({ kind: 'pointsTurn', place: at, found: String(value) })
  }
  if ((rises && criterion.direction === 'min') || (falls && criterion.direction === 'max')) {
    return err({ kind: 'pointsAgainstDirection', place: `${place}.shape.points`, found: criterion.direction })
  }
  return ok({ kind: 'number', direction: criterion.direction, value: piecewiseValue(points) })
}
