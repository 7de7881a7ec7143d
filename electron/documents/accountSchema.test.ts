import { describe, expect, test } from 'vitest'
import { accountSchema } from '#shared/domain/account/accountSchema'
import type { Collection, EntitySpec, Singleton } from '#shared/domain/schema/entities'
import * as words from '#shared/domain/schema/fields'
import type { Field } from '#shared/domain/schema/fields'

const root = accountSchema as { readonly [name: string]: Collection | Singleton }

interface Leaf {
  readonly path: string
  readonly field: Field
}

/** Every leaf of the schema, with `*` for an id and `[a:b]` for a key made of ids. */
function leavesOf(path: string, spec: EntitySpec): readonly Leaf[] {
  return [
    ...Object.entries(spec.fields).map(([name, field]) => ({ path: `${path}/${name}`, field })),
    ...Object.entries(spec.maps ?? {}).map(([name, map]) => ({ path: `${path}/${name}[${map.key.join(':')}]`, field: map.value })),
    ...Object.entries(spec.collections ?? {}).flatMap(([name, inner]) => leavesOf(`${path}/${name}/*`, inner.entity)),
  ]
}

const leaves = Object.entries(root).flatMap(([name, spec]) => leavesOf(spec.kind === 'collection' ? `${name}/*` : name, spec.entity))

describe('the schema of an account', () => {
  test('every text is made by one of the three constructors, so that none is without a class', () => {
    const shapes = [words.buyerText(), words.internalText(), words.eitherText()].map(({ audience }) => audience)
    const texts = leaves.filter(({ field }) => field.kind === 'text')
    expect(texts.length).toBeGreaterThan(20)
    for (const { path, field } of texts) {
      expect(shapes, path).toContain(field.audience)
      expect(Object.keys(field).sort(), path).toEqual(Object.keys(words.buyerText()).sort())
    }
    for (const { path, field } of leaves.filter(({ field }) => field.kind !== 'text')) expect(typeof field.fallback, path).not.toBe('undefined')
  })

  test('text that passes only where it is cleared lies beside the flag that clears it', () => {
    for (const { path } of leaves.filter(({ field }) => field.audience === 'cleared')) {
      const owner = path.slice(0, path.lastIndexOf('/'))
      expect(leaves.some((leaf) => leaf.path === `${owner}/cleared` && leaf.field.kind === 'flag'), path).toBe(true)
    }
  })

  test('under a key that two laptops can both derive lies a single value, never something nested', () => {
    const maps = leaves.filter(({ path }) => path.endsWith(']'))
    expect(maps.length).toBeGreaterThan(0)
    for (const { path, field } of maps) expect(field.kind === 'text' && field.collaborative, path).toBe(false)
  })

  test('no name of a field can be taken for one that every entity has, or for a part of a path', () => {
    for (const { path } of leaves) {
      const name = (path.split('/').at(-1) ?? '').replace(/\[.*/, '')
      expect(['id', 'order', 'deletedAt', '__proto__', 'constructor'], path).not.toContain(name)
      expect(name, path).toMatch(/^[a-zA-Z]+$/)
    }
  })

  /** Accounts on other laptops hold these fields: only ever add lines; a changed or missing one loses data. */
  test('no field was removed, renamed or given another kind', async () => {
    const lines = leaves.map(({ path, field }) => `${path} ${field.kind}${field.kind === 'text' && field.collaborative ? ' (long)' : ''} ${field.audience}`)
    const containers = Object.entries(root).map(([name, spec]) => `${name} ${spec.kind}`)
    await expect(`${[...containers, ...lines].sort().join('\n')}\n`).toMatchFileSnapshot('accountSchema.snapshot.txt')
  })
})
