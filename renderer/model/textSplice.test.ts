import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mergeTyping, spliceBetween } from './textSplice'

describe('the cut between two texts', () => {
  it('turns the one into the other and never cuts a character in two', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '😀', '😁', '🙀') })
    fc.assert(
      fc.property(text, text, (before, after) => {
        const splice = spliceBetween(before, after)
        if (!splice) return before === after
        const { index, remove, insert } = splice
        expect(before.slice(0, index) + insert + before.slice(index + remove)).toBe(after)
        for (const part of [before.slice(0, index), insert, before.slice(index + remove)]) expect(part.isWellFormed()).toBe(true)
        return true
      }),
    )
  })
})

describe('typing while a change arrives', () => {
  it('keeps a sentence of each at their own places', () => {
    expect(mergeTyping('One. Three.', 'One. Three. Four.', 'One. Two. Three.')).toBe('One. Two. Three. Four.')
    expect(mergeTyping('One. Three.', 'Zero. One. Three.', 'One. Three. Four.')).toBe('Zero. One. Three. Four.')
  })

  it('keeps both words where both changed the same one', () => {
    const merged = mergeTyping('It is good.', 'It is excellent.', 'It is poor.')
    expect(merged).toContain('excellent')
    expect(merged).toContain('poor')
  })

  it('takes what arrives where nothing was typed', () => {
    expect(mergeTyping('a', 'a', 'b')).toBe('b')
  })
})
