/** Places in a result that JSON could not carry: NaN, infinities, undefined, functions. */
export function notPlainData(value: unknown, place = 'result'): readonly string[] {
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [`${place} is ${value}`]
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return []
  if (typeof value !== 'object') return [`${place} is ${typeof value}`]
  return Object.entries(value).flatMap(([key, inner]) => notPlainData(inner, `${place}.${key}`))
}
