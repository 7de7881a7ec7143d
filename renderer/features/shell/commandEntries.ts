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

/** The lines of the command box. A number typed at the end fills the commands that need one. */
export function commandEntries(sets: readonly CommandSet[], query: string): readonly CommandEntry[] {
  const number = /(\d+)\s*$/.exec(query)?.[1]
  const value = number === undefined ? null : Number(number)
  return sets.flatMap(({ commands, numberCommands = [] }) => [
    ...commands.map(({ id, section, title, words = [], keys = null, run }): CommandEntry => ({
      kind: 'ready',
      id,
      section,
      title,
      words,
      keys,
      run,
    })),
    ...numberCommands.map((command) => numberEntry(command, value)),
  ])
}

function numberEntry({ id, section, title, min, max, run }: NumberCommand, value: number | null): CommandEntry {
  const shared = { id, section, words: [], keys: null }
  if (value === null || value < min || value > max) return { ...shared, kind: 'needsNumber', title, run: () => undefined }
  return { ...shared, kind: 'ready', title: `${title} ${value}`, run: () => run(value) }
}
