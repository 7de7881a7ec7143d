/** Larger things cross as files behind a token: both processes stop for as long as data is copied between them. */
export const maximumCrossing = 1024 * 1024

/**
 * How much plain data weighs when it crosses between processes, about as many bytes as its JSON. Gives up as
 * soon as the limit is passed (and at data nested so deep that it can only be hostile) and answers Infinity.
 */
export function sizeOf(value: unknown, limit: number): number {
  let size = 0
  const measure = (part: unknown, depth: number): void => {
    size += weightOf(part)
    if (depth > maximumDepth) size = Number.POSITIVE_INFINITY
    if (size > limit || typeof part !== 'object' || part === null || ArrayBuffer.isView(part)) return
    for (const [key, inner] of Object.entries(part)) {
      if (!Array.isArray(part)) size += key.length + separators
      measure(inner, depth + 1)
      if (size > limit) return
    }
  }
  measure(value, 0)
  return size > limit ? Number.POSITIVE_INFINITY : size
}

function weightOf(part: unknown): number {
  if (typeof part === 'string') return part.length + separators
  if (ArrayBuffer.isView(part)) return part.byteLength
  return scalarWeight
}

/** Quotes and a colon or comma. */
const separators = 3
const scalarWeight = 8

/** An account is five levels deep. */
const maximumDepth = 32
