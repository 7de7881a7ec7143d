import type * as z from 'zod'
import { err, ok, type Result } from '../../base/Result'
import { at } from './at'
import type { DecisionInput } from './DecisionInput'
import type { DecisionRefused } from './DecisionRefused'
import { decisionInputSchema } from './decisionInputSchema'

/**
 * More than this and a table is a mistake; it also bounds what a file from outside can cost: the crossings alone are
 * options² × criteria / 2.
 */
export const mostOptions = 100
export const mostCriteria = 200

/**
 * Reads an input from outside. Unknown fields are refused too, so that a misspelt one is not silently ignored. Where a
 * field may be left out, null says the same; in a cell it is an answer and stays.
 */
export function parseDecisionInput(unchecked: unknown): Result<DecisionInput, DecisionRefused> {
  const input = withoutEmptyFields(unchecked)
  const parsed = decisionInputSchema.safeParse(input)
  if (!parsed.success) return err(firstRefusal(parsed.error.issues, input))
  const lost = findLostName(input as DecisionInput)
  if (lost !== null) return err(lost)
  const { options, criteria, second } = parsed.data
  if (options.length > mostOptions) return err({ kind: 'tooMany', place: 'options', found: String(options.length) })
  if (criteria.length > mostCriteria) return err({ kind: 'tooMany', place: 'criteria', found: String(criteria.length) })
  // Results are keyed by name, so a name may stand for one thing only.
  const repeated = repeatedName(options, 'options', '') ?? repeatedName(criteria.map((criterion) => criterion.name), 'criteria', '.name')
  if (repeated !== null) return err(repeated)
  for (const [name, preference] of Object.entries(second?.promethee ?? {})) {
    const place = `second.promethee[${JSON.stringify(name)}]`
    if (!criteria.some((criterion) => criterion.name === name)) return err({ kind: 'unknownName', place, found: name })
    const { q = 0, p, s } = preference
    if (q < 0 || (p ?? 0) < 0 || (s ?? 0) < 0) return err({ kind: 'negative', place })
    if (p !== undefined && q > p) return err({ kind: 'rangeReversed', place, found: `${q}, ${p}` })
  }
  return ok(parsed.data)
}

/** Drops the fields that are null from the input itself, its criteria with their must-haves, and the settings of methods. */
function withoutEmptyFields(input: unknown): unknown {
  return mapFields(input, (value, name) => {
    if (name === 'criteria' && Array.isArray(value)) {
      return value.map((criterion: unknown) => mapFields(criterion, (field, key) => (key === 'mustHave' ? mapFields(field) : field)))
    }
    if (name !== 'second') return value
    return mapFields(value, (field, key) => (key === 'promethee' ? mapFields(field, (preference) => mapFields(preference)) : field))
  })
}

/** A record with every field mapped and without those that are null; anything else as it is. */
function mapFields(record: unknown, map: (value: unknown, name: string) => unknown = (value) => value): unknown {
  if (typeof record !== 'object' || record === null || Array.isArray(record)) return record
  return Object.fromEntries(Object.entries(record).flatMap(([name, value]: [string, unknown]) => (value === null ? [] : [[name, map(value, name)]])))
}

/** The schema drops a record's entry of this one name without a word, so it cannot be used there. */
const droppedName = '__proto__'

function findLostName({ criteria, intervals, second }: DecisionInput): DecisionRefused | null {
  const records: readonly (readonly [string, object | undefined])[] = [
    ['intervals', intervals],
    ['second.promethee', second?.promethee],
    ...criteria.map(({ categories }, index) => [`criteria[${index}].categories`, categories] as const),
  ]
  const found = records.find(([, record]) => record !== undefined && Object.hasOwn(record, droppedName))
  return found === undefined ? null : { kind: 'nameReserved', place: found[0], found: droppedName }
}

function repeatedName(names: readonly string[], list: string, field: string): DecisionRefused | null {
  const index = names.findIndex((name, place) => names.indexOf(name) !== place)
  return index < 0 ? null : { kind: 'duplicateName', place: `${list}[${index}]${field}`, found: at(names, index) }
}

function firstRefusal(issues: readonly z.core.$ZodIssue[], input: unknown): DecisionRefused {
  const [issue] = issues
  if (issue === undefined) return { kind: 'wrongShape', place: '' }
  if (issue.code === 'unrecognized_keys') return { kind: 'unknownField', place: placeOf([...issue.path, issue.keys[0] ?? '']) }
  const found = issue.path.reduce<unknown>((value, key) => (typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined), input)
  const notFinite = findNotFinite(found, issue.path)
  if (notFinite !== null) return notFinite
  return { kind: 'wrongShape', place: placeOf(issue.path), found: describeFound(found) }
}

/** A NaN or infinity at the place of an issue or just inside it. */
function findNotFinite(found: unknown, path: readonly PropertyKey[]): DecisionRefused | null {
  if (typeof found === 'number') return Number.isFinite(found) ? null : { kind: 'notFinite', place: placeOf(path), found: String(found) }
  if (typeof found !== 'object' || found === null || path.length > mostDepth) return null
  for (const [key, value] of Object.entries(found)) {
    const inner = findNotFinite(value, [...path, Array.isArray(found) ? Number(key) : key])
    if (inner !== null) return inner
  }
  return null
}

/** Deeper than any valid input. */
const mostDepth = 8

/** `cells[2][1].lo`. */
function placeOf(path: readonly PropertyKey[]): string {
  return path.reduce<string>((place, key) => {
    if (typeof key === 'number') return `${place}[${key}]`
    const name = String(key)
    if (!/^[A-Za-z_]\w*$/.test(name)) return `${place}[${JSON.stringify(name)}]`
    return place === '' ? name : `${place}.${name}`
  }, '')
}

function describeFound(found: unknown): string {
  if (found === undefined) return 'nothing'
  if (Array.isArray(found)) return `a list of ${found.length}`
  if (typeof found === 'object' && found !== null) return `fields ${Object.keys(found).slice(0, 5).join(', ') || 'none'}`
  return String(JSON.stringify(found)).slice(0, 60)
}
