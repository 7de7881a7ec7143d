import { err, ok, type Result } from '../../../base/Result'
import { at } from '../at'
import type { Cell, DecisionInput, EvidenceKind } from '../DecisionInput'
import type { DecisionRefused } from '../DecisionRefused'
import { agedKind, defaultHalfWidths } from '../evidence'
import type { MustHaveState } from '../Evaluation'
import { checkMustHave, compileMustHave, type MustHaveLimit } from './checkMustHave'
import { compileCell, discriminates, unknownCell } from './compileCell'
import { compileScale, hasLimit } from './compileScale'
import { compileWeights } from './compileWeights'
import { findCountedTwice } from './countedTwice'
import type { CellDraw, DecisionModel, ModelCriterion } from './DecisionModel'

export const defaultExaminedShare = 0.5

/**
 * Checks an input and turns it into numbers. Refuses NaN and infinities, cells that do not fit their criterion,
 * reversed anchors and ranges, and tables of the wrong size, each with its place. Costs O(options × criteria).
 */
export function compileModel(input: DecisionInput): Result<DecisionModel, DecisionRefused> {
  const sizes = checkSizes(input)
  if (!sizes.ok) return sizes
  const criteria: ModelCriterion[] = []
  const limits: (MustHaveLimit | null)[] = []
  for (let index = 0; index < input.criteria.length; index++) {
    const criterion = at(input.criteria, index)
    const place = `criteria[${index}]`
    const column = input.cells.map((row) => row[index] ?? null)
    const scale = compileScale(criterion, column, place)
    if (!scale.ok) return scale
    const mustHave = criterion.mustHave
    const isMustHave = hasLimit(mustHave)
    const limit = isMustHave ? compileMustHave(scale.value, mustHave, `${place}.mustHave`) : ok(null)
    if (!limit.ok) return limit
    limits.push(limit.value)
    criteria.push({ name: criterion.name, group: criterion.group ?? null, unit: criterion.unit ?? null, isMustHave, scale: scale.value })
  }
  const weights = compileWeights(input, criteria)
  if (!weights.ok) return weights
  const table = compileTable(input, criteria, limits)
  if (!table.ok) return table
  return ok({
    options: input.options,
    criteria,
    optionCount: input.options.length,
    criterionCount: criteria.length,
    optionKinds: input.optionKinds ?? input.options.map(() => 'rival'),
    setAside: input.setAside ?? input.options.map(() => false),
    examinedShare: input.examinedShare ?? defaultExaminedShare,
    ...weights.value,
    ...table.value,
    rows: tableRows(table.value, input.options.length, criteria.length),
    unknownRows: rowsOf(table.value.unknown, input.options.length, criteria.length).map((row) => row.map((isUnknown) => isUnknown === 1)),
    countedTwice: findCountedTwice(table.value.base, table.value.unknown, criteria.length),
  })
}

function checkSizes(input: DecisionInput): Result<void, DecisionRefused> {
  const rows = input.options.length
  const columns = input.criteria.length
  for (const name of ['cells', 'kinds', 'expired'] as const) {
    const table = input[name]
    if (table === undefined) continue
    if (table.length !== rows) return err({ kind: 'rowCount', place: name, found: `${table.length}, ${rows}` })
    for (let row = 0; row < rows; row++) {
      const found = table[row]?.length
      if (found !== columns) return err({ kind: 'columnCount', place: `${name}[${row}]`, found: `${found}, ${columns}` })
    }
  }
  for (const name of ['optionKinds', 'setAside'] as const) {
    const list = input[name]
    if (list !== undefined && list.length !== rows) return err({ kind: 'rowCount', place: name, found: `${list.length}, ${rows}` })
  }
  const shares = [['examinedShare', input.examinedShare], ...Object.entries(input.halfWidths ?? {})] as const
  for (const [name, share] of shares) {
    if (share === undefined) continue
    const place = name === 'examinedShare' ? name : `halfWidths.${name}`
    if (!Number.isFinite(share)) return err({ kind: 'notFinite', place, found: String(share) })
    if (share < 0 || share > 1) return err({ kind: 'outsideUnit', place, found: String(share) })
  }
  return ok()
}

type CompiledTable = Pick<
  DecisionModel,
  'base' | 'low' | 'high' | 'likelyLow' | 'likelyHigh' | 'unknown' | 'raw' | 'draws' | 'mustHave' | 'clipped' | 'withoutEvidence'
>

function compileTable(
  input: DecisionInput,
  criteria: readonly ModelCriterion[],
  limits: readonly (MustHaveLimit | null)[],
): Result<CompiledTable, DecisionRefused> {
  const size = input.options.length * criteria.length
  const base = new Float64Array(size)
  const low = new Float64Array(size)
  const high = new Float64Array(size)
  const likelyLow = new Float64Array(size)
  const likelyHigh = new Float64Array(size)
  const unknown = new Uint8Array(size)
  const raw = new Float64Array(size)
  const draws: CellDraw[] = []
  const mustHave: (MustHaveState | null)[] = []
  const clipped: { readonly option: number; readonly criterion: number; readonly raw: number }[] = []
  const halfWidths = { ...defaultHalfWidths, ...definedOnly(input.halfWidths) }
  let withoutEvidence = 0
  for (let option = 0; option < input.options.length; option++) {
    for (let criterion = 0; criterion < criteria.length; criterion++) {
      const place = option * criteria.length + criterion
      const { scale } = at(criteria, criterion)
      const cell = input.cells[option]?.[criterion] ?? null
      const kind = cellKind(input, cell, option, criterion)
      const compiled = compileCell(scale, cell, `cells[${option}][${criterion}]`)
      if (!compiled.ok) return compiled
      if (kind === 'none' && cell !== null) withoutEvidence += 1
      const known = kind === 'none' ? unknownCell(scale) : compiled.value
      // A stated range says itself how sure it is, also where all of it lies beyond an anchor.
      const isRange = known.rawLow !== known.rawHigh
      const halfWidth = kind === 'none' || isRange || !discriminates(scale) || known.isUnknown ? 0 : halfWidths[kind]
      base[place] = known.base
      low[place] = known.low
      high[place] = known.high
      // The ends are clipped to the scale first and the draw runs between the clipped ends.
      likelyLow[place] = Math.max(0, known.low - halfWidth)
      likelyHigh[place] = Math.min(1, known.high + halfWidth)
      unknown[place] = known.isUnknown ? 1 : 0
      raw[place] = known.raw
      draws.push(
        halfWidth === 0
          ? known.draw
          : { kind: 'triangularValue', lo: Math.max(0, known.base - halfWidth), mode: known.base, hi: Math.min(1, known.base + halfWidth) },
      )
      const limit = limits[criterion] ?? null
      mustHave.push(limit === null ? null : checkMustHave(limit, known))
      if (known.outside !== null) clipped.push({ option, criterion, raw: known.outside })
    }
  }
  return ok({ base, low, high, likelyLow, likelyHigh, unknown, raw, draws, mustHave, clipped, withoutEvidence })
}

function tableRows(table: CompiledTable, options: number, criteria: number): DecisionModel['rows'] {
  const { base, low, high, likelyLow, likelyHigh } = table
  return {
    base: rowsOf(base, options, criteria),
    low: rowsOf(low, options, criteria),
    high: rowsOf(high, options, criteria),
    likelyLow: rowsOf(likelyLow, options, criteria),
    likelyHigh: rowsOf(likelyHigh, options, criteria),
  }
}

function rowsOf(table: ArrayLike<number>, options: number, criteria: number): readonly (readonly number[])[] {
  return Array.from({ length: options }, (_, option) => Array.from({ length: criteria }, (__, criterion) => at(table, option * criteria + criterion)))
}

function cellKind(input: DecisionInput, cell: Cell, option: number, criterion: number): EvidenceKind {
  // "Does not apply" is a statement with a reason, not a measurement that could be off.
  const isStatement = typeof cell === 'object' && cell !== null && 'countsAs' in cell
  if (isStatement) return 'measured'
  const kind = input.kinds === undefined ? 'measured' : (input.kinds[option]?.[criterion] ?? 'none')
  return agedKind(kind, input.expired?.[option]?.[criterion] ?? false)
}

function definedOnly<T extends object>(settings: T | undefined): { [Key in keyof T]?: Exclude<T[Key], undefined> } {
  const entries = Object.entries(settings ?? {}).filter(([, value]) => value !== undefined)
  return Object.fromEntries(entries) as { [Key in keyof T]?: Exclude<T[Key], undefined> }
}
