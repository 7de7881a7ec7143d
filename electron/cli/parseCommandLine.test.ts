import { describe, expect, it } from 'vitest'
import { parseCommandLine } from './parseCommandLine'

const commandOf = (text: string) => parseCommandLine(text === '' ? [] : text.split(' '))

describe('the command line', () => {
  it.each([
    ['--vault /w accounts list', { vault: '/w', command: { kind: 'accounts.list' } }],
    ['accounts list --vault=/w', { vault: '/w', command: { kind: 'accounts.list' } }],
    ['accounts show abc', { vault: null, command: { kind: 'accounts.show', accountId: 'abc' } }],
    ['init', { vault: null, command: { kind: 'init', isSample: false, teamFolder: null, name: null } }],
    ['init --sample --team-folder /t --name Team', { vault: null, command: { kind: 'init', isSample: true, teamFolder: '/t', name: 'Team' } }],
    ['apply abc', { vault: null, command: { kind: 'apply', accountId: 'abc' } }],
    ['accounts export abc --out a.account', { vault: null, command: { kind: 'accounts.export', accountId: 'abc', out: 'a.account' } }],
    ['history abc', { vault: null, command: { kind: 'history', accountId: 'abc' } }],
    ['conflicts', { vault: null, command: { kind: 'conflicts' } }],
    ['import a.account --look', { vault: null, command: { kind: 'import', file: 'a.account', isLook: true } }],
    ['sync --once', { vault: null, command: { kind: 'sync.once' } }],
    ['sync --watch', { vault: null, command: { kind: 'sync.watch' } }],
    ['decide -', { vault: null, command: { kind: 'decide', file: '-' } }],
    ['schema edit', { vault: null, command: { kind: 'schema', name: 'edit' } }],
    ['apply -h', { vault: null, command: { kind: 'help' } }],
  ])('understands %s', (text, expected) => {
    expect(commandOf(text)).toEqual({ ok: true, value: expected })
  })

  it.each([
    ['', 'Which command?'],
    ['frobnicate', 'frobnicate'],
    ['apply', 'apply ACCOUNT'],
    ['apply a b', 'b is a word too many'],
    ['accounts', 'accounts list'],
    [`accounts create ${'x'.repeat(121)}`, '1 to 120 characters'],
    ['accounts create \t', '1 to 120 characters'],
    ['schema cake', 'schema edit'],
    ['sync', 'sync --once'],
    ['sync --once --watch', 'sync --once or sync --watch'],
    ['import', 'import FILE'],
    ['history', 'history ACCOUNT'],
    ['import a.account --out b', '--out does not belong to import'],
    ['verify --once', '--once does not belong to verify'],
    ['verify --vault', '--vault'],
    ['verify --vault= ', '--vault needs a value'],
    ['verify --sampel', '--sampel'],
  ])('names what does not fit in "%s"', (text, named) => {
    const parsed = commandOf(text)
    expect(!parsed.ok && parsed.error).toContain(named)
  })
})
