import { err, ok, type Result } from '../../../base/Result'
import { unreachable } from '../../../base/unreachable'
import type { Cell } from '../DecisionInput'
import type { DecisionRefused } from '../DecisionRefused'
import { refuseNumber } from '../refuseNumber'
import type { CellDraw, ModelScale } from './DecisionModel'

/** One cell in numbers. `rawLow` and `rawHigh` are what a must-have is held against; null when nothing is known. */
export interface CompiledCell {
  readonly isUnknown: boolean
  readonly base: number
  readonly low: number
  readonly high: number
  /** Best estimate in raw units; NaN without one. */
  readonly raw: number
  readonly rawLow: number
  readonly rawHigh: number
  /** The labels it may have, on a scale of categories. */
  readonly labels: readonly string[]
  readonly draw: CellDraw
  /** The raw value beyond the anchors, if one is. */
  readonly outside: number | null
}

const exact: CellDraw = { kind: 'exact' }

/**
 * Nothing known: any value from 0 to 1, the middle as best estimate. Where every cell is worth the same, that value: an
 * unknown one can neither lose nor win by it.
 */
export function unknownCell(scale: ModelScale): CompiledCell {
  const isOpen = discriminates(scale)
  const low = isOpen ? 0 : onlyValue(scale)
  const high = isOpen ? 1 : low
  const draw: CellDraw = isOpen ? { kind: 'uniformValue', lo: 0, hi: 1 } : exact
  return { isUnknown: true, base: (low + high) / 2, low, high, raw: Number.NaN, rawLow: Number.NaN, rawHigh: Number.NaN, labels: [], draw, outside: null }
}

/** The value of every cell on a scale that does not discriminate. */
function onlyValue(scale: ModelScale): number {
  if (scale.kind === 'category') return scale.values.values().next().value ?? 0
  return scale.kind === 'number' ? scale.value.valueOf(scale.value.lo) : 0
}

/** True if different cells of this criterion can have different values. */
export function discriminates(scale: ModelScale): boolean {
  switch (scale.kind) {
    case 'number':
      return scale.value.discriminates
    case 'category':
      return scale.discriminates
    case 'yesNo':
      return true
    case 'gate':
      return false
    default:
      return unreachable(scale)
  }
}

/** Turns a cell into numbers on its scale, or says why it does not fit. */
export function compileCell(scale: ModelScale, cell: Cell, place: string): Result<CompiledCell, DecisionRefused> {
  if (cell === null) return ok(unknownCell(scale))
  if (typeof cell === 'object' && 'countsAs' in cell) return ok(countsAs(scale, cell.countsAs))
  if (typeof cell !== 'object') {
    const placed = placeValue(scale, cell, place)
    return placed.ok ? ok(exactCell(scale, placed.value, labelsOf(cell))) : placed
  }
  if ('alpha' in cell) return betaCell(scale, cell.alpha, cell.beta, place)
  return rangeCell(scale, cell, place)
}

/** The number that stands for a cell value on its scale: the raw number, or the value of a label or a yes/no. */
function placeValue(scale: ModelScale, value: number | string | boolean, place: string): Result<number, DecisionRefused> {
  switch (scale.kind) {
    case 'number':
    case 'gate': {
      if (typeof value !== 'number') return err({ kind: 'notANumber', place, found: String(value) })
      const refused = refuseNumber(value, place)
      return refused === null ? ok(value) : err(refused)
    }
    case 'category': {
      const found = typeof value === 'string' ? scale.values.get(value) : undefined
      return found === undefined ? err({ kind: 'notALabel', place, found: String(value) }) : ok(found)
    }
    case 'yesNo':
      return typeof value === 'boolean' ? ok(value ? scale.yes : 1 - scale.yes) : err({ kind: 'notYesNo', place, found: String(value) })
    default:
      return unreachable(scale)
  }
}

function valueAt(scale: ModelScale, placed: number): number {
  if (scale.kind === 'number') return scale.value.valueOf(placed)
  return scale.kind === 'gate' ? 0 : placed
}

function labelsOf(...values: readonly (number | string | boolean)[]): readonly string[] {
  return values.filter((value) => typeof value === 'string')
}

function exactCell(scale: ModelScale, placed: number, labels: readonly string[] = []): CompiledCell {
  const value = valueAt(scale, placed)
  const outside = scale.kind === 'number' && scale.value.isOutside(placed) ? placed : null
  return { isUnknown: false, base: value, low: value, high: value, raw: placed, rawLow: placed, rawHigh: placed, labels, draw: exact, outside }
}

function countsAs(scale: ModelScale, what: 'best' | 'worst'): CompiledCell {
  if (scale.kind !== 'number' && scale.kind !== 'gate') {
    const values = scale.kind === 'category' ? [...scale.values.values()] : [0, 1]
    return exactCell(scale, values.length === 0 ? 0 : what === 'best' ? Math.max(...values) : Math.min(...values))
  }
  const isHigh = (what === 'best') === (scale.direction === 'max')
  if (scale.kind === 'gate') return exactCell(scale, isHigh ? Number.MAX_VALUE : -Number.MAX_VALUE)
  return exactCell(scale, isHigh ? scale.value.hi : scale.value.lo)
}

function rangeCell(
  scale: ModelScale,
  range: { readonly lo: number | string; readonly hi: number | string; readonly mode?: number },
  place: string,
): Result<CompiledCell, DecisionRefused> {
  const lo = placeValue(scale, range.lo, `${place}.lo`)
  if (!lo.ok) return lo
  const hi = placeValue(scale, range.hi, `${place}.hi`)
  if (!hi.ok) return hi
  const isLabelled = scale.kind === 'category'
  const labels = labelsOf(range.lo, range.hi)
  // Labels have no lower and upper end by themselves; numbers the wrong way round are a slip.
  if (!isLabelled && lo.value > hi.value) return err({ kind: 'rangeReversed', place, found: `${lo.value}, ${hi.value}` })
  const rawLow = Math.min(lo.value, hi.value)
  const rawHigh = Math.max(lo.value, hi.value)
  const ends = [valueAt(scale, rawLow), valueAt(scale, rawHigh)] as const
  const low = Math.min(...ends)
  const high = Math.max(...ends)
  const outside = scale.kind !== 'number' ? null : scale.value.isOutside(rawLow) ? rawLow : scale.value.isOutside(rawHigh) ? rawHigh : null
  if (range.mode === undefined) {
    const draw: CellDraw =
      low === high ? exact : isLabelled ? { kind: 'uniformValue', lo: low, hi: high } : { kind: 'uniformRaw', lo: rawLow, hi: rawHigh }
    return ok({ isUnknown: false, base: (low + high) / 2, low, high, raw: (rawLow + rawHigh) / 2, rawLow, rawHigh, labels, draw, outside })
  }
  const mode = placeValue(scale, range.mode, `${place}.mode`)
  if (!mode.ok) return mode
  if (mode.value < rawLow || mode.value > rawHigh) {
    return err({ kind: 'rangeReversed', place, found: `${rawLow}, ${mode.value}, ${rawHigh}` })
  }
  const draw: CellDraw = low === high ? exact : { kind: 'triangularRaw', lo: rawLow, mode: mode.value, hi: rawHigh }
  return ok({ isUnknown: false, base: valueAt(scale, mode.value), low, high, raw: mode.value, rawLow, rawHigh, labels, draw, outside })
}

/** A probability known from counts: raw units run from 0 to 1, the best estimate is alpha/(alpha + beta). */
function betaCell(scale: ModelScale, alpha: number, beta: number, place: string): Result<CompiledCell, DecisionRefused> {
  for (const [name, parameter] of [['alpha', alpha], ['beta', beta]] as const) {
    const refused = refuseNumber(parameter, `${place}.${name}`)
    if (refused !== null) return err(refused)
    if (parameter <= 0) return err({ kind: 'notPositive', place: `${place}.${name}`, found: String(parameter) })
  }
  if (scale.kind !== 'number' && scale.kind !== 'gate') return err({ kind: scale.kind === 'category' ? 'notALabel' : 'notYesNo', place, found: 'alpha' })
  const mean = alpha / (alpha + beta)
  const ends = [valueAt(scale, 0), valueAt(scale, 1)] as const
  const low = Math.min(...ends)
  const high = Math.max(...ends)
  const draw: CellDraw = low === high ? exact : { kind: 'betaRaw', alpha, beta }
  // The ends 0 and 1 are hardly ever reached, so anchors inside them are no slip; a mean beyond the anchors is one.
  const outside = scale.kind === 'number' && scale.value.isOutside(mean) ? mean : null
  return ok({ isUnknown: false, base: valueAt(scale, mean), low, high, raw: mean, rawLow: 0, rawHigh: 1, labels: [], draw, outside })
}
