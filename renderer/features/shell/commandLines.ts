import type { FoundKind } from '#shared/domain/find/wordsOfAccount'
import type { Found } from '#shared/ipc/contract'
import type { CommandSet } from '../../model/createCommandsStore'
import { matchCommands, type CommandEntry } from './commandEntries'

export const foundKindWords: { readonly [Kind in FoundKind]: string } = {
  account: 'Account',
  person: 'Person',
  need: 'Need',
  finding: 'Finding',
  evidence: 'Evidence',
  question: 'Question',
  promise: 'Promise',
  comparison: 'Comparison',
  option: 'Option',
}

/** What was found for a text, which may be older than what is typed now. */
export interface SearchAnswer {
  readonly text: string
  readonly found: readonly Found[]
  /** False while there may be more. */
  readonly isComplete: boolean
  readonly problem: string | null
}

/** The account one is in: what lies in it comes first, under its name. */
export interface CurrentAccount {
  readonly accountId: string
  readonly name: string
}

export type CommandLine = { readonly kind: 'command'; readonly id: string; readonly entry: CommandEntry } | { readonly kind: 'found'; readonly id: string; readonly found: Found }

export interface CommandSection {
  readonly title: string
  readonly lines: readonly CommandLine[]
}

interface CommandLinesParts {
  readonly sets: readonly CommandSet[]
  readonly query: string
  readonly answer: SearchAnswer | null
  readonly current: CurrentAccount | null
}

/** The lines of the box under their headings: commands that are meant, what was found, commands that may be meant. */
export function commandLines({ sets, query, answer, current }: CommandLinesParts): readonly CommandSection[] {
  const { meant, perhaps } = matchCommands(sets, query)
  const found = (answer?.found ?? []).map((each): CommandLine => ({ kind: 'found', id: `${each.accountId} ${each.kind} ${each.id}`, found: each }))
  const isHere = (line: CommandLine): boolean => line.kind === 'found' && line.found.accountId === current?.accountId
  // What may be meant would stand first for the moment the search takes, and be chosen by mistake.
  const isAnswered = answer !== null && answer.isComplete && answer.text === query.trim()
  return [
    ...bySection(meant),
    { title: current ? `Found in ${current.name}` : '', lines: found.filter(isHere) },
    { title: current ? 'Found in other accounts' : 'Found in your accounts', lines: found.filter((line) => !isHere(line)) },
    ...(isAnswered ? [{ title: 'Commands like this', lines: perhaps.map(asLine) }] : []),
  ].filter(({ lines }) => lines.length > 0)
}

function bySection(entries: readonly CommandEntry[]): readonly CommandSection[] {
  const titles = [...new Set(entries.map(({ section }) => section))]
  return titles.map((title) => ({ title, lines: entries.filter(({ section }) => section === title).map(asLine) }))
}

function asLine(entry: CommandEntry): CommandLine {
  return { kind: 'command', id: `command ${entry.id}`, entry }
}
