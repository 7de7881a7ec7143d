import { err, ok, type Result } from '#shared/base/Result'
import type { NewerFormat, VaultProblem } from './VaultProblem'

/** An object with a `format` this version knows, or why not. */
export function parseJsonFile(
  file: string,
  bytes: Uint8Array,
  known: number,
): Result<Readonly<Record<string, unknown>>, NewerFormat | Extract<VaultProblem, { kind: 'damaged' }>> {
  let value: unknown
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return err({ kind: 'damaged', file, reason: 'json' })
  }
  if (typeof value !== 'object' || value === null) return err({ kind: 'damaged', file, reason: 'json' })
  const fields: Readonly<Record<string, unknown>> = { ...value }
  const found = fields['format']
  if (typeof found !== 'number' || !Number.isSafeInteger(found) || found < 1) return err({ kind: 'damaged', file, reason: 'format' })
  return found > known ? err({ kind: 'newerFormat', file, found, known }) : ok(fields)
}
