import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import type { Edit } from '#shared/domain/edit/Edit'
import { AccountDocument } from '../documents/AccountDocument'
import { encodeAccountFile } from '../vault/accountFileBytes'
import type { FilePreview } from './FileMerger'
import { Laptop, testWorkspaceId } from './testing/Laptop'

const laptops: Laptop[] = []

async function newLaptop(name: string): Promise<Laptop> {
  const laptop = new Laptop(name)
  laptops.push(laptop)
  return laptop.start()
}

afterEach(async () => {
  for (const laptop of laptops.splice(0)) await laptop.remove()
})

const set = (field: string, value: string): Edit => ({ kind: 'set', at: 'profile', field, value })
const write = (insert: string): Edit => ({ kind: 'writeText', at: 'profile', field: 'notes', splice: { index: 0, remove: 0, insert } })

/** The account's file on the other laptop's stick. */
async function carry(from: Laptop, accountId: string, to: Laptop): Promise<string> {
  const path = await from.accounts.accountFilePath(accountId)
  if (!path.ok) throw new Error(path.error.message)
  const stick = join(to.folder, `from-${from.name}.account`)
  copyFileSync(path.value, stick)
  return stick
}

async function look(laptop: Laptop, path: string): Promise<FilePreview> {
  const preview = await laptop.accounts.inspectFile(path)
  if (!preview.ok) throw new Error(preview.error.message)
  return preview.value
}

async function take(laptop: Laptop, path: string): Promise<void> {
  const merged = await laptop.accounts.mergeFile(path, (await look(laptop, path)).sha256)
  if (!merged.ok) throw new Error(merged.error.message)
}

test('two laptops that only exchange account files on a stick end with the same account, history and files', async () => {
  const [kim, lee] = [await newLaptop('Kim'), await newLaptop('Lee')]
  const accountId = await kim.create('Hollenbach')
  await kim.edit(accountId, write('Kim was here. '))
  await take(lee, await carry(kim, accountId, lee))
  expect(await lee.read(accountId)).toEqual(await kim.read(accountId))
  for (let round = 0; round < 3; round++) {
    await kim.edit(accountId, set('industry', `Food ${round}`), write(`Kim ${round}. `))
    await lee.edit(accountId, set('currency', `EU${round}`), write(`Lee ${round}. `))
    await take(lee, await carry(kim, accountId, lee))
    await take(kim, await carry(lee, accountId, kim))
    expect(await lee.read(accountId)).toEqual(await kim.read(accountId))
  }
  const histories = [await kim.accounts.history(accountId, null, 100), await lee.accounts.history(accountId, null, 100)]
  expect(histories[0]).toEqual(histories[1])
  expect((await look(kim, await carry(lee, accountId, kim))).kind).toBe('nothingNew')
  for (const laptop of [kim, lee]) {
    await laptop.restart()
    expect(await laptop.accounts.verify()).toMatchObject({ accounts: 1, problems: [] })
  }
  expect(await lee.read(accountId)).toEqual(await kim.read(accountId))
})

test('a look at a file says what would change and takes nothing', async () => {
  const [kim, lee] = [await newLaptop('Kim'), await newLaptop('Lee')]
  const accountId = await kim.create('Hollenbach')
  const first = await carry(kim, accountId, lee)
  expect(await look(lee, first)).toMatchObject({ kind: 'new', name: 'Hollenbach', newChanges: 1, authors: ['Kim'], isOfThisWorkspace: true, isSample: false, collisions: [] })
  expect(lee.accounts.rows()).toEqual([])
  expect(await lee.accounts.open(accountId)).toMatchObject({ ok: false, error: { kind: 'accountNotFound' } })
  await take(lee, first)
  await kim.edit(accountId, set('industry', 'Food'), set('size', '200'))
  await lee.edit(accountId, set('industry', 'Retail'))
  const preview = await look(lee, await carry(kim, accountId, lee))
  expect(preview).toMatchObject({
    kind: 'merge',
    newChanges: 1,
    changesNotInFile: 1,
    authors: ['Kim'],
    collisions: [{ where: 'Industry of the account', values: [{}, {}] }],
  })
  expect(preview.sentences).toContain('Set the size of the account to “200”.')
  expect((await lee.read(accountId)).profile).toMatchObject({ industry: 'Retail', size: '' })
  expect(await lee.conflicts(accountId)).toEqual([])
})

test('what was taken in is there after a crash, told once, and under the names of those who wrote it', async () => {
  const [kim, lee] = [await newLaptop('Kim'), await newLaptop('Lee')]
  const accountId = await kim.create('Hollenbach')
  await take(lee, await carry(kim, accountId, lee))
  await kim.edit(accountId, set('industry', 'Food'))
  await kim.edit(accountId, set('size', '200'))
  const stick = await carry(kim, accountId, lee)
  lee.events.length = 0
  await take(lee, stick)
  expect(lee.events.filter((event) => event.kind === 'changed')).toHaveLength(1)
  await lee.vanish()
  await lee.start()
  expect((await lee.read(accountId)).profile).toMatchObject({ industry: 'Food', size: '200' })
  const history = await lee.accounts.history(accountId, null, 10)
  expect(history.ok && history.value.rows.map(({ by }) => by)).toEqual(['Kim', 'Kim', 'Kim'])
})

test('a file that is not what was looked at is not taken in', async () => {
  const [kim, lee] = [await newLaptop('Kim'), await newLaptop('Lee')]
  const accountId = await kim.create('Hollenbach')
  const stick = await carry(kim, accountId, lee)
  const { sha256 } = await look(lee, stick)
  await kim.edit(accountId, set('industry', 'Food'))
  await carry(kim, accountId, lee)
  expect(await lee.accounts.mergeFile(stick, sha256)).toMatchObject({ ok: false, error: { kind: 'fileChanged' } })
  expect(lee.accounts.rows()).toEqual([])
})

test('files that are no accounts of ours are refused with their reason, and nothing is taken from them', async () => {
  const [kim, lee] = [await newLaptop('Kim'), await newLaptop('Lee')]
  const accountId = await kim.create('Hollenbach')
  await kim.edit(accountId, set('industry', 'Food'))
  await take(lee, await carry(kim, accountId, lee))
  const path = await carry(kim, accountId, lee)
  const whole = readFileSync(path)
  const named = (id: string, document: Uint8Array): Uint8Array =>
    encodeAccountFile({ header: { format: 1, accountId: id, workspaceId: testWorkspaceId, name: 'x', savedAt: '', attachments: [] }, document })
  const other = AccountDocument.open(lee.ids.next(), [])
  other.prepare({ editId: 'e', edits: [set('name', 'Another')], author: { memberId: 'm', name: 'Mallory' }, now: '2026-11-21T09:00:00.000Z' })
  const bytes: readonly (readonly [string, Uint8Array])[] = [
    ['notAnAccountFile', Buffer.from('%PDF-1.7')],
    ['notAnAccountFile', Buffer.alloc(0)],
    ['damagedFile', whole.subarray(0, whole.length - 5)],
    ['damagedFile', named(accountId, Buffer.from('no document'))],
    ['damagedFile', named(lee.ids.next(), AccountDocument.open('', []).save())],
    ['otherAccount', named(accountId, other.save())],
  ]
  const before = await lee.read(accountId)
  for (const [kind, content] of bytes) {
    writeFileSync(path, content)
    expect(await lee.accounts.inspectFile(path), kind).toMatchObject({ ok: false, error: { kind } })
  }
  expect(await lee.accounts.inspectFile(lee.folder)).toMatchObject({ ok: false, error: { kind: 'notAnAccountFile' } })
  expect(await lee.accounts.inspectFile(join(lee.folder, 'none.account'))).toMatchObject({ ok: false, error: { kind: 'diskError' } })
  expect(await lee.read(accountId)).toEqual(before)
  expect(lee.accounts.rows()).toHaveLength(1)
})
