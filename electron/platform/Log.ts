import type { Brand } from '#shared/base/Brand'
import type { Clock } from '#shared/base/Clock'

/** An id, an error code or a word of the program, checked by `logToken`. */
export type LogToken = Brand<string, 'LogToken'>

export type LogValue = number | boolean | string

/** A plain `string` does not compile as a field: only words the code itself spells out, and checked tokens, do. */
export type LogFields<F> = {
  readonly [K in keyof F]: F[K] extends number | boolean ? F[K] : string extends F[K] ? never : F[K]
}

type Write = <const F extends Readonly<Record<string, LogValue>>>(event: string, fields?: LogFields<F>) => void

/**
 * What happened, for whoever has to find out why. Takes event names, ids, numbers and words of the program; never
 * names, quotes, paths or anything else out of an account.
 */
export interface Log {
  readonly info: Write
  readonly warn: Write
  readonly error: Write
}

/** Passes an id, an error code or a word as programs write it; names and sentences become `refused`. */
export function logToken(text: string): LogToken {
  return (isToken(text) ? text : refused) as LogToken
}

/** A log that hands each finished line to `write`. Checks again at run time what the types already demand. */
export function createLog(clock: Clock, write: (line: string) => void): Log {
  const at =
    (level: 'info' | 'warn' | 'error'): Write =>
    (event, fields) => {
      const shown: Record<string, LogValue> = { at: clock.now(), level, event: isToken(event) && eventPattern.test(event) ? event : refused }
      for (const [name, value] of Object.entries(fields ?? {})) {
        if (!fieldPattern.test(name)) continue
        shown[name] = typeof value === 'string' && !isToken(value) ? refused : (value as LogValue)
      }
      write(`${JSON.stringify(shown)}\n`)
    }
  return { info: at('info'), warn: at('warn'), error: at('error') }
}

const refused = 'refused'

function isToken(text: string): boolean {
  return text.length <= maximumToken && tokenPatterns.some((pattern) => pattern.test(text))
}

const maximumToken = 64

/** No spaces, no accents, and no word with a capital in front, as names have it, unless it is the name of an error. */
const tokenPatterns = [/^[a-z0-9][A-Za-z0-9_.:-]*$/, /^[A-Z][A-Z0-9_]+$/, /^[A-Za-z]*(Error|Exception)$/]
const eventPattern = /^[a-z][A-Za-z0-9]*(\.[a-z][A-Za-z0-9]*)*$/
const fieldPattern = /^[a-z][A-Za-z0-9]*$/
