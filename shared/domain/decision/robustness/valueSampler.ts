import { at } from '../at'
import type { CellDraw, DecisionModel, ModelScale } from '../model/DecisionModel'
import type { ValueFunction } from '../model/valueFunction'
import { betaAt, triangularFrom } from './distributions'
import { bitsAt, uniformAt } from './randomStream'

/** Fills a table of values for one draw. Only uncertain cells are touched; the others hold their value for good. */
export interface ValueSampler {
  /** Sampled options × criteria, flat. */
  readonly values: Float64Array
  readonly uncertainCells: number
  draw(keyA: number, keyB: number): void
}

/** Weights take the slots below this, cells those from here on, so that adding a criterion does not move the cells. */
export const firstCellSlot = 65_536

interface UncertainCell {
  /** Where its value goes. */
  readonly place: number
  /** Which number of a draw is its own; depends only on its place in the input. */
  readonly slot: number
  readonly draw: CellDraw
  /** Bends the drawn raw number; null when it is drawn as a value. */
  readonly bend: ValueFunction | null
}

/**
 * Prepares the draws of the values of some options. Cells are sorted by how they are drawn, so that the inner loops have
 * no branches: evenly, as a triangle, and the rest, which goes through a value function.
 */
export function createValueSampler(model: DecisionModel, options: readonly number[]): ValueSampler {
  const criteria = model.criterionCount
  const values = new Float64Array(options.length * criteria)
  const cells: UncertainCell[] = []
  options.forEach((option, row) => {
    for (let criterion = 0; criterion < criteria; criterion++) {
      const source = option * criteria + criterion
      const place = row * criteria + criterion
      values[place] = at(model.base, source)
      const { draw, bend } = inValues(at(model.draws, source), at(model.criteria, criterion).scale)
      if (draw.kind !== 'exact') cells.push({ place, slot: firstCellSlot + source, draw, bend })
    }
  })
  const drawUniform = uniformStep(values, cells)
  const drawTriangular = triangularStep(values, cells)
  const drawBent = bentStep(values, cells)
  return {
    values,
    uncertainCells: cells.length,
    draw(keyA, keyB) {
      drawUniform(keyA, keyB)
      drawTriangular(keyA, keyB)
      drawBent(keyA, keyB)
    },
  }
}

type Step = (keyA: number, keyB: number) => void

/** On a straight scale a raw range is a range of values, to be clipped after the draw. */
function inValues(draw: CellDraw, scale: ModelScale): { readonly draw: CellDraw; readonly bend: ValueFunction | null } {
  if (scale.kind !== 'number' || draw.kind === 'exact' || draw.kind === 'uniformValue' || draw.kind === 'triangularValue') return { draw, bend: null }
  const { line } = scale.value
  if (line === null || draw.kind === 'betaRaw') return { draw, bend: scale.value }
  const valueOf = (raw: number): number => line.start + line.slope * raw
  const [lo, hi] = [Math.min(valueOf(draw.lo), valueOf(draw.hi)), Math.max(valueOf(draw.lo), valueOf(draw.hi))]
  if (draw.kind === 'uniformRaw') return { draw: { kind: 'uniformValue', lo, hi }, bend: null }
  return { draw: { kind: 'triangularValue', lo, mode: Math.min(hi, Math.max(lo, valueOf(draw.mode))), hi }, bend: null }
}

function uniformStep(values: Float64Array, cells: readonly UncertainCell[]): Step {
  const own = cells.flatMap(({ place, slot, draw }) => (draw.kind === 'uniformValue' ? [{ place, slot, draw }] : []))
  const places = Int32Array.from(own, ({ place }) => place)
  const slots = Int32Array.from(own, ({ slot }) => slot)
  const lows = Float64Array.from(own, ({ draw }) => draw.lo)
  const spans = Float64Array.from(own, ({ draw }) => draw.hi - draw.lo)
  return (keyA, keyB) => fillUniform(values, places, slots, lows, spans, keyA, keyB)
}

/** The loops stand alone and take their lists as arguments: closed over, they would be looked up at every step. */
function fillUniform(values: Float64Array, places: Int32Array, slots: Int32Array, lows: Float64Array, spans: Float64Array, keyA: number, keyB: number): void {
  for (let index = 0; index < places.length; index++) {
    const value = (lows[index] as number) + uniformAt(keyA, keyB, slots[index] as number) * (spans[index] as number)
    values[places[index] as number] = value < 0 ? 0 : value > 1 ? 1 : value
  }
}

/**
 * With c the place of the mode between the ends, lo + span·((1 − c)·min(U, V) + c·max(U, V)) has a triangular
 * distribution (Stein & Keblis 2009). The two halves of one 32-bit number serve as U and V; no branch and no root.
 */
function triangularStep(values: Float64Array, cells: readonly UncertainCell[]): Step {
  const own = cells.flatMap(({ place, slot, draw }) => (draw.kind === 'triangularValue' ? [{ place, slot, draw }] : []))
  const places = Int32Array.from(own, ({ place }) => place)
  const slots = Int32Array.from(own, ({ slot }) => slot)
  const lows = Float64Array.from(own, ({ draw }) => draw.lo)
  // (1 − c)·min + c·max = (U + V)/2 + (c − 1/2)·|U − V|, here with U and V up to 65,536 and the span multiplied in.
  const sums = Float64Array.from(own, ({ draw }) => (draw.hi - draw.lo) / 131_072)
  const gaps = Float64Array.from(own, ({ draw }) => (draw.mode - draw.lo - (draw.hi - draw.lo) / 2) / 65_536)
  return (keyA, keyB) => fillTriangular(values, places, slots, lows, sums, gaps, keyA, keyB)
}

function fillTriangular(
  values: Float64Array,
  places: Int32Array,
  slots: Int32Array,
  lows: Float64Array,
  sums: Float64Array,
  gaps: Float64Array,
  keyA: number,
  keyB: number,
): void {
  for (let index = 0; index < places.length; index++) {
    const bits = bitsAt(keyA, keyB, slots[index] as number)
    const first = bits & 65_535
    const second = bits >>> 16
    const value = (lows[index] as number) + (first + second + 1) * (sums[index] as number) + Math.abs(first - second) * (gaps[index] as number)
    values[places[index] as number] = value < 0 ? 0 : value > 1 ? 1 : value
  }
}

function bentStep(values: Float64Array, cells: readonly UncertainCell[]): Step {
  const own = cells.flatMap(({ place, slot, draw, bend }) => (bend === null ? [] : [{ place, slot, draw, bend }]))
  return (keyA, keyB) => {
    for (let index = 0; index < own.length; index++) {
      const { place, slot, draw, bend } = own[index] as (typeof own)[number]
      if (draw.kind === 'betaRaw') values[place] = bend.valueOf(betaAt(keyA, keyB, slot, draw.alpha, draw.beta))
      else if (draw.kind === 'uniformRaw') values[place] = bend.valueOf(draw.lo + uniformAt(keyA, keyB, slot) * (draw.hi - draw.lo))
      else if (draw.kind === 'triangularRaw') values[place] = bend.valueOf(triangularFrom(uniformAt(keyA, keyB, slot), draw.lo, draw.mode, draw.hi))
    }
  }
}
