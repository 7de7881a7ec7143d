export interface TextSplice {
  readonly index: number
  readonly remove: number
  readonly insert: string
}

/** The one cut that turns a text into another; never between the two halves of a character. Null for equal texts. */
export function spliceBetween(before: string, after: string): TextSplice | null {
  if (before === after) return null
  const shorter = Math.min(before.length, after.length)
  let start = 0
  while (start < shorter && before[start] === after[start]) start++
  if (isHighHalf(before.charCodeAt(start - 1))) start--
  let end = 0
  while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++
  if (isLowHalf(before.charCodeAt(before.length - end))) end--
  return { index: start, remove: before.length - end - start, insert: after.slice(start, after.length - end) }
}

/**
 * What somebody has typed here, on top of what meanwhile came from elsewhere. Where both changed the
 * same words, both stay: losing a sentence is worse than reading it twice.
 */
export function mergeTyping(base: string, typed: string, incoming: string): string {
  const mine = spliceBetween(base, typed)
  const theirs = spliceBetween(base, incoming)
  if (!mine || !theirs) return mine ? typed : incoming
  if (mine.index + mine.remove <= theirs.index) return cut(incoming, mine)
  const shift = theirs.insert.length - theirs.remove
  if (mine.index >= theirs.index + theirs.remove) return cut(incoming, { ...mine, index: mine.index + shift })
  return cut(incoming, { index: theirs.index + theirs.insert.length, remove: 0, insert: mine.insert })
}

function cut(text: string, { index, remove, insert }: TextSplice): string {
  return text.slice(0, index) + insert + text.slice(index + remove)
}

function isHighHalf(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff
}

function isLowHalf(code: number): boolean {
  return code >= 0xdc00 && code <= 0xdfff
}
