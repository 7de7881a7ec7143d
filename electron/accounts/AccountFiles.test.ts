import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { afterEach, expect, test, vi } from 'vitest'
import { err } from '#shared/base/Result'
import type { Edit } from '#shared/domain/edit/Edit'
import { AccountDocument } from '../documents/AccountDocument'
import { nodeDisk } from '../platform/nodeDisk'
import { decodeAccountFile, type AccountFileContent } from '../vault/accountFileBytes'
import { burstDelay } from './Burst'
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

const rename = (value: string): Edit => ({ kind: 'set', at: 'profile', field: 'name', value })

function read(path: string): AccountFileContent {
  const content = decodeAccountFile(readFileSync(path))
  if (!content.ok) throw new Error(`Not an account file: ${content.error.kind}`)
  return content.value
}

/** The path of the only account file in the folder. */
function onlyFile(laptop: Laptop): string {
  const [name, ...others] = readdirSync(laptop.accountFolder)
  expect(others).toEqual([])
  return join(laptop.accountFolder, name ?? '')
}

test('a moment after a burst of edits the account lies in the folder, whole and with its history', async () => {
  const kim = await newLaptop('Kim')
  const accountId = await kim.create('Hollenbach Feinkost')
  for (const value of ['Food', 'Retail', 'Wholesale']) await kim.edit(accountId, { kind: 'set', at: 'profile', field: 'industry', value })
  await vi.waitFor(() => expect(readdirSync(kim.accountFolder).map((name) => extname(name))).toEqual(['.account']), { timeout: 20_000 })
  const { header, document } = read(onlyFile(kim))
  expect(onlyFile(kim)).toMatch(/hollenbach-feinkost-[a-z2-7]{6}\.account$/)
  expect(header).toMatchObject({ accountId, workspaceId: testWorkspaceId, name: 'Hollenbach Feinkost' })
  expect(AccountDocument.openSaved(accountId, document)?.snapshot).toEqual(await kim.read(accountId))
})

test('a burst ends after half a second of quiet, or five seconds after its first edit', () => {
  expect(burstDelay(0, 0)).toBe(500)
  expect(burstDelay(0, 4_300)).toBe(500)
  expect(burstDelay(0, 4_800)).toBe(200)
  expect(burstDelay(0, 9_000)).toBe(0)
})

test('stopping writes what waits', async () => {
  const kim = await newLaptop('Kim')
  const accountId = await kim.create('Hollenbach')
  await kim.edit(accountId, { kind: 'writeText', at: 'profile', field: 'notes', splice: { index: 0, remove: 0, insert: 'At the last second' } })
  await kim.stop()
  expect(AccountDocument.openSaved(accountId, read(onlyFile(kim)).document)?.snapshot.profile.notes).toBe('At the last second')
})

test('stopping waits for a file that is being written at that moment', async () => {
  const kim = new Laptop('Kim')
  laptops.push(kim)
  let begin = (): void => undefined
  const begun = new Promise<void>((resolve) => {
    begin = resolve
  })
  kim.disk = {
    ...nodeDisk,
    createFile: async (path) => {
      if (!path.startsWith(kim.accountFolder)) return nodeDisk.createFile(path)
      begin()
      // A folder so slow that everything else could be over first.
      for (let turn = 0; turn < 20_000; turn++) await setImmediate()
      return nodeDisk.createFile(path)
    },
  }
  await kim.start()
  await kim.create('Hollenbach')
  await begun
  await kim.accounts.stop()
  expect(readdirSync(kim.accountFolder)).toEqual([expect.stringMatching(/\.account$/)])
})

test('an account that gets another name gets another file, and the old one goes', async () => {
  const kim = await newLaptop('Kim')
  const accountId = await kim.create('Hollenbach')
  const before = await kim.accounts.accountFilePath(accountId)
  await kim.edit(accountId, rename('Feinkost Hollenbach'))
  const after = await kim.accounts.accountFilePath(accountId)
  expect(after).not.toEqual(before)
  expect(after).toEqual({ ok: true, value: onlyFile(kim) })
})

test('an old file that somebody changed stays when the account gets another name', async () => {
  const kim = await newLaptop('Kim')
  const accountId = await kim.create('Hollenbach')
  const before = await kim.accounts.accountFilePath(accountId)
  if (!before.ok) throw new Error('Not written')
  writeFileSync(before.value, 'notes of mine')
  await kim.edit(accountId, rename('Feinkost Hollenbach'))
  await kim.accounts.accountFilePath(accountId)
  expect(readFileSync(before.value, 'utf8')).toBe('notes of mine')
})

test('a colleague’s file put in the place of ours is not written over while it holds what we have not', async () => {
  const [kim, lee] = [await newLaptop('Kim'), await newLaptop('Lee')]
  const accountId = await kim.create('Hollenbach')
  await lee.receiveFrom(kim)
  await lee.edit(accountId, { kind: 'set', at: 'profile', field: 'industry', value: 'Food' })
  const [ours, theirs] = [await kim.accounts.accountFilePath(accountId), await lee.accounts.accountFilePath(accountId)]
  if (!ours.ok || !theirs.ok) throw new Error('Not written')
  const theirBytes = readFileSync(theirs.value)
  writeFileSync(ours.value, theirBytes)
  await kim.edit(accountId, { kind: 'set', at: 'profile', field: 'currency', value: 'EUR' })
  await kim.accounts.accountFilePath(accountId)
  const aside = readdirSync(kim.accountFolder).find((name) => name.includes('(found 2026-11-21)')) ?? ''
  expect(readFileSync(join(kim.accountFolder, aside))).toEqual(theirBytes)
  expect(kim.events).toContainEqual({ kind: 'fileSetAside', accountId, name: aside })
  expect(AccountDocument.openSaved(accountId, read(ours.value).document)?.snapshot.profile.currency).toBe('EUR')
  // Once everything in it has arrived, the same file may be written over.
  await kim.receiveFrom(lee)
  writeFileSync(ours.value, theirBytes)
  await kim.edit(accountId, rename('Hollenbach '))
  await kim.accounts.accountFilePath(accountId)
  expect(readdirSync(kim.accountFolder)).toHaveLength(2)
})

test('a file that is deleted comes back with the next edit', async () => {
  const kim = await newLaptop('Kim')
  const accountId = await kim.create('Hollenbach')
  const path = await kim.accounts.accountFilePath(accountId)
  if (!path.ok) throw new Error('Not written')
  rmSync(path.value)
  expect(await kim.accounts.accountFilePath(accountId)).toEqual(path)
  expect(existsSync(path.value)).toBe(true)
})

test('what a crash left half written goes at the next start, and nothing else', async () => {
  const kim = await newLaptop('Kim')
  await kim.accounts.accountFilePath(await kim.create('Hollenbach'))
  await kim.stop()
  const others = ['~WRL0003.tmp', '~$letter.docx', 'letter.tmp']
  for (const name of ['~0123456789abcdef.tmp', ...others]) writeFileSync(join(kim.accountFolder, name), 'x')
  await kim.start()
  expect(readdirSync(kim.accountFolder).filter((name) => !name.endsWith('.account')).sort()).toEqual([...others].sort())
})

test('a folder that vanished is reported, not made again, and the files follow when it is back', async () => {
  const kim = await newLaptop('Kim')
  const accountId = await kim.create('Hollenbach')
  await kim.accounts.accountFilePath(accountId)
  renameSync(kim.accountFolder, `${kim.accountFolder}.away`)
  await kim.edit(accountId, { kind: 'set', at: 'profile', field: 'industry', value: 'Food' })
  expect(await kim.accounts.accountFilePath(accountId)).toMatchObject({ ok: false, error: { kind: 'diskError' } })
  expect(existsSync(kim.accountFolder)).toBe(false)
  expect(kim.accounts.filesProblem()).toEqual({ kind: 'missing' })
  renameSync(`${kim.accountFolder}.away`, kim.accountFolder)
  await kim.restart()
  await kim.accounts.settled()
  expect(kim.accounts.filesProblem()).toBeNull()
  expect(AccountDocument.openSaved(accountId, read(onlyFile(kim)).document)?.snapshot.profile.industry).toBe('Food')
})

test('a folder that takes nothing keeps no edit from being saved, and says when it works again', async () => {
  const kim = new Laptop('Kim')
  laptops.push(kim)
  let isFull = false
  kim.disk = {
    ...nodeDisk,
    createFile: (path) => (isFull && path.startsWith(kim.accountFolder) ? Promise.resolve(err({ kind: 'diskFull' })) : nodeDisk.createFile(path)),
  }
  await kim.start()
  isFull = true
  const accountId = await kim.create('Hollenbach')
  expect((await kim.accounts.accountFilePath(accountId)).ok).toBe(false)
  isFull = false
  expect((await kim.accounts.accountFilePath(accountId)).ok).toBe(true)
  const reported = kim.events.filter((event) => event.kind === 'filesProblem')
  expect(reported.map((event) => event.problem)).toEqual([{ kind: 'diskFull' }, null])
})
