import { existsSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import type { AccountRow } from '#shared/domain/account/AccountRow'
import { InProcessDocumentClient } from '../../documents/InProcessDocumentClient'
import { Laptop } from '../testing/Laptop'

const laptops: Laptop[] = []

function newLaptop(name: string): Laptop {
  const laptop = new Laptop(name)
  laptops.push(laptop)
  return laptop
}

afterEach(async () => {
  for (const laptop of laptops.splice(0)) await laptop.remove()
})

/** Counts how often a document is made from the vault. */
class CountingDocuments extends InProcessDocumentClient {
  opened = 0
  override open(...given: Parameters<InProcessDocumentClient['open']>): ReturnType<InProcessDocumentClient['open']> {
    this.opened += 1
    return super.open(...given)
  }
}

/** A workspace of twelve accounts, some with conflicts, and its rows. */
async function workspace(): Promise<{ readonly kim: Laptop; readonly rows: readonly AccountRow[]; readonly db: string }> {
  const [kim, lee] = [await newLaptop('Kim').start(), await newLaptop('Lee').start()]
  for (let number = 0; number < 12; number++) {
    kim.clock.set(`2026-11-21T10:${String(number).padStart(2, '0')}:00.000Z`)
    const accountId = await kim.create(`Account ${number}`)
    if (number % 3 > 0) continue
    await lee.receiveFrom(kim)
    await kim.edit(accountId, { kind: 'set', at: 'profile', field: 'industry', value: 'Food' })
    await lee.edit(accountId, { kind: 'set', at: 'profile', field: 'industry', value: 'Retail' })
    await kim.receiveFrom(lee)
  }
  const rows = kim.accounts.rows()
  expect(rows.map((row) => row.conflicts).filter((conflicts) => conflicts === 1)).toHaveLength(4)
  await kim.stop()
  return { kim, rows, db: join(kim.folder, 'vault', 'db') }
}

function shards(db: string): readonly string[] {
  return readdirSync(db)
    .filter((name) => /^index-[0-9a-f]\.json$/.test(name))
    .map((name) => join(db, name))
}

describe('the index of accounts', () => {
  test('after a good end the rows are there without opening a single document', async () => {
    const { kim, rows } = await workspace()
    const documents = new CountingDocuments()
    kim.startDocuments = () => documents
    await kim.start()
    expect(kim.accounts.rows()).toEqual(rows)
    await kim.accounts.settled()
    expect(documents.opened).toBe(0)
  })

  test.each<[string, (db: string) => void]>([
    ['the whole folder is deleted', (db) => rmSync(db, { recursive: true })],
    ['every file is deleted', (db) => shards(db).forEach((path) => rmSync(path))],
    ['every file and backup is cut in half', (db) => readdirSync(db).forEach((name) => truncateSync(join(db, name), 20))],
    ['every file is empty', (db) => shards(db).forEach((path) => truncateSync(path, 0))],
    ['every file is of another version', (db) => shards(db).forEach((path) => writeFileSync(path, readFileSync(path, 'utf8').replace('"version":3', '"version":99')))],
    ['one file holds no rows and says it is fine', (db) => writeFileSync(shards(db)[0] ?? '', '{"version":3,"entries":{}}')],
    ['the mark of a good end is gone', (db) => readdirSync(db).filter((name) => name.startsWith('index-use')).forEach((name) => rmSync(join(db, name)))],
  ])('%s: it is built again and equal', async (_what, harm) => {
    const { kim, rows, db } = await workspace()
    harm(db)
    await kim.start()
    await kim.accounts.settled()
    expect(kim.accounts.rows()).toEqual(rows)
    await kim.restart()
    expect(kim.accounts.rows()).toEqual(rows)
    expect(shards(db).length).toBeGreaterThan(1)
  })

  test('rows that a dying process did not write are found out at the next start, the others are not worked out again', async () => {
    const { kim, rows } = await workspace()
    await kim.start()
    const first = rows[0]?.accountId ?? ''
    await kim.edit(first, { kind: 'set', at: 'profile', field: 'name', value: 'Another name' })
    await kim.vanish()
    const documents = new CountingDocuments()
    kim.startDocuments = () => documents
    await kim.start()
    expect(kim.accounts.rows()).toEqual(rows)
    await kim.accounts.settled()
    expect(kim.accounts.rows().find((row) => row.accountId === first)?.name).toBe('Another name')
    expect(documents.opened).toBe(1)
  })

  test('rows of accounts that the vault does not hold are not shown', async () => {
    const { kim, db } = await workspace()
    rmSync(join(kim.folder, 'vault', 'wal'), { recursive: true })
    rmSync(join(kim.folder, 'vault', 'spaces'), { recursive: true, force: true })
    for (const name of readdirSync(join(kim.folder, 'vault'))) if (!['db', 'workspace.json', 'device.json'].includes(name)) rmSync(join(kim.folder, 'vault', name), { recursive: true })
    expect(existsSync(db)).toBe(true)
    await kim.start()
    expect(kim.accounts.rows()).toEqual([])
  })
})
