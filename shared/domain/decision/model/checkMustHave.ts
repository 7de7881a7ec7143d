import { err, ok, type Result } from '../../../base/Result'
import type { MustHaveInput } from '../DecisionInput'
import type { DecisionRefused } from '../DecisionRefused'
import type { MustHaveState } from '../Evaluation'
import { refuseNumber } from '../refuseNumber'
import type { CompiledCell } from './compileCell'
import type { ModelScale } from './DecisionModel'

/** A limit in the units of the scale: raw numbers, or the value of a label or a yes/no. Ends are inclusive. */
export interface MustHaveLimit {
  readonly from: number
  readonly to: number
  /** The one label that passes; null when labels are compared by their value. */
  readonly label: string | null
}

/**
 * The limits of a must-have as one interval. A label stands for its value, so "at least Medium" lets pass every
 * label worth as much or more.
 */
export function compileMustHave(scale: ModelScale, mustHave: MustHaveInput, place: string): Result<MustHaveLimit, DecisionRefused> {
  let from = Number.NEGATIVE_INFINITY
  let to = Number.POSITIVE_INFINITY
  const label = scale.kind === 'category' && typeof mustHave.equals === 'string' ? mustHave.equals : null
  for (const name of ['atLeast', 'atMost', 'equals'] as const) {
    const limit = mustHave[name]
    if (limit === undefined) continue
    const placed = placeLimit(scale, limit, `${place}.${name}`)
    if (!placed.ok) return placed
    if (name !== 'atMost') from = Math.max(from, placed.value)
    if (name !== 'atLeast') to = Math.min(to, placed.value)
  }
  return from > to ? err({ kind: 'rangeReversed', place, found: `${from}, ${to}` }) : ok({ from, to, label })
}

/** Three-valued: a range that lies on both sides of a limit is unknown, and so is an unknown cell. */
export function checkMustHave(limit: MustHaveLimit, cell: CompiledCell): MustHaveState {
  if (cell.isUnknown) return 'unknown'
  // Two labels may be worth the same; "equals" means the label.
  if (limit.label !== null && cell.labels.length > 0 && cell.labels.every((label) => label === cell.labels[0])) {
    return cell.labels[0] === limit.label ? 'pass' : 'fail'
  }
  if (cell.rawLow >= limit.from && cell.rawHigh <= limit.to) return 'pass'
  return cell.rawHigh < limit.from || cell.rawLow > limit.to ? 'fail' : 'unknown'
}

function placeLimit(scale: ModelScale, limit: number | string | boolean, place: string): Result<number, DecisionRefused> {
  const found = String(limit)
  if (scale.kind === 'category') {
    const value = typeof limit === 'string' ? scale.values.get(limit) : undefined
    return value === undefined ? err({ kind: 'notALabel', place, found }) : ok(value)
  }
  if (scale.kind === 'yesNo') {
    return typeof limit === 'boolean' ? ok(limit ? scale.yes : 1 - scale.yes) : err({ kind: 'notYesNo', place, found })
  }
  if (typeof limit !== 'number') return err({ kind: 'notANumber', place, found })
  const refused = refuseNumber(limit, place)
  return refused === null ? ok(limit) : err(refused)
}
