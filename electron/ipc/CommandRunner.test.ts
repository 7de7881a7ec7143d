import { describe, expect, it } from 'vitest'
import type { CommandHandlers } from '#shared/ipc/contract'
import { err, ok } from '#shared/base/Result'
import { createLog } from '../platform/Log'
import { bugIdOf } from './BugAnswer'
import { CommandRunner } from './CommandRunner'

const accountId = 'a'.repeat(26)

function setUp(handlers: Partial<CommandHandlers>) {
  const lines: string[] = []
  const bugs: unknown[] = []
  const clock = { now: () => '2026-11-21T14:02:00.000Z', today: () => '2026-11-21' }
  let next = 0
  const runner = new CommandRunner({
    handlers: handlers as CommandHandlers,
    ids: { next: () => `bug-${++next}` },
    log: createLog(clock, (line) => lines.push(line)),
    elapsed: () => 0,
    onBug: (error) => bugs.push(error),
  })
  return { runner, lines, bugs }
}

describe('CommandRunner', () => {
  it('hands the parsed input to the handler and its answer back', async () => {
    const { runner } = setUp({ 'account.create': async ({ name }) => ok({ accountId: name }) })
    expect(await runner.run('account.create', { name: '  Fabrikam ' })).toEqual(ok({ accountId: 'Fabrikam' }))
  })

  it('does not call a handler with an input the contract does not allow', async () => {
    let called = false
    const { runner } = setUp({
      'account.open': async () => {
        called = true
        return err({ kind: 'accountNotFound', message: '' })
      },
    })
    for (const input of [{ accountId: '../../etc' }, { accountId, extra: 1 }, null, 'text', { accountId: accountId.toUpperCase() }]) {
      expect(bugIdOf(await runner.run('account.open', input))).not.toBeNull()
    }
    expect(called).toBe(false)
  })

  it('does not run what is not a command, even a name that every object has', async () => {
    const { runner } = setUp({})
    for (const name of ['account.steal', 'constructor', '__proto__', 7, null]) expect(bugIdOf(await runner.run(name, {}))).not.toBeNull()
  })

  it('refuses inputs and answers that are larger than may cross', async () => {
    const { runner, lines } = setUp({ 'workspace.list': async () => ok([{ workspaceId: accountId, name: 'x'.repeat(2_000_000), isOpen: true }]) })
    expect(bugIdOf(await runner.run('account.create', { name: 'x'.repeat(2_000_000) }))).not.toBeNull()
    expect(bugIdOf(await runner.run('workspace.list', {}))).not.toBeNull()
    expect(lines.join('')).toContain('answerTooLarge')
  })

  it('answers a throwing handler with an id that stands in the log, and tells the log no words', async () => {
    const { runner, lines, bugs } = setUp({
      'account.list': async () => {
        throw new TypeError('Fabrikam owes us money')
      },
    })
    const id = bugIdOf(await runner.run('account.list', {}))
    expect(id).not.toBeNull()
    expect(lines.join('')).toContain(`"id":"${id}"`)
    expect(lines.join('')).not.toContain('Fabrikam')
    expect(bugs).toHaveLength(1)
  })

  it('notes the kind of a failure and never its sentence', async () => {
    const { runner, lines } = setUp({ 'account.open': async () => err({ kind: 'damaged', message: 'The account "Fabrikam" cannot be read.' }) })
    await runner.run('account.open', { accountId })
    expect(lines.join('')).toContain('"failure":"damaged"')
    expect(lines.join('')).not.toContain('Fabrikam')
  })

  it('is settled only when the commands under way have been answered, also those that came while it waited', async () => {
    const finish: (() => void)[] = []
    const { runner } = setUp({ 'account.list': () => new Promise((resolve) => finish.push(() => resolve(ok({ rows: [], next: null })))) })
    let isSettled = false
    const first = runner.run('account.list', {})
    const settled = runner.settled().then(() => (isSettled = true))
    const second = runner.run('account.list', {})
    finish[0]?.()
    await first
    expect(isSettled).toBe(false)
    finish[1]?.()
    await second
    await settled
  })

  it('is quiet only when the page had a turn after the last answer and asked nothing', async () => {
    const { runner } = setUp({ 'account.list': async () => ok({ rows: [], next: null }) })
    const answered: number[] = []
    let waiting = 3
    await runner.quiet(async () => {
      // What the page had waiting: one command after the answer to the one before.
      if (waiting-- > 0) void runner.run('account.list', {}).then(() => answered.push(waiting))
    })
    expect(answered).toHaveLength(3)
  })
})
