import type { Json } from './canonicalJson'

/** Puts `value` at `path`; without `value` the key goes. */
export interface Patch {
  readonly path: readonly string[]
  readonly value?: Json
}

type JsonObject = { readonly [key: string]: Json }

/** The patches that turn one plain object into another; equal parts (also the same object) give none. */
export function diffJson(before: Json, after: Json, path: readonly string[] = []): readonly Patch[] {
  if (before === after) return []
  if (!isObject(before) || !isObject(after)) return equalJson(before, after) ? [] : [{ path, value: after }]
  const patches: Patch[] = []
  for (const key of Object.keys(before)) if (!Object.hasOwn(after, key)) patches.push({ path: [...path, key] })
  for (const [key, value] of Object.entries(after)) {
    const old = Object.hasOwn(before, key) ? before[key] : undefined
    if (old === undefined) patches.push({ path: [...path, key], value })
    else patches.push(...diffJson(old, value, [...path, key]))
  }
  return patches
}

/** The object with the patches applied; untouched parts are shared with the old one. */
export function applyPatches<T>(plain: T, patches: readonly Patch[]): T {
  return patches.reduce<unknown>((value, patch) => applyPatch(value, patch.path, patch), plain) as T
}

function applyPatch(plain: unknown, path: readonly string[], patch: Patch): unknown {
  const [key, ...rest] = path
  if (key === undefined) return patch.value
  const object = (typeof plain === 'object' && plain !== null ? plain : {}) as { readonly [key: string]: unknown }
  if (rest.length > 0 || patch.value !== undefined) return { ...object, [key]: applyPatch(object[key], rest, patch) }
  const { [key]: _gone, ...kept } = object
  return kept
}

function isObject(value: Json): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function equalJson(a: Json, b: Json): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
