import { parseArgs } from 'node:util'
import { err, ok, type Result } from '#shared/base/Result'
import { commandInputs } from '#shared/ipc/contract'

export const schemaNames = ['edit', 'account', 'decide'] as const
export type SchemaName = (typeof schemaNames)[number]

export type Command =
  | { readonly kind: 'help' | 'version' }
  | { readonly kind: 'init'; readonly isSample: boolean; readonly teamFolder: string | null; readonly name: string | null }
  | { readonly kind: 'accounts.list' | 'conflicts' | 'sync.once' | 'sync.watch' | 'verify' }
  | { readonly kind: 'accounts.show' | 'apply' | 'history'; readonly accountId: string }
  | { readonly kind: 'accounts.export'; readonly accountId: string; readonly out: string | null }
  | { readonly kind: 'import'; readonly file: string; readonly isLook: boolean }
  | { readonly kind: 'accounts.create'; readonly name: string }
  | { readonly kind: 'schema'; readonly name: SchemaName }
  | { readonly kind: 'decide'; readonly file: string }

export interface CommandLine {
  /** The folder of a workspace; null for the one that was last open in the app. */
  readonly vault: string | null
  readonly command: Command
}

const options = {
  vault: { type: 'string' },
  sample: { type: 'boolean' },
  'team-folder': { type: 'string' },
  name: { type: 'string' },
  once: { type: 'boolean' },
  watch: { type: 'boolean' },
  look: { type: 'boolean' },
  out: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
} as const

type Values = ReturnType<typeof parseValues>['values']

/** Reads the words after `plumbline`; the error is a sentence that names the word that does not fit. */
export function parseCommandLine(words: readonly string[]): Result<CommandLine, string> {
  let parsed: ReturnType<typeof parseValues>
  try {
    parsed = parseValues(words)
  } catch (error) {
    if (error instanceof TypeError && 'code' in error) return err(firstSentence(error.message))
    throw error
  }
  const { values, positionals } = parsed
  if (values.help) return ok({ vault: null, command: { kind: 'help' } })
  if (values.version) return ok({ vault: null, command: { kind: 'version' } })
  const empty = Object.entries(values).find(([, value]) => value === '')
  if (empty) return err(`--${empty[0]} needs a value.`)
  const command = parseCommand(positionals, values)
  if (!command.ok) return command
  const stray = Object.keys(values).find((name) => name !== 'vault' && !(optionsOf[command.value.kind] ?? []).includes(name))
  if (stray !== undefined) return err(`--${stray} does not belong to ${positionals.join(' ')}.`)
  return ok({ vault: values.vault ?? null, command: command.value })
}

const optionsOf: { readonly [Kind in Command['kind']]?: readonly string[] } = {
  init: ['sample', 'team-folder', 'name'],
  'sync.once': ['once'],
  'sync.watch': ['watch'],
  import: ['look'],
  'accounts.export': ['out'],
}

function parseValues(words: readonly string[]) {
  return parseArgs({ args: [...words], options, allowPositionals: true, strict: true })
}

function parseCommand(words: readonly string[], values: Values): Result<Command, string> {
  const [name, ...rest] = words
  switch (name) {
    case undefined:
      return err('Which command?')
    case 'help':
      return ok({ kind: 'help' })
    case 'init':
      return withoutWords(rest, { kind: 'init', isSample: values.sample === true, teamFolder: values['team-folder'] ?? null, name: values.name ?? null })
    case 'accounts':
      return parseAccounts(rest, values)
    case 'history':
      return withOneWord(rest, 'history ACCOUNT', (accountId) => ({ kind: 'history', accountId }))
    case 'conflicts':
      return withoutWords(rest, { kind: 'conflicts' })
    case 'import':
      return withOneWord(rest, 'import FILE', (file) => ({ kind: 'import', file, isLook: values.look === true }))
    case 'apply':
      return withOneWord(rest, 'apply ACCOUNT', (accountId) => ({ kind: 'apply', accountId }))
    case 'sync':
      if (values.once === values.watch) return err('sync --once or sync --watch?')
      return withoutWords(rest, { kind: values.watch ? 'sync.watch' : 'sync.once' })
    case 'verify':
      return withoutWords(rest, { kind: 'verify' })
    case 'schema':
      return parseSchema(rest)
    case 'decide':
      return withOneWord(rest, 'decide FILE (or - for the standard input)', (file) => ({ kind: 'decide', file }))
    default:
      return err(`There is no command ${name}.`)
  }
}

function parseAccounts([action, ...rest]: readonly string[], values: Values): Result<Command, string> {
  switch (action) {
    case 'list':
      return withoutWords(rest, { kind: 'accounts.list' })
    case 'show':
      return withOneWord(rest, 'accounts show ACCOUNT', (accountId) => ({ kind: 'accounts.show', accountId }))
    case 'export':
      return withOneWord(rest, 'accounts export ACCOUNT', (accountId) => ({ kind: 'accounts.export', accountId, out: values.out ?? null }))
    case 'create':
      return withName(withOneWord(rest, 'accounts create NAME', (name) => ({ kind: 'accounts.create', name })))
    default:
      return err('accounts list, accounts show ACCOUNT, accounts export ACCOUNT or accounts create NAME?')
  }
}

function parseSchema(words: readonly string[]): Result<Command, string> {
  const [word, ...rest] = words
  const name = schemaNames.find((known) => known === word)
  return name ? withoutWords(rest, { kind: 'schema', name }) : err(`schema ${schemaNames.join(', schema ')}?`)
}

function withoutWords(rest: readonly string[], command: Command): Result<Command, string> {
  return rest[0] === undefined ? ok(command) : err(`${rest[0]} is a word too many.`)
}

function withOneWord(words: readonly string[], usage: string, make: (word: string) => Command): Result<Command, string> {
  const [word, tooMany] = words
  if (word === undefined || word === '') return err(`${usage}?`)
  return tooMany === undefined ? ok(make(word)) : err(`${tooMany} is a word too many.`)
}

/** The command line takes the names that the window takes. */
function withName(command: Result<Command, string>): Result<Command, string> {
  if (!command.ok || command.value.kind !== 'accounts.create') return command
  const { name } = commandInputs['account.create'].shape
  const read = name.safeParse(command.value.name)
  return read.success ? ok({ kind: 'accounts.create', name: read.data }) : err(`The name of an account has 1 to ${name.maxLength} characters.`)
}

function firstSentence(message: string): string {
  const sentence = message.split('. ')[0] ?? message
  return sentence.endsWith('.') ? sentence : `${sentence}.`
}
