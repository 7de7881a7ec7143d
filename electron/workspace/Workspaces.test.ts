import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { InProcessDocumentClient } from '../documents/InProcessDocumentClient'
import { Workspaces } from './Workspaces'
import { edit, makePlace, newId, TestLaptop, valueOf } from './testing/TestLaptop'

let place: string
let removePlace: () => Promise<void>
let laptops: TestLaptop[]
beforeEach(async () => {
  const made = await makePlace()
  place = made.folder
  removePlace = made.remove
  laptops = []
})
afterEach(async () => {
  for (const laptop of laptops) await laptop.close()
  await removePlace()
})

async function laptop(name: string): Promise<TestLaptop> {
  const started = await TestLaptop.start(place, name)
  laptops.push(started)
  return started
}

async function folder(name: string): Promise<string> {
  const path = join(place, name)
  await mkdir(path, { recursive: true })
  return path
}

describe('workspaces of a device', () => {
  it('are made empty, listed by name, opened, and the last one is remembered', async () => {
    const anna = await laptop('Anna')
    const south = valueOf(await anna.workspaces.create({ name: 'South' }))
    const north = valueOf(await anna.workspaces.create({ name: 'Nordküste & Söhne' }))
    expect(await anna.workspaces.list()).toMatchObject([{ name: 'Nordküste & Söhne' }, { name: 'South' }])
    const opened = await anna.open(north.workspaceId)
    expect(opened.info).toEqual({
      workspaceId: north.workspaceId,
      name: 'Nordküste & Söhne',
      isSample: false,
      accountFolder: join(anna.world.documentsFolder, 'Plumbline', 'nordkuste-sohne'),
      teamFolder: null,
    })
    expect(opened.sync.status()).toMatchObject({ kind: 'noTeamFolder', waiting: 0 })
    await opened.close()
    const next = await Workspaces.load(anna.world)
    expect(next.lastOpened()).toBe(north.workspaceId)
    expect(next.author()).toEqual(anna.workspaces.author())
    expect(south.workspaceId).not.toBe(north.workspaceId)
  })

  it('say that a file of theirs cannot be read, and no more once it is back', async () => {
    const anna = await laptop('Anna')
    const { workspaceId } = valueOf(await anna.workspaces.create({ name: 'South' }))
    const first = await anna.open(workspaceId)
    const { accountId } = valueOf(await first.accounts.create('Fabrikam'))
    await first.close()
    const spaces = join(anna.workspaces.folderOf(workspaceId), 'spaces')
    const pack = (await readdir(spaces, { recursive: true })).find((name) => name.endsWith('.pack')) ?? ''
    const bytes = await readFile(join(spaces, pack))
    await writeFile(join(spaces, pack), bytes.map((byte, at) => (at === bytes.length - 1 ? byte ^ 1 : byte)))
    const damaged = await anna.open(workspaceId)
    expect(damaged.info.damage).toContain(basename(pack))
    expect(damaged.info.damage).toContain('Put it back from a backup')
    await damaged.close()
    await writeFile(join(spaces, pack), bytes)
    const whole = await anna.open(workspaceId)
    expect(whole.info.damage).toBeUndefined()
    expect(whole.accounts.rows().map((row) => row.accountId)).toEqual([accountId])
  })

  it('with the same name do not share a folder for account files', async () => {
    const anna = await laptop('Anna')
    const made = [valueOf(await anna.workspaces.create({ name: 'Sales' })), valueOf(await anna.workspaces.create({ name: 'Sales' }))]
    const folders: string[] = []
    for (const { workspaceId } of made) {
      const workspace = await anna.open(workspaceId)
      folders.push(workspace.info.accountFolder)
      await workspace.close()
    }
    expect(folders).toEqual([join(anna.world.documentsFolder, 'Plumbline', 'sales'), join(anna.world.documentsFolder, 'Plumbline', 'sales-2')])
  })

  it('are open in one process only, and say in which', async () => {
    const anna = await laptop('Anna')
    const { workspaceId } = valueOf(await anna.workspaces.create({ name: 'Sales' }))
    await anna.open(workspaceId)
    const second = await anna.workspaces.open(workspaceId, { documents: new InProcessDocumentClient() })
    expect(second).toEqual({ ok: false, error: { kind: 'held', message: `Plumbline is open on this workspace (process ${process.pid})` } })
  })

  it('of a newer version or damaged stay in the list with the reason, and are not touched', async () => {
    const anna = await laptop('Anna')
    const { workspaceId } = valueOf(await anna.workspaces.create({ name: 'Sales' }))
    const path = join(anna.workspaces.folderOf(workspaceId), 'workspace.json')
    for (const [content, kind] of [
      ['{"format":9}', 'newerFormat'],
      ['half a fi', 'damaged'],
    ] as const) {
      await writeFile(path, content)
      expect(await anna.workspaces.list()).toMatchObject([{ workspaceId, problem: { kind } }])
      expect(await anna.workspaces.open(workspaceId, { documents: new InProcessDocumentClient() })).toMatchObject({ ok: false, error: { kind } })
      expect(await readFile(path, 'utf8')).toBe(content)
    }
    expect(await anna.workspaces.open(newId(), { documents: new InProcessDocumentClient() })).toMatchObject({ ok: false, error: { kind: 'notFound' } })
  })

  it('do not put account files into a team folder', async () => {
    const anna = await laptop('Anna')
    const team = await folder('team')
    await mkdir(join(team, 'plumbline-v1'))
    const refused = await anna.workspaces.create({ name: 'Sales', accountFolder: join(team, 'accounts') })
    expect(refused).toMatchObject({ ok: false, error: { kind: 'insideTeamFolder' } })
    expect(await anna.workspaces.list()).toEqual([])
  })

  it('can be the sample, made once and complete, and what is removed from it stays away', async () => {
    const anna = await laptop('Anna')
    const documents = new InProcessDocumentClient()
    const made = valueOf(await anna.workspaces.createSample(documents))
    const workspace = await anna.open(made.workspaceId)
    expect(workspace.info.isSample).toBe(true)
    const rows = workspace.accounts.rows()
    expect(rows.length).toBeGreaterThan(1)
    expect(rows.every((row) => row.isSample)).toBe(true)
    await edit(workspace, rows[0]?.accountId ?? '', { kind: 'set', at: 'profile', field: 'name', value: 'Renamed' })
    expect(valueOf(await anna.workspaces.createSample(documents))).toEqual(made)
    await workspace.close()
    expect(valueOf(await anna.workspaces.createSample(documents))).toEqual(made)
    expect((await anna.open(made.workspaceId)).accounts.rows()).toHaveLength(rows.length)
    expect(await anna.workspaces.list()).toHaveLength(1)
  })

  it('keep their accounts when every file that only helps is deleted or damaged', async () => {
    const anna = await laptop('Anna')
    const team = await folder('team')
    const { workspaceId } = valueOf(await anna.workspaces.create({ name: 'Sales' }))
    const before = await anna.open(workspaceId)
    valueOf(await before.publish(team))
    const { accountId } = valueOf(await before.accounts.create('Nordwind'))
    await before.sync.syncOnce()
    await before.close()
    const vault = anna.workspaces.folderOf(workspaceId)
    for (const name of ['sync-ledger.json', 'sync-ledger.json.bak', 'local.json.bak']) await rm(join(vault, name), { force: true })
    await writeFile(join(vault, 'local.json'), 'damaged')
    await rm(join(vault, 'index'), { recursive: true })
    const after = await anna.open(workspaceId)
    await after.accounts.settled()
    expect(after.accounts.rows()).toMatchObject([{ accountId, name: 'Nordwind' }])
    expect(after.info.teamFolder).toBeNull()
    valueOf(await after.publish(team))
    expect((await after.sync.syncOnce()).status).toMatchObject({ kind: 'upToDate', waiting: 0 })
  })
})

describe('a team folder', () => {
  it('takes two workspaces to the same state, with both values of a collision visible on both', async () => {
    const [anna, ben] = [await laptop('Anna'), await laptop('Ben')]
    const team = await folder('team')
    const hers = await anna.open(valueOf(await anna.workspaces.create({ name: 'Sales' })).workspaceId)
    valueOf(await hers.publish(team))
    const { accountId } = valueOf(await hers.accounts.create('Nordwind'))
    await hers.sync.syncOnce()
    const his = await ben.open(valueOf(await ben.workspaces.join(team)).workspaceId)
    expect(his.info).toMatchObject({ workspaceId: hers.info.workspaceId, name: 'Sales', teamFolder: team })
    await his.sync.syncOnce()
    await his.accounts.settled()
    expect(his.accounts.rows()).toMatchObject([{ name: 'Nordwind' }])

    const person = newId()
    await edit(hers, accountId, { kind: 'set', at: 'profile', field: 'industry', value: 'Shipping' }, { kind: 'set', at: 'profile', field: 'currency', value: 'EUR' })
    await edit(his, accountId, { kind: 'set', at: 'profile', field: 'industry', value: 'Rail' }, { kind: 'add', in: 'people', id: person, fields: { name: 'Dana' }, before: null })
    for (const workspace of [hers, his, hers]) {
      expect((await workspace.sync.syncOnce()).status).toMatchObject({ kind: 'upToDate' })
      await workspace.accounts.settled()
    }
    const [one, other] = [valueOf(await hers.accounts.snapshot(accountId)), valueOf(await his.accounts.snapshot(accountId))]
    expect(one).toEqual(other)
    expect(one.profile.currency).toBe('EUR')
    expect(one.people[person]?.name).toBe('Dana')
    for (const workspace of [hers, his]) {
      const conflicts = valueOf(await workspace.accounts.conflicts(accountId))
      expect(conflicts).toMatchObject([{ at: 'profile', field: 'industry' }])
      expect(conflicts[0]?.values.map((value) => [value.value, value.by]).sort()).toEqual([
        ['Rail', 'Ben'],
        ['Shipping', 'Anna'],
      ])
      expect(workspace.accounts.rows()).toMatchObject([{ conflicts: 1 }])
    }
  })

  it('carries an edit to the other laptop while both are open, and counts what waits', async () => {
    const [anna, ben] = [await laptop('Anna'), await laptop('Ben')]
    const team = await folder('team')
    const hers = await anna.open(valueOf(await anna.workspaces.create({ name: 'Sales' })).workspaceId, 30)
    valueOf(await hers.publish(team))
    const his = await ben.open(valueOf(await ben.workspaces.join(team)).workspaceId, 30)
    const arrived = new Promise<void>((resolve) => his.accounts.on((event) => event.kind === 'rows' && resolve()))
    const waited = new Promise<void>((resolve) => hers.sync.onStatus((status) => status.waiting > 0 && resolve()))
    valueOf(await hers.accounts.create('Nordwind'))
    await waited
    await arrived
    expect(his.accounts.rows()).toMatchObject([{ name: 'Nordwind' }])
  })

  it('without a team cannot be joined, with another team cannot be taken over', async () => {
    const [anna, ben] = [await laptop('Anna'), await laptop('Ben')]
    const team = await folder('team')
    expect(await ben.workspaces.join(team)).toMatchObject({ ok: false, error: { kind: 'notATeamFolder' } })
    expect(await ben.workspaces.join(join(place, 'nowhere'))).toMatchObject({ ok: false, error: { kind: 'folderVanished' } })
    const hers = await anna.open(valueOf(await anna.workspaces.create({ name: 'Sales' })).workspaceId)
    valueOf(await hers.publish(team))
    const his = await ben.open(valueOf(await ben.workspaces.create({ name: 'Other' })).workspaceId)
    const refused = await his.publish(team)
    expect(refused).toMatchObject({ ok: false, error: { kind: 'alreadyATeamFolder' } })
    expect(!refused.ok && refused.error.message).toContain('"Sales"')
    expect(his.info.teamFolder).toBeNull()
    expect(await readdir(join(team, 'plumbline-v1'))).toEqual([hers.info.workspaceId])
  })

  it('with several teams is answered with the list, and joined by the one chosen', async () => {
    const [anna, ben] = [await laptop('Anna'), await laptop('Ben')]
    const team = await folder('team')
    const made: string[] = []
    for (const name of ['North', 'South']) {
      const workspace = await anna.open(valueOf(await anna.workspaces.create({ name })).workspaceId)
      const alone = await folder(`alone-${name}`)
      valueOf(await workspace.publish(alone))
      const space = join('plumbline-v1', workspace.info.workspaceId)
      await mkdir(join(team, space), { recursive: true })
      await writeFile(join(team, space, 'space.json'), await readFile(join(alone, space, 'space.json')))
      made.push(workspace.info.workspaceId)
      await workspace.close()
    }
    const asked = await ben.workspaces.join(team)
    expect(asked).toMatchObject({ ok: false, error: { kind: 'severalTeams' } })
    if (asked.ok || asked.error.kind !== 'severalTeams') throw new Error('Not asked')
    expect(asked.error.teams.map((found) => found.name).sort()).toEqual(['North', 'South'])
    expect(valueOf(await ben.workspaces.join(team, { spaceId: made[1] ?? '' })).workspaceId).toBe(made[1])
  })

  it('joined again after leaving, or while open, is the same workspace', async () => {
    const [anna, ben] = [await laptop('Anna'), await laptop('Ben')]
    const team = await folder('team')
    const hers = await anna.open(valueOf(await anna.workspaces.create({ name: 'Sales' })).workspaceId)
    valueOf(await hers.publish(team))
    const { workspaceId } = valueOf(await ben.workspaces.join(team))
    const his = await ben.open(workspaceId)
    const told: (string | null)[] = []
    his.onChange((info) => told.push(info.teamFolder))
    valueOf(await his.leave())
    expect(his.sync.status()).toMatchObject({ kind: 'noTeamFolder' })
    expect(valueOf(await ben.workspaces.join(team)).workspaceId).toBe(workspaceId)
    expect(told).toEqual([null, team])
    valueOf(await his.leave())
    await his.close()
    expect((await ben.open(workspaceId)).info.teamFolder).toBeNull()
    await ben.close()
    valueOf(await ben.workspaces.join(team))
    expect((await ben.open(workspaceId)).info.teamFolder).toBe(team)
    expect(await ben.workspaces.list()).toHaveLength(1)
  })

  it('is remembered with its team: another one in its place is not joined by accident', async () => {
    const [anna, ben] = [await laptop('Anna'), await laptop('Ben')]
    const team = await folder('team')
    const { workspaceId } = valueOf(await anna.workspaces.create({ name: 'Sales' }))
    valueOf(await (await anna.open(workspaceId)).publish(team))
    await anna.close()
    await rm(join(team, 'plumbline-v1'), { recursive: true })
    const other = await ben.open(valueOf(await ben.workspaces.create({ name: 'Other' })).workspaceId)
    valueOf(await other.publish(team))
    const again = await anna.open(workspaceId)
    const { status } = await again.sync.syncOnce()
    expect(status).toMatchObject({ kind: 'needsYou', problem: { kind: 'otherSpace' } })
    expect(status.problem?.message).toContain('Other')
  })

  it.each([
    ['the folder of the app', (laptop: TestLaptop) => laptop.world.userData],
    ['the account folder', (laptop: TestLaptop) => join(laptop.world.documentsFolder, 'Plumbline', 'sales')],
    ['a folder around the account files', (laptop: TestLaptop) => laptop.world.documentsFolder],
  ])('may not be %s', async (_which, where) => {
    const anna = await laptop('Anna')
    const workspace = await anna.open(valueOf(await anna.workspaces.create({ name: 'Sales' })).workspaceId)
    await mkdir(where(anna), { recursive: true })
    expect(await workspace.publish(where(anna))).toMatchObject({ ok: false, error: { kind: 'insideTeamFolder' } })
    expect(workspace.info.teamFolder).toBeNull()
  })

  it('of a later version is left alone', async () => {
    const anna = await laptop('Anna')
    const team = await folder('team')
    await mkdir(join(team, 'plumbline-v2'))
    expect(await anna.workspaces.join(team)).toMatchObject({ ok: false, error: { kind: 'newerFormat' } })
    const workspace = await anna.open(valueOf(await anna.workspaces.create({ name: 'Sales' })).workspaceId)
    expect(await workspace.publish(team)).toMatchObject({ ok: false, error: { kind: 'newerFormat' } })
    expect(await readdir(team)).toEqual(['plumbline-v2'])
  })
})
