import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { seededIds } from '#shared/testing/seededIds'
import { builtCommandLine, CommandLine, finished } from './testing/builtCommandLine'

// Some sixty processes start one after the other; a busy machine takes a while for that.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 180_000 })

const ids = seededIds(23)
let script: string
let place: string
let team: string

beforeAll(async () => {
  script = await builtCommandLine()
})
beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), 'plumbline-two-'))
  team = join(place, 'team')
  await mkdir(team)
})
afterEach(() => rm(place, { recursive: true, force: true }))

/** A laptop with its own home, on which only the built command line runs. */
async function laptop(name: string, teamFolder: string | null = team): Promise<CommandLine> {
  const home = join(place, name)
  await mkdir(home)
  const cli = new CommandLine(script, home)
  expect(await cli.run(['init', '--name', 'Sales', ...(teamFolder === null ? [] : ['--team-folder', teamFolder])])).toMatchObject({ code: 0 })
  return cli
}

const set = (field: string, value: string) => JSON.stringify({ editId: ids.next(), edits: [{ kind: 'set', at: 'profile', field, value }] })

async function shown(cli: CommandLine, accountId: string): Promise<{ account: { profile: Record<string, unknown>; people: Record<string, unknown> }; conflicts: readonly unknown[] }> {
  const { code, lines } = await cli.run(['accounts', 'show', accountId])
  expect(code).toBe(0)
  return lines[0] as unknown as Awaited<ReturnType<typeof shown>>
}

describe('two laptops with the built command line and one folder', () => {
  it('end equal, with both values of a collision on both', async () => {
    const [anna, ben] = [await laptop('anna'), await laptop('ben')]
    const created = await anna.run(['accounts', 'create', 'Nordwind'])
    const accountId = String(created.lines[0]?.['accountId'])
    await anna.run(['sync', '--once'])
    expect(await ben.run(['sync', '--once'])).toMatchObject({ code: 0, lines: [{ received: 1 }] })
    expect(await anna.run(['apply', accountId], { input: `${set('industry', 'Shipping')}\n${set('currency', 'EUR')}\n` })).toMatchObject({ code: 0 })
    expect(await ben.run(['apply', accountId], { input: `${set('industry', 'Rail')}\n${set('status', 'customer')}\n` })).toMatchObject({ code: 0 })
    await anna.run(['sync', '--once'])
    expect(await ben.run(['sync', '--once'])).toMatchObject({ code: 0, lines: [{ kind: 'upToDate', conflicts: 1 }] })
    expect(await anna.run(['sync', '--once'])).toMatchObject({ code: 0, lines: [{ kind: 'upToDate', conflicts: 1 }] })
    const [one, other] = [await shown(anna, accountId), await shown(ben, accountId)]
    expect(one.account).toEqual(other.account)
    expect(one.account.profile).toMatchObject({ currency: 'EUR', status: 'customer' })
    for (const { conflicts } of [one, other]) {
      expect(conflicts).toMatchObject([{ at: 'profile', field: 'industry' }])
      const values = (conflicts[0] as { values: readonly { value: string }[] }).values
      expect(values.map(({ value }) => value).sort()).toEqual(['Rail', 'Shipping'])
    }
    for (const cli of [anna, ben]) expect(await cli.run(['verify'])).toMatchObject({ code: 0 })
  })

  it('lose no acknowledged edit when they are killed again and again, while editing and while syncing', async () => {
    const [anna, ben] = [await laptop('anna'), await laptop('ben')]
    const created = await anna.run(['accounts', 'create', 'Nordwind'])
    const accountId = String(created.lines[0]?.['accountId'])
    await anna.run(['sync', '--once'])
    await ben.run(['sync', '--once'])
    const acknowledged: string[] = []
    for (const [round, cli] of [anna, ben, anna, ben, anna, ben].entries()) {
      acknowledged.push(...(await applyUntilKilled(cli, accountId, 1 + ((round * 7) % 11))))
      await syncUntilKilled(cli, round * 30)
    }
    expect(acknowledged.length).toBeGreaterThan(20)
    for (const cli of [anna, ben, anna]) expect(await cli.run(['sync', '--once'])).toMatchObject({ code: 0, lines: [{ kind: 'upToDate', waiting: 0, refused: [] }] })
    for (const cli of [anna, ben]) {
      const { account } = await shown(cli, accountId)
      expect(acknowledged.filter((personId) => !(personId in account.people))).toEqual([])
      expect(await cli.run(['verify'])).toMatchObject({ code: 0 })
    }
    expect((await shown(anna, accountId)).account).toEqual((await shown(ben, accountId)).account)
  })
})

/** Adds people until so many answers have come, then kills; answers the people whose edits were acknowledged. */
async function applyUntilKilled(cli: CommandLine, accountId: string, answers: number): Promise<readonly string[]> {
  const people = new Map(Array.from({ length: 60 }, () => [ids.next(), ids.next()]))
  const running = cli.start(['apply', accountId])
  const done = finished(running)
  running.stdin.on('error', () => undefined)
  const lines = [...people].map(([editId, id]) => `${JSON.stringify({ editId, edits: [{ kind: 'add', in: 'people', id, fields: { name: 'Dana' }, before: null }] })}\n`)
  running.stdin.write(lines.join(''))
  let seen = 0
  running.stdout.on('data', (chunk: Uint8Array) => {
    seen += String(chunk).split('\n').length - 1
    if (seen >= answers) running.kill('SIGKILL')
  })
  const { lines: answered } = await done
  return answered.flatMap((line) => (line['ok'] === true ? (people.get(String(line['editId'])) ?? []) : []))
}

/** The exchange is cut off wherever it is by then, also before it has begun. */
async function syncUntilKilled(cli: CommandLine, afterMs: number): Promise<void> {
  const running = cli.start(['sync', '--once'])
  const done = finished(running)
  const killing = setTimeout(() => running.kill('SIGKILL'), 250 + afterMs)
  await done
  clearTimeout(killing)
}

describe('two laptops that only carry account files to each other', () => {
  it('end with the same account, can tell what happened to it, and find nothing wrong', async () => {
    const [anna, ben] = [await laptop('anna', null), await laptop('ben', null)]
    const stick = join(place, 'stick.account')
    const accountId = String((await anna.run(['accounts', 'create', 'Nordwind'])).lines[0]?.['accountId'])
    const carry = async (from: CommandLine, to: CommandLine) => {
      expect(await from.run(['accounts', 'export', accountId, '--out', stick])).toMatchObject({ code: 0, lines: [{ accountId, file: stick }] })
      return to.run(['import', stick])
    }
    expect(await carry(anna, ben)).toMatchObject({ code: 0, stderr: '', lines: [{ accountId, name: 'Nordwind', isNew: true, newChanges: 1 }] })
    await anna.run(['apply', accountId], { input: `${set('industry', 'Shipping')}\n` })
    await ben.run(['apply', accountId], { input: `${set('industry', 'Rail')}\n${set('size', '200')}\n` })
    await anna.run(['accounts', 'export', accountId, '--out', stick])
    expect(await ben.run(['import', stick, '--look'])).toMatchObject({ code: 0, lines: [{ kind: 'merge', newChanges: 1, changesNotInFile: 2, collisions: [{ where: 'Industry of the account' }] }] })
    expect(await carry(anna, ben)).toMatchObject({ code: 0, lines: [{ isNew: false, newChanges: 1, collisions: 1 }] })
    expect(await carry(ben, anna)).toMatchObject({ code: 0, lines: [{ isNew: false, newChanges: 2, collisions: 1 }] })
    const [one, other] = [await shown(anna, accountId), await shown(ben, accountId)]
    expect(one.account).toEqual(other.account)
    expect(await anna.run(['conflicts'])).toMatchObject({ code: 0, lines: [{ accountId, name: 'Nordwind', where: 'Industry of the account' }] })
    // Which of the two shows is nobody's choice; the other one is taken.
    const shows = String(one.account.profile['industry'])
    const taken = shows === 'Rail' ? 'Shipping' : 'Rail'
    const settle = JSON.stringify({ editId: ids.next(), edits: [{ kind: 'resolveConflict', at: 'profile', field: 'industry', value: taken }] })
    expect(await anna.run(['apply', accountId], { input: `${settle}\n` })).toMatchObject({ code: 0 })
    expect((await anna.run(['conflicts'])).lines).toEqual([])
    expect(await carry(anna, ben)).toMatchObject({ code: 0, lines: [{ newChanges: 1, collisions: 0 }] })
    const histories = [await anna.run(['history', accountId]), await ben.run(['history', accountId])]
    expect(histories[0]?.stdout).toBe(histories[1]?.stdout)
    expect(histories[0]?.lines[0]).toMatchObject({ kind: 'settled', sentences: [`Set the industry of the account to “${taken}” (was “${shows}”).`] })
    for (const cli of [anna, ben]) expect(await cli.run(['verify'])).toMatchObject({ code: 0, lines: [{ ok: true }] })
    expect(await ben.run(['import', join(place, 'none.account')])).toMatchObject({ code: 1, stdout: '' })
  })
})
