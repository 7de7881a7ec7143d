import { wordsOf } from './commandEntries'

/** A text with the words in it by which it was found. */
export function MarkedWords({ text, words }: { readonly text: string; readonly words: readonly string[] }) {
  const wanted = new Set(words.flatMap(wordsOf))
  // Every second piece is a word.
  return text.split(/([\p{L}\p{N}\p{M}]+)/u).map((piece, index) => (index % 2 === 1 && wanted.has(wordsOf(piece)[0] ?? '') ? <mark key={index}>{piece}</mark> : piece))
}
