import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { afterEach, expect, test } from 'vitest'
import { Laptop } from './testing/Laptop'

const laptops: Laptop[] = []

async function newLaptop(name: string): Promise<Laptop> {
  const laptop = new Laptop(name)
  laptops.push(laptop)
  return laptop.start()
}

afterEach(async () => {
  for (const laptop of laptops.splice(0)) await laptop.remove()
})

async function fileOf(laptop: Laptop, accountId: string): Promise<string> {
  const path = await laptop.accounts.accountFilePath(accountId)
  if (!path.ok) throw new Error(path.error.message)
  return path.value
}

test('vault, documents and files of two laptops that worked together agree', async () => {
  const [kim, lee] = [await newLaptop('Kim'), await newLaptop('Lee')]
  const accountId = await kim.create('Hollenbach')
  await kim.create('Northwind')
  await lee.receiveFrom(kim)
  await lee.edit(accountId, { kind: 'set', at: 'profile', field: 'industry', value: 'Food' })
  await kim.edit(accountId, { kind: 'set', at: 'profile', field: 'industry', value: 'Retail' })
  await kim.receiveFrom(lee)
  await lee.receiveFrom(kim)
  for (const laptop of [kim, lee]) expect(await laptop.accounts.verify()).toEqual({ accounts: 2, changes: 4, files: 2, problems: [] })
})

test('each thing that is wrong is named with its account', async () => {
  const kim = await newLaptop('Kim')
  const [gone, torn, old, odd] = [await kim.create('Gone'), await kim.create('Torn'), await kim.create('Old'), await kim.create('Odd')]
  rmSync(await fileOf(kim, gone))
  const tornPath = await fileOf(kim, torn)
  writeFileSync(tornPath, readFileSync(tornPath).subarray(0, -5))
  const before = readFileSync(await fileOf(kim, old))
  await kim.edit(old, { kind: 'set', at: 'profile', field: 'industry', value: 'Food' })
  writeFileSync(await fileOf(kim, old), before)
  await fileOf(kim, odd)
  const appended = await kim.vault.append([{ kind: 'change', accountId: odd, bytes: new Uint8Array([1, 2, 3]) }])
  expect(appended.ok).toBe(true)
  const { problems, files } = await kim.accounts.verify()
  expect(files).toBe(1)
  expect(new Set(problems)).toEqual(
    new Set([
      { accountId: gone, kind: 'fileMissing' },
      { accountId: torn, kind: 'fileUnreadable', reason: 'damaged' },
      { accountId: old, kind: 'fileDiffers', missing: 1, extra: 0 },
      { accountId: odd, kind: 'unreadableRecords', records: 1 },
    ]),
  )
})

test('a change that the document lacks is found, and one that waits for others is told apart from it', async () => {
  const [kim, lee] = [await newLaptop('Kim'), await newLaptop('Lee')]
  const accountId = await kim.create('Hollenbach')
  await kim.vault.seal()
  await kim.edit(accountId, { kind: 'set', at: 'profile', field: 'industry', value: 'Food' })
  await kim.vault.seal()
  const [first, second] = await Promise.all(kim.vault.ownPacks().map((pack) => kim.vault.readPack(pack.deviceId, pack.seq)))
  if (!first?.ok || !second?.ok) throw new Error('No packs')
  await lee.vault.receive(second.value)
  expect((await lee.accounts.verify()).problems).toEqual([{ accountId, kind: 'waiting', changes: 1 }])
  // The list has the row that came along; the document has nothing to show yet.
  expect(lee.accounts.rows()).toMatchObject([{ name: 'Hollenbach', industry: 'Food' }])
  await lee.vault.receive(first.value)
  expect((await lee.accounts.verify()).problems).toEqual([])
  const records = await kim.vault.readAccount(accountId)
  if (!records.ok) throw new Error('Not read')
  // As if the document had missed what the vault has.
  const changes = records.value.filter(({ kind }) => kind === 'change').map(({ bytes }) => bytes)
  await kim.documents.open(accountId, changes.slice(0, -1))
  expect((await kim.accounts.verify()).problems).toContainEqual({ accountId, kind: 'documentDiffers', missing: 1, extra: 0 })
})
