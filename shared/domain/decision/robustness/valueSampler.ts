import { at } from '../at'
import type { DecisionModel } from '../model/DecisionModel'
import type { ValueFunction } from '../model/valueFunction'
import { betaAt, triangularFrom } from './distributions'
import { uniformAt } from './randomStream'

/** Fills a table of values for one draw. Only uncertain cells are touched; the others hold their value for good. */
export interface ValueSampler {
  /** Sampled options × criteria, flat. */
  readonly values: Float64Array
  readonly uncertainCells: number
  draw(keyA: number, keyB: number): void
}

const uniformValue = 0
const triangularValue = 1
const uniformRaw = 2
const triangularRaw = 3
const betaRaw = 4

/** Weights take the slots below this, cells those from here on, so that adding a criterion does not move the cells. */
export const firstCellSlot = 65_536

/** Prepares the draws of the values of some options. The slots of a cell depend only on its place in the input. */
export function createValueSampler(model: DecisionModel, options: readonly number[]): ValueSampler {
  const criteria = model.criterionCount
  const values = new Float64Array(options.length * criteria)
  const cells: { place: number; slot: number; kind: number; first: number; second: number; third: number; value: ValueFunction | null }[] = []
  options.forEach((option, row) => {
    for (let criterion = 0; criterion < criteria; criterion++) {
      const source = option * criteria + criterion
      const place = row * criteria + criterion
      values[place] = at(model.base, source)
      const draw = at(model.draws, source)
      const { scale } = at(model.criteria, criterion)
      const value = scale.kind === 'number' ? scale.value : null
      const slot = firstCellSlot + source
      switch (draw.kind) {
        case 'exact':
          break
        case 'uniformValue':
          cells.push({ place, slot, kind: uniformValue, first: draw.lo, second: draw.hi, third: 0, value })
          break
        case 'uniformRaw':
          cells.push({ place, slot, kind: uniformRaw, first: draw.lo, second: draw.hi, third: 0, value })
          break
        case 'triangularValue':
          cells.push({ place, slot, kind: triangularValue, first: draw.lo, second: draw.mode, third: draw.hi, value })
          break
        case 'triangularRaw':
          cells.push({ place, slot, kind: triangularRaw, first: draw.lo, second: draw.mode, third: draw.hi, value })
          break
        case 'betaRaw':
          cells.push({ place, slot, kind: betaRaw, first: draw.alpha, second: draw.beta, third: 0, value })
          break
      }
    }
  })
  const count = cells.length
  const places = Int32Array.from(cells, (cell) => cell.place)
  const slots = Int32Array.from(cells, (cell) => cell.slot)
  const kinds = Uint8Array.from(cells, (cell) => cell.kind)
  const firsts = Float64Array.from(cells, (cell) => cell.first)
  const seconds = Float64Array.from(cells, (cell) => cell.second)
  const thirds = Float64Array.from(cells, (cell) => cell.third)
  const functions = cells.map((cell) => cell.value)
  return {
    values,
    uncertainCells: count,
    draw(keyA, keyB) {
      for (let index = 0; index < count; index++) {
        const kind = kinds[index] as number
        const slot = slots[index] as number
        const first = firsts[index] as number
        const second = seconds[index] as number
        let drawn: number
        if (kind === betaRaw) {
          drawn = betaAt(keyA, keyB, slot, first, second)
        } else {
          const uniform = uniformAt(keyA, keyB, slot)
          drawn = kind === uniformValue || kind === uniformRaw ? first + uniform * (second - first) : triangularFrom(uniform, first, second, thirds[index] as number)
        }
        const value = functions[index]
        values[places[index] as number] = kind >= uniformRaw && value ? value.valueOf(drawn) : drawn
      }
    },
  }
}
