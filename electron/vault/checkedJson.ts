import { canonicalJson, type Json } from '#shared/base/canonicalJson'
import { err, ok, type Result } from '#shared/base/Result'
import { sha256Hex } from './sha256'
import type { NewerFormat, VaultProblem } from './VaultProblem'

/** A small file of fields that tells when one of them has changed by accident: an id with a flipped bit is still an id. */
export function encodeCheckedJson(fields: Readonly<Record<string, Json>>): Uint8Array {
  return encoder.encode(canonicalJson({ ...fields, check: checkOf(fields) }))
}

/** The fields of a whole file with a `format` this version knows, or why not. */
export function decodeCheckedJson(
  file: string,
  bytes: Uint8Array,
  known: number,
): Result<Readonly<Record<string, unknown>>, NewerFormat | Extract<VaultProblem, { kind: 'damaged' }>> {
  const damaged = (reason: string): Result<never, Extract<VaultProblem, { kind: 'damaged' }>> => err({ kind: 'damaged', file, reason })
  let text: string
  let value: Json
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    value = JSON.parse(text) as Json
  } catch {
    return damaged('json')
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return damaged('json')
  const { check, ...fields } = value as Readonly<Record<string, Json>>
  const found = fields['format']
  if (typeof found !== 'number' || !Number.isSafeInteger(found) || found < 1) return damaged('format')
  // A later version may check its file in another way, so nothing else about it is judged.
  if (found > known) return err({ kind: 'newerFormat', file, found, known })
  const isWhole = check === checkOf(fields) && text === canonicalJson({ ...fields, check })
  return isWhole ? ok(fields) : damaged('check')
}

function checkOf(fields: Readonly<Record<string, Json>>): string {
  return sha256Hex(encoder.encode(canonicalJson(fields)))
}

const encoder = new TextEncoder()
