/** One line of an input, counted from 1, or why it is none. */
export type InputLine =
  | { readonly kind: 'line'; readonly number: number; readonly text: string }
  | { readonly kind: 'tooLong'; readonly number: number; readonly limit: number }
  | { readonly kind: 'notText'; readonly number: number }

const newline = 0x0a
const carriageReturn = 0x0d

/**
 * The lines of a stream of bytes. A line that is longer than `limit` bytes is passed over without
 * being held in memory; one that is not UTF-8 is told and not guessed at. Empty lines are counted, not answered.
 */
export async function* readLines(chunks: AsyncIterable<Uint8Array>, limit: number): AsyncGenerator<InputLine, void, void> {
  let number = 1
  let held: Uint8Array[] = []
  let heldBytes = 0
  const finish = (): InputLine | null => {
    const line = heldBytes > limit ? ({ kind: 'tooLong', number, limit } as const) : decode(held, number)
    number++
    held = []
    heldBytes = 0
    return line
  }
  const hold = (bytes: Uint8Array): void => {
    heldBytes += bytes.length
    if (heldBytes > limit) held = []
    else held.push(bytes)
  }
  for await (const chunk of chunks) {
    let start = 0
    for (let end = chunk.indexOf(newline); end >= 0; end = chunk.indexOf(newline, start)) {
      hold(chunk.subarray(start, end))
      const line = finish()
      if (line) yield line
      start = end + 1
    }
    if (start < chunk.length) hold(chunk.slice(start))
  }
  const last = heldBytes > 0 ? finish() : null
  if (last) yield last
}

function decode(parts: readonly Uint8Array[], number: number): InputLine | null {
  const bytes = Buffer.concat(parts)
  const content = bytes.at(-1) === carriageReturn ? bytes.subarray(0, -1) : bytes
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(content)
    return text.trim() === '' ? null : { kind: 'line', number, text }
  } catch {
    return { kind: 'notText', number }
  }
}
