import { unreachable } from '../../../base/unreachable'
import type { CellValue } from '../DecisionInput'
import type { ModelScale } from './DecisionModel'

/** A value this little above what a scale can give still counts as reached. */
const reach = 1e-12

/**
 * The least demanding cell that is worth at least `value`: the raw number worth exactly that, or the first label or
 * answer that is worth enough. Null when nothing on the scale is.
 */
export function cellWorthAtLeast(scale: ModelScale, value: number): CellValue | null {
  switch (scale.kind) {
    case 'number': {
      const ends = [scale.value.valueOf(scale.value.lo), scale.value.valueOf(scale.value.hi)] as const
      const [worst, best] = [Math.min(...ends), Math.max(...ends)]
      if (value > best + reach || value < worst - reach) return null
      return scale.value.rawOf(Math.min(best, Math.max(worst, value)))
    }
    case 'category':
      return pickLabel(scale.values, (found) => found >= value - reach, (a, b) => a < b)
    case 'yesNo':
      return value > 1 + reach ? null : value > reach ? scale.yes === 1 : scale.yes !== 1
    case 'gate':
      return null
    default:
      return unreachable(scale)
  }
}

/** The mildest cell that is worth at most `value`; null when nothing on the scale is that bad. */
export function cellWorthAtMost(scale: ModelScale, value: number): CellValue | null {
  switch (scale.kind) {
    case 'number':
    case 'gate':
      return cellWorthAtLeast(scale, value)
    case 'category':
      return pickLabel(scale.values, (found) => found <= value + reach, (a, b) => a > b)
    case 'yesNo':
      return value < -reach ? null : value < 1 - reach ? scale.yes !== 1 : scale.yes === 1
    default:
      return unreachable(scale)
  }
}

function pickLabel(
  values: ReadonlyMap<string, number>,
  isEnough: (value: number) => boolean,
  isMilder: (a: number, b: number) => boolean,
): string | null {
  let picked: readonly [string, number] | null = null
  for (const [label, value] of values) {
    if (isEnough(value) && (picked === null || isMilder(value, picked[1]))) picked = [label, value]
  }
  return picked?.[0] ?? null
}
