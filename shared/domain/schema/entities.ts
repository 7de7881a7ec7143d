import type { Field } from './fields'

export type Fields = { readonly [name: string]: Field }

/**
 * A map of scalars under keys that two devices can both derive (`option:criterion`), made with its
 * entity. Nesting objects there instead would hide one side of two concurrent first edits.
 */
export interface FlatMap<Value extends Field = Field> {
  readonly kind: 'flatMap'
  readonly key: readonly string[]
  readonly value: Value
}

export interface Collection<Spec extends EntitySpec = EntitySpec> {
  readonly kind: 'collection'
  readonly entity: Spec
  /** False while the feature that fills it does not exist: nothing may be added yet. */
  readonly open: boolean
}

export interface EntitySpec {
  readonly fields: Fields
  readonly maps?: { readonly [name: string]: FlatMap }
  readonly collections?: { readonly [name: string]: Collection }
}

export interface Singleton<Spec extends EntitySpec = EntitySpec> {
  readonly kind: 'singleton'
  readonly entity: Spec
}

export type RootSpec = { readonly [name: string]: Collection | Singleton }

export function flatMap<const Value extends Field>(key: readonly [string, ...string[]], value: Value): FlatMap<Value> {
  return { kind: 'flatMap', key, value }
}

export function collection<const Spec extends EntitySpec>(entity: Spec): Collection<Spec> {
  return { kind: 'collection', entity, open: true }
}

/** A container that every account has from its first day, for a feature whose fields come later. */
export function laterCollection(): Collection<{ readonly fields: Record<never, Field> }> {
  return { kind: 'collection', entity: { fields: {} }, open: false }
}

export function singleton<const Spec extends EntitySpec>(entity: Spec): Singleton<Spec> {
  return { kind: 'singleton', entity }
}

type ValueOf<F extends Field> = F extends { readonly kind: 'choice'; readonly fallback: infer Choice } ? Choice : F['fallback']

/** What every entity of a collection has besides its own fields. */
export interface EntityBase {
  readonly id: string
  /** Fractional index: compare with `<`, ties by id. */
  readonly order: string
  readonly deletedAt: string | null
}

export type ContentOf<Spec extends EntitySpec> = {
  readonly [K in keyof Spec['fields']]: ValueOf<Spec['fields'][K]>
} & {
  readonly [K in keyof NonNullable<Spec['maps']>]: {
    readonly [key: string]: ValueOf<NonNullable<Spec['maps']>[K]['value']>
  }
} & {
  readonly [K in keyof NonNullable<Spec['collections']>]: {
    readonly [id: string]: EntityOf<NonNullable<Spec['collections']>[K]['entity']>
  }
}

export type EntityOf<Spec extends EntitySpec> = EntityBase & ContentOf<Spec>

export type RootOf<Spec extends RootSpec> = {
  readonly [K in keyof Spec]: Spec[K] extends Singleton<infer S>
    ? ContentOf<S>
    : Spec[K] extends Collection<infer S>
      ? { readonly [id: string]: EntityOf<S> }
      : never
}
