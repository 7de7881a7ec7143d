import { z } from 'zod'
import { canonicalJson } from '#shared/base/canonicalJson'
import { idPattern } from '#shared/base/Id'
import { err, ok, type Result } from '#shared/base/Result'
import type { RemoteProblem, SpaceFile } from './Remote'

/** A space file is some hundred bytes; more than this is not ours and is not read into memory. */
export const spaceFileLimit = 64 * 1024

const Format = z.object({ format: z.int().min(1) })
const SpaceFileFormat1 = z.object({
  format: z.literal(1),
  spaceId: z.string().regex(idPattern),
  protection: z.enum(['none', 'sealed-1']),
  founderKey: z.string().max(1_000).nullable(),
  name: z.string().min(1).max(200),
})
const Protection = z.object({ protection: z.string() })

/** The bytes of a space file. Equal spaces are equal bytes, so two laptops that write it do not quarrel. */
export function spaceFileBytes(space: SpaceFile): Uint8Array {
  const { format, spaceId, protection, founderKey, name } = space
  return new TextEncoder().encode(`${canonicalJson({ format, spaceId, protection, founderKey, name })}\n`)
}

/** Reads a space file that somebody else may have written; `what` names it in the problem. */
export function readSpaceFile(bytes: Uint8Array, what: string): Result<SpaceFile, RemoteProblem> {
  const plain = parseJson(bytes)
  const format = Format.safeParse(plain)
  if (!format.success) return err({ kind: 'damaged', what })
  if (format.data.format !== 1) return err({ kind: 'wrongVersion', found: `format ${format.data.format}` })
  const space = SpaceFileFormat1.safeParse(plain)
  if (space.success) return ok(space.data)
  const protection = Protection.safeParse(plain)
  if (protection.success && !['none', 'sealed-1'].includes(protection.data.protection)) {
    return err({ kind: 'wrongVersion', found: 'a protection this version does not know' })
  }
  return err({ kind: 'damaged', what })
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return undefined
  }
}
