import type { Brand } from '#shared/base/Brand'

/** A word from a fixed list or an error code, checked by `logToken`: text that is known to say nothing about a customer. */
export type LogToken = Brand<string, 'LogToken'>

export type LogValue = number | boolean | string

/** A plain `string` does not compile as a field: only ids, words the code itself spells out, and checked tokens do. */
export type LogFields<F> = {
  readonly [K in keyof F]: F[K] extends number | boolean ? F[K] : string extends F[K] ? never : F[K]
}

/**
 * What happened, for whoever has to find out why. Takes event names, ids, numbers and words of the program; never
 * names, quotes, paths or anything else out of an account.
 */
export interface Log {
  info<const F extends Readonly<Record<string, LogValue>>>(event: string, fields?: LogFields<F>): void
  warn<const F extends Readonly<Record<string, LogValue>>>(event: string, fields?: LogFields<F>): void
  error<const F extends Readonly<Record<string, LogValue>>>(event: string, fields?: LogFields<F>): void
}
