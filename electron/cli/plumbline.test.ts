import { once } from 'node:events'
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { seededIds } from '#shared/testing/seededIds'
import { builtCommandLine, CommandLine, finished } from './testing/builtCommandLine'

// A test starts up to a dozen processes one after the other; a busy machine takes a while for that.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

const ids = seededIds(7)
let script: string
let home: string
let cli: CommandLine
let vault: string

beforeAll(async () => {
  script = await builtCommandLine()
})
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'plumbline-home-'))
  cli = new CommandLine(script, home)
  vault = join(home, 'vault')
})
afterEach(() => rm(home, { recursive: true, force: true }))

const industry = (value: string, editId = ids.next()) => JSON.stringify({ editId, edits: [{ kind: 'set', at: 'profile', field: 'industry', value }] })

async function newAccount(name = 'Nordwind'): Promise<string> {
  expect(await cli.run(['--vault', vault, 'init', '--name', 'Sales'])).toMatchObject({ code: 0 })
  const { lines } = await cli.run(['--vault', vault, 'accounts', 'create', name])
  return String(lines[0]?.['accountId'])
}

describe('the built command line', () => {
  it('runs alone in a folder, without the project around it, and says nothing it was not asked', async () => {
    expect((await readdir(dirname(script))).sort()).toEqual(['package.json', 'plumbline.js'])
    expect(await cli.run(['--version'])).toMatchObject({ code: 0, stdout: '0.1.0\n', stderr: '' })
    const help = await cli.run(['--help'])
    expect(help).toMatchObject({ code: 0, stderr: '' })
    for (const command of ['init', 'accounts list', 'apply', 'sync --once', 'verify', 'schema', 'decide']) expect(help.stdout).toContain(command)
    expect(await readdir(home)).toEqual([])
  })

  it('makes a sample workspace whose accounts are accounts like any other, and finds nothing wrong in it', async () => {
    const made = await cli.run(['--vault', vault, 'init', '--sample'])
    expect(made).toMatchObject({ code: 0, stderr: '', lines: [{ isSample: true, teamFolder: null, folder: vault }] })
    const { lines: rows } = await cli.run(['--vault', vault, 'accounts', 'list'])
    expect(rows.length).toBeGreaterThan(1)
    const accountId = String(rows[0]?.['accountId'])
    const shown = await cli.run(['--vault', vault, 'accounts', 'show', accountId])
    expect(shown.lines).toMatchObject([{ accountId, account: { profile: { name: rows[0]?.['name'], sample: true } } }])
    expect(await cli.run(['--vault', vault, 'verify'])).toMatchObject({ code: 0, stderr: '', lines: [{ ok: true, problems: 0, accounts: rows.length, files: rows.length }] })
    const files = await readdir(join(home, 'Documents', 'Plumbline', 'sample-workspace'))
    expect(files).toHaveLength(rows.length)
    expect(await cli.run(['--vault', vault, 'init'])).toMatchObject({ code: 1, stdout: '' })
  })

  it('without --vault uses the workspace that was last used', async () => {
    expect(await cli.run(['accounts', 'list'])).toMatchObject({ code: 2, stdout: '' })
    const made = await cli.run(['init', '--name', 'Sales'])
    expect(made.lines).toMatchObject([{ name: 'Sales', folder: expect.stringContaining(join(home, 'userData', 'workspaces')) as string }])
    await cli.run(['accounts', 'create', 'Nordwind'])
    expect((await cli.run(['accounts', 'list'])).lines).toMatchObject([{ name: 'Nordwind' }])
    expect((await cli.run(['--vault', String(made.lines[0]?.['folder']), 'accounts', 'list'])).lines).toMatchObject([{ name: 'Nordwind' }])
  })

  it.each([
    [[], 'Which command?'],
    [['verify', '--sample'], '--sample'],
  ])('does not run %j and says why', async (words, reason) => {
    const refused = await cli.run(words)
    expect(refused).toMatchObject({ code: 2, stdout: '' })
    expect(refused.stderr).toContain(reason)
  })

  it('does not make anything where there is no workspace', async () => {
    const missing = await cli.run(['--vault', vault, 'verify'])
    expect(missing).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining(`There is no workspace in ${vault}.`) })
    expect(await readdir(home)).toEqual([])
  })

  it('of a workspace of a newer version says so and changes nothing', async () => {
    await newAccount()
    const path = join(vault, 'workspace.json')
    const newer = '{"format":2}'
    await writeFile(path, newer)
    const refused = await cli.run(['--vault', vault, 'accounts', 'list'])
    expect(refused).toMatchObject({ code: 2, stdout: '' })
    expect(refused.stderr).toContain('Update Plumbline')
    expect(await readFile(path, 'utf8')).toBe(newer)
  })

  it('prints schemas and decisions without a workspace', async () => {
    for (const name of ['edit', 'account', 'decide']) {
      expect(await cli.run(['schema', name])).toMatchObject({ code: 0, stderr: '', lines: [{ $schema: expect.any(String) as string }] })
    }
    const input = { options: ['A', 'B'], criteria: [{ name: 'Cost', direction: 'min', lo: 0, hi: 10 }], cells: [[3], [5]] }
    const decided = await cli.run(['decide', '-'], { input: JSON.stringify(input) })
    expect(decided).toMatchObject({ code: 0, lines: [{ ranks: [1, 2] }] })
    const file = join(home, 'decision.json')
    await writeFile(file, JSON.stringify(input, null, 2))
    expect((await cli.run(['decide', file])).stdout).toBe(decided.stdout)
    expect(await cli.run(['decide', '-'], { input: JSON.stringify({ ...input, options: ['A'] }) })).toMatchObject({ code: 1, stdout: '' })
    expect(await cli.run(['decide', '-'], { input: '{' })).toMatchObject({ code: 1, stdout: '', stderr: 'The standard input is not JSON.\n' })
    expect(await cli.run(['decide', join(home, 'none.json')])).toMatchObject({ code: 2, stdout: '' })
  })
})

describe('apply', () => {
  it('answers each line in order, does nothing twice, and refuses without stopping', async () => {
    const accountId = await newAccount()
    const [first, again] = [ids.next(), ids.next()]
    const input = [
      industry('Shipping', first),
      industry('Rail', again),
      JSON.stringify({ editId: ids.next(), edits: [{ kind: 'set', at: 'profile', field: 'status', value: 'gone' }] }),
      industry('Shipping', first),
    ].join('\n')
    const applied = await cli.run(['--vault', vault, 'apply', accountId], { input })
    expect(applied.code).toBe(1)
    expect(applied.lines).toMatchObject([
      { editId: first, ok: true },
      { editId: again, ok: true },
      { ok: false, error: { kind: 'refused', index: 0, reason: 'badValue', message: expect.stringContaining('status') as string } },
      { editId: first, ok: true },
    ])
    const shown = await cli.run(['--vault', vault, 'accounts', 'show', accountId])
    expect(shown.lines).toMatchObject([{ account: { profile: { industry: 'Rail', status: 'focus' } } }])
  })

  it('names the line that is garbage and goes on with the next', async () => {
    const accountId = await newAccount()
    const editId = ids.next()
    const input = Buffer.concat([
      Buffer.from('not json\r\n'),
      Buffer.from([0xff, 0xfe, 0x0a]),
      Buffer.from('[]\n\n{"editId":"x","edits":[]}\n'),
      Buffer.from(`${JSON.stringify({ accountId: ids.next(), editId, edits: [{ kind: 'remove', at: 'people/x' }] })}\n`),
      Buffer.from(`${JSON.stringify({ editId, edits: [{ kind: 'set', at: 'profile', field: 'name', value: 'x', extra: 1 }] })}\n`),
      Buffer.from(`${'x'.repeat(33 * 1024 * 1024)}\n`),
      Buffer.from(`${industry('Rail')}\r\n`),
    ])
    const applied = await cli.run(['--vault', vault, 'apply', accountId], { input })
    expect(applied.code).toBe(1)
    expect(applied.lines.map((line) => [line['editId'], line['ok'], (line['error'] as { message: string } | undefined)?.message])).toEqual([
      [null, false, 'Line 1 is not JSON.'],
      [null, false, 'Line 2 is not UTF-8 text.'],
      [null, false, expect.stringMatching(/^Line 3: /)],
      ['x', false, expect.stringMatching(/^Line 5: editId: /)],
      [editId, false, expect.stringMatching(/^Line 6 is for another account/)],
      [editId, false, expect.stringMatching(/^Line 7: edits\[0\]/)],
      [null, false, expect.stringMatching(/^Line 8 is longer than/)],
      [expect.any(String), true, undefined],
    ])
  })

  it('on an account that is not there reads nothing', async () => {
    await newAccount()
    const refused = await cli.run(['--vault', vault, 'apply', ids.next()], { input: industry('Rail') })
    expect(refused).toMatchObject({ code: 1, stdout: '' })
    expect(refused.stderr).toContain('This account is not in this workspace.')
    expect(await cli.run(['--vault', vault, 'accounts', 'show', 'nonsense'])).toMatchObject({ code: 1, stdout: '' })
  })

  it('holds the workspace while it waits for lines, and nobody else gets in', async () => {
    const accountId = await newAccount()
    const running = cli.start(['--vault', vault, 'apply', accountId])
    const done = finished(running)
    running.stdin.write(`${industry('Rail')}\n`)
    await once(running.stdout, 'data')
    const held = { code: 2, stdout: '', stderr: `Plumbline is open on this workspace (process ${running.pid})\n` }
    expect(await cli.run(['--vault', vault, 'accounts', 'list'])).toMatchObject(held)
    expect(await cli.run(['--vault', vault, 'apply', accountId], { input: industry('Sea') })).toMatchObject(held)
    expect(await cli.run(['--vault', vault, 'init', '--team-folder', home])).toMatchObject({ code: 2 })
    running.stdin.end()
    expect(await done).toMatchObject({ code: 0 })
    expect((await cli.run(['--vault', vault, 'accounts', 'list'])).lines).toMatchObject([{ industry: 'Rail' }])
  })

  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('stopped by %s keeps what it answered and gives the workspace free', async (signal, code) => {
    const accountId = await newAccount()
    const running = cli.start(['--vault', vault, 'apply', accountId])
    const done = finished(running)
    running.stdin.on('error', () => undefined)
    running.stdin.write(`${industry('Rail')}\n`)
    await once(running.stdout, 'data')
    running.kill(signal)
    expect(await done).toMatchObject({ code, stderr: '', lines: [{ ok: true }] })
    expect(await readdir(vault)).not.toContain('vault.lock')
    expect((await cli.run(['--vault', vault, 'accounts', 'list'])).lines).toMatchObject([{ industry: 'Rail' }])
  })

  it('killed in the middle has everything it answered, and the next command gets in at once', async () => {
    const accountId = await newAccount()
    const running = cli.start(['--vault', vault, 'apply', accountId])
    const done = finished(running)
    running.stdin.on('error', () => undefined)
    running.stdin.write(Array.from({ length: 400 }, (_, number) => `${industry(`Industry ${number}`)}\n`).join(''))
    await once(running.stdout, 'data')
    running.kill('SIGKILL')
    const { lines } = await done
    expect(lines.length).toBeGreaterThan(0)
    expect(lines.length).toBeLessThan(400)
    const shown = await cli.run(['--vault', vault, 'accounts', 'show', accountId])
    const { profile } = (shown.lines[0] as { account: { profile: { industry: string } } }).account
    expect(Number(profile.industry.split(' ')[1])).toBeGreaterThanOrEqual(lines.length - 1)
    expect(await cli.run(['--vault', vault, 'verify'])).toMatchObject({ code: 0 })
  })

  it('whose reader goes away stops before it does what nobody would hear of', async () => {
    const accountId = await newAccount()
    const running = cli.start(['--vault', vault, 'apply', accountId])
    running.stdin.on('error', () => undefined)
    running.stdin.write(`${industry('First')}\n`)
    await once(running.stdout, 'data')
    running.stdout.destroy()
    const closed = new Promise<number | null>((resolve) => running.on('close', resolve))
    running.stdin.end(Array.from({ length: 50 }, (_, number) => `${industry(`Later ${number}`)}\n`).join(''))
    expect(await closed).toBe(1)
    const shown = await cli.run(['--vault', vault, 'accounts', 'show', accountId])
    expect(shown.lines).toMatchObject([{ account: { profile: { industry: 'Later 0' } } }])
  })
})

describe('verify', () => {
  it('names a damaged pack and keeps its bytes', async () => {
    const accountId = await newAccount()
    await cli.run(['--vault', vault, 'apply', accountId], { input: industry('Rail') })
    const packs = (await readdir(vault, { recursive: true })).filter((name) => name.endsWith('.pack')).sort()
    const path = join(vault, packs.at(-1) ?? '')
    const bytes = await readFile(path)
    bytes[bytes.length - 20] = (bytes[bytes.length - 20] ?? 0) ^ 1
    await chmod(path, 0o600)
    await writeFile(path, bytes)
    const verified = await cli.run(['--vault', vault, 'verify'])
    expect(verified.code).toBe(1)
    expect(verified.lines).toContainEqual(expect.objectContaining({ part: 'vault', kind: 'packDamaged', accountIds: [accountId] }))
    expect(verified.lines.at(-1)).toMatchObject({ ok: false })
    // Set aside, so that the right one has its place free.
    const [aside = ''] = (await readdir(dirname(path))).filter((name) => name.endsWith('.damaged'))
    expect(await readFile(join(dirname(path), aside))).toEqual(bytes)
  })

  it('names an account file that is damaged and leaves it to the member; one that is gone is there again', async () => {
    const accountId = await newAccount()
    const folder = join(home, 'Documents', 'Plumbline', 'sales')
    const [name = ''] = await readdir(folder)
    const damaged = (await readFile(join(folder, name))).subarray(0, -10)
    await writeFile(join(folder, name), damaged)
    const verified = await cli.run(['--vault', vault, 'verify'])
    expect(verified.code).toBe(1)
    expect(verified.lines).toMatchObject([{ part: 'accounts', accountId, kind: 'fileUnreadable' }, { ok: false, problems: 1, accounts: 1, files: 0 }])
    expect(await readFile(join(folder, name))).toEqual(damaged)
    await rm(join(folder, name))
    expect((await cli.run(['--vault', vault, 'verify'])).lines).toMatchObject([{ ok: true, accounts: 1, files: 1 }])
    expect(await readdir(folder)).toEqual([name])
  })
})

describe('a team folder on the command line', () => {
  it('is begun by the first, joined by the next, and one workspace joins no second team', async () => {
    const team = join(home, 'team')
    await mkdir(team)
    const began = await cli.run(['--vault', vault, 'init', '--name', 'Sales', '--team-folder', team])
    expect(began).toMatchObject({ code: 0, lines: [{ teamFolder: team, name: 'Sales' }] })
    const joined = await cli.run(['--vault', join(home, 'other'), 'init', '--team-folder', team])
    expect(joined).toMatchObject({ code: 0, lines: [{ teamFolder: team, name: 'Sales', workspaceId: began.lines[0]?.['workspaceId'] }] })
    await cli.run(['--vault', join(home, 'third'), 'init', '--name', 'Third'])
    const refused = await cli.run(['--vault', join(home, 'third'), 'init', '--team-folder', team])
    expect(refused).toMatchObject({ code: 1, stdout: '' })
    expect(refused.stderr).toContain('already belongs to the team "Sales"')
  })

  it('with several teams asks which, and takes the one named', async () => {
    const team = join(home, 'team')
    await mkdir(team)
    const one = await cli.run(['--vault', vault, 'init', '--name', 'North', '--team-folder', team])
    const away = join(home, 'elsewhere')
    await mkdir(away)
    const two = await cli.run(['--vault', join(home, 'b'), 'init', '--name', 'South', '--team-folder', away])
    const spaceId = String(two.lines[0]?.['workspaceId'])
    await mkdir(join(team, 'plumbline-v1', spaceId))
    await writeFile(join(team, 'plumbline-v1', spaceId, 'space.json'), await readFile(join(away, 'plumbline-v1', spaceId, 'space.json')))
    const asked = await cli.run(['--vault', join(home, 'c'), 'init', '--team-folder', team])
    expect(asked.code).toBe(1)
    expect(asked.stderr).toMatch(/"North".*"South"|"South".*"North"/)
    const joined = await cli.run(['--vault', join(home, 'c'), 'init', '--team-folder', team, '--name', 'North'])
    expect(joined.lines).toMatchObject([{ workspaceId: one.lines[0]?.['workspaceId'] }])
  })

  it('may not be a folder that carries what belongs to this laptop alone', async () => {
    for (const folder of [vault, join(home, 'Documents', 'Plumbline', 'sales'), home]) {
      await mkdir(folder, { recursive: true })
      const refused = await cli.run(['--vault', vault, 'init', '--name', 'Sales', '--team-folder', folder])
      expect(refused).toMatchObject({ code: 1, stdout: '' })
      expect(refused.stderr).toContain('cannot be a team folder')
    }
    expect(await cli.run(['--vault', join(home, 'x'), 'init', '--team-folder', join(home, 'none')])).toMatchObject({ code: 2, stdout: '' })
  })

  it('that is away: sync says so, counts what waits, exits 1, and is done when it is back', async () => {
    const team = join(home, 'team')
    await mkdir(team)
    await cli.run(['--vault', vault, 'init', '--name', 'Sales', '--team-folder', team])
    await cli.run(['--vault', vault, 'accounts', 'create', 'Nordwind'])
    await rm(team, { recursive: true })
    const away = await cli.run(['--vault', vault, 'sync', '--once'])
    expect(away).toMatchObject({ code: 1, lines: [{ kind: 'offline' }] })
    expect(away.lines[0]?.['waiting']).toBe(1)
    expect(away.stderr).toContain('cannot be reached')
    await mkdir(team)
    expect(await cli.run(['--vault', vault, 'sync', '--once'])).toMatchObject({ code: 1, lines: [{ kind: 'needsYou', problem: { kind: 'spaceGone' } }] })
    expect(await cli.run(['--vault', vault, 'init', '--team-folder', team])).toMatchObject({ code: 0 })
    expect(await cli.run(['--vault', vault, 'sync', '--once'])).toMatchObject({ code: 0, lines: [{ kind: 'upToDate', waiting: 0 }] })
    await cli.run(['--vault', join(home, 'alone'), 'init', '--name', 'Alone'])
    expect(await cli.run(['--vault', join(home, 'alone'), 'sync', '--once'])).toMatchObject({ code: 1, lines: [{ kind: 'noTeamFolder' }] })
  })

  it('is watched until somebody interrupts: what a colleague sends arrives by itself', async () => {
    const team = join(home, 'team')
    const other = join(home, 'other')
    await mkdir(team)
    await cli.run(['--vault', vault, 'init', '--name', 'Sales', '--team-folder', team])
    await cli.run(['--vault', other, 'init', '--team-folder', team])
    const running = cli.start(['--vault', other, 'sync', '--watch'])
    const done = finished(running)
    let said = ''
    running.stdout.on('data', (part: Uint8Array) => (said += Buffer.from(part).toString()))
    await expect.poll(() => said, { timeout: 20_000 }).toContain('"kind":"upToDate"')
    await cli.run(['--vault', vault, 'accounts', 'create', 'Nordwind'])
    await cli.run(['--vault', vault, 'sync', '--once'])
    await expect.poll(() => said, { timeout: 20_000 }).toContain('"kind":"syncing"')
    running.kill('SIGINT')
    expect(await done).toMatchObject({ code: 130, stderr: '' })
    expect((await cli.run(['--vault', other, 'accounts', 'list'])).lines).toMatchObject([{ name: 'Nordwind' }])
  })
})
