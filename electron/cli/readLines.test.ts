import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readLines, type InputLine } from './readLines'

async function linesOf(chunks: readonly Uint8Array[], limit = 1_000): Promise<readonly InputLine[]> {
  const lines: InputLine[] = []
  for await (const line of readLines(stream(chunks), limit)) lines.push(line)
  return lines
}

async function* stream(chunks: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* chunks
}

const bytes = (text: string) => new TextEncoder().encode(text)

describe('lines from a pipe', () => {
  it('are the same however the bytes arrive', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string({ unit: 'binary' }).map((text) => text.replace(/[\r\n]/g, ''))), fc.array(fc.nat(20)), fc.boolean(), async (texts, cuts, isWindows) => {
        const all = bytes(texts.join(isWindows ? '\r\n' : '\n'))
        const chunks: Uint8Array[] = []
        let at = 0
        for (const cut of cuts) {
          chunks.push(all.subarray(at, at + cut))
          at += cut
        }
        chunks.push(all.subarray(at))
        const expected = texts.flatMap((text, index) => {
          const decoded = new TextDecoder().decode(bytes(text))
          return decoded.trim() === '' ? [] : [{ kind: 'line', number: index + 1, text: decoded }]
        })
        expect(await linesOf(chunks)).toEqual(expected)
      }),
    )
  })

  it('count on past empty ones, so that a message names the right line', async () => {
    expect(await linesOf([bytes('\n\na\r\n  \nb')])).toEqual([
      { kind: 'line', number: 3, text: 'a' },
      { kind: 'line', number: 5, text: 'b' },
    ])
  })

  it('longer than the limit are named and passed over, and the next one is read', async () => {
    const endless = Array.from({ length: 50 }, () => bytes('x'.repeat(100)))
    expect(await linesOf([bytes('first\n'), ...endless, bytes('\nlast')])).toEqual([
      { kind: 'line', number: 1, text: 'first' },
      { kind: 'tooLong', number: 2, limit: 1_000 },
      { kind: 'line', number: 3, text: 'last' },
    ])
  })

  it('that are no text are named and not guessed at', async () => {
    expect(await linesOf([new Uint8Array([0xff, 0xfe, 0x0a]), bytes('next')])).toEqual([
      { kind: 'notText', number: 1 },
      { kind: 'line', number: 2, text: 'next' },
    ])
  })
})
