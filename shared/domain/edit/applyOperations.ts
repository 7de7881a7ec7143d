import type { Account } from '../account/Account'
import type { Scalar } from '../schema/fields'
import type { NewEntity, Operation } from './Operation'

type Plain = { readonly [key: string]: unknown }

/** The interpreter for plain data: a new account that shares every untouched part with the old one. */
export function applyOperations(account: Account, operations: readonly Operation[]): Account {
  return operations.reduce<Plain>((plain, operation) => applyOne(plain, operation), account as Plain) as Account
}

function applyOne(plain: Plain, operation: Operation): Plain {
  switch (operation.kind) {
    case 'put':
      return replaceAt(plain, operation.path, () => operation.value)
    case 'make':
      return replaceAt(plain, operation.path, () => withId(operation.entity, operation.path.at(-1) ?? ''))
    case 'splice':
      return replaceAt(plain, operation.path, (text) => splice(typeof text === 'string' ? text : '', operation))
    case 'settle':
      return plain
  }
}

function withId(entity: NewEntity, id: string): { readonly [key: string]: Scalar | NewEntity } {
  return { id, ...entity }
}

function splice(text: string, { index, remove, insert }: { index: number; remove: number; insert: string }): string {
  return text.slice(0, index) + insert + text.slice(index + remove)
}

function replaceAt(plain: Plain, path: readonly string[], change: (value: unknown) => unknown): Plain {
  const [key, ...rest] = path
  if (key === undefined) throw new Error('An operation needs a path')
  const value = plain[key]
  return { ...plain, [key]: rest.length === 0 ? change(value) : replaceAt((value ?? {}) as Plain, rest, change) }
}
