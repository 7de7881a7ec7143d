import { foldText } from '#shared/base/foldText'
import type { CommandSet, NumberCommand } from '../../model/createCommandsStore'

export interface CommandEntry {
  /** `needsNumber`: choosing it asks for the number first. */
  readonly kind: 'ready' | 'needsNumber'
  readonly id: string
  readonly section: string
  readonly title: string
  readonly words: readonly string[]
  readonly keys: string | null
  readonly run: () => void
}

/** The commands that a query means, and those it may mean. Without a query all are meant. */
export interface CommandMatches {
  /** Every word typed begins a word of it. */
  readonly meant: readonly CommandEntry[]
  /** The letters typed are in it, in this order. */
  readonly perhaps: readonly CommandEntry[]
}

export function matchCommands(sets: readonly CommandSet[], query: string): CommandMatches {
  const entries = commandEntries(sets, query)
  const typed = wordsOf(query)
  if (typed.length === 0) return { meant: entries, perhaps: [] }
  const meant = entries.map((entry) => ({ entry, strength: strengthOf(entry, typed) })).filter(({ strength }) => strength > 0)
  // Sorting keeps the order of what is equally meant.
  meant.sort((one, other) => other.strength - one.strength)
  const letters = typed.join('')
  const perhaps = entries.filter((entry) => strengthOf(entry, typed) === 0 && holdsLetters(wordsOf(entry.title).join(''), letters))
  return { meant: meant.map(({ entry }) => entry), perhaps: letters.length < 2 ? [] : perhaps.slice(0, mostPerhaps) }
}

const mostPerhaps = 5

/** The lines of the command box. A number typed at the end fills the commands that need one. */
function commandEntries(sets: readonly CommandSet[], query: string): readonly CommandEntry[] {
  const number = /(\d+)\s*$/.exec(query)?.[1]
  const value = number === undefined ? null : Number(number)
  return sets.flatMap(({ commands, numberCommands = [] }) => [
    ...commands.map(({ id, section, title, words = [], keys = null, run }): CommandEntry => ({ kind: 'ready', id, section, title, words, keys, run })),
    ...numberCommands.map((command) => numberEntry(command, value)),
  ])
}

function numberEntry({ id, section, title, min, max, run }: NumberCommand, value: number | null): CommandEntry {
  const shared = { id, section, words: [], keys: null }
  if (value === null || value < min || value > max) return { ...shared, kind: 'needsNumber', title, run: () => undefined }
  return { ...shared, kind: 'ready', title: `${title} ${value}`, run: () => run(value) }
}

/** 0: not every word typed begins a word of it. More where they are words of its title, in its order. */
function strengthOf({ title, words }: CommandEntry, typed: readonly string[]): number {
  const own = wordsOf(title)
  const all = [...own, ...words.flatMap(wordsOf)]
  if (!typed.every((word) => all.some((other) => other.startsWith(word)))) return 0
  if (own.join(' ').startsWith(typed.join(' '))) return 3
  return typed.every((word) => own.some((other) => other.startsWith(word))) ? 2 : 1
}

function holdsLetters(text: string, letters: string): boolean {
  let from = 0
  for (const letter of letters) {
    from = text.indexOf(letter, from) + 1
    if (from === 0) return false
  }
  return true
}

/** Small letters without accents, cut where something else stands. */
export function wordsOf(text: string): readonly string[] {
  return foldText(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
}
