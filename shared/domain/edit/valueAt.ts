/** The value at a path of plain data; undefined where there is none. */
export function valueAt(plain: unknown, path: readonly string[]): unknown {
  let value = plain
  for (const part of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return undefined
    value = (value as { readonly [key: string]: unknown })[part]
  }
  return value
}
