import { afterEach, expect, test } from 'vitest'
import type { Edit } from '#shared/domain/edit/Edit'
import type { HistoryRow } from '#shared/ipc/contract'
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

const set = (field: string, value: string): Edit => ({ kind: 'set', at: 'profile', field, value })

async function rows(laptop: Laptop, accountId: string, before: string | null = null, limit = 50): Promise<readonly HistoryRow[]> {
  const history = await laptop.accounts.history(accountId, before, limit)
  if (!history.ok) throw new Error(history.error.message)
  return history.value.rows
}

test('the history says in words what was done, by whom, newest first', async () => {
  const kim = await newLaptop('Kim')
  const accountId = await kim.create('Hollenbach')
  const person = kim.ids.next()
  await kim.edit(accountId, { kind: 'add', in: 'people', id: person, fields: { name: 'Dana Ruth' }, before: null })
  await kim.edit(accountId, { kind: 'set', at: `people/${person}`, field: 'title', value: 'Buyer' })
  await kim.edit(accountId, { kind: 'remove', at: `people/${person}` })
  expect((await rows(kim, accountId)).map(({ by, sentences }) => [by, ...sentences])).toEqual([
    ['Kim', 'Removed the person Dana Ruth.'],
    ['Kim', 'Set the title of Dana Ruth to “Buyer”.'],
    ['Kim', 'Added the person Dana Ruth.'],
    ['Kim', 'Set the name of the account to “Hollenbach”.'],
  ])
})

test('two laptops show the same history, and that the work of both came together', async () => {
  const [kim, lee] = [await newLaptop('Kim'), await newLaptop('Lee')]
  const accountId = await kim.create('Hollenbach')
  await lee.receiveFrom(kim)
  await kim.edit(accountId, set('industry', 'Food'))
  await lee.edit(accountId, set('currency', 'EUR'))
  await kim.receiveFrom(lee)
  await kim.edit(accountId, set('size', '200 people'))
  await lee.receiveFrom(kim)
  const shown = await rows(kim, accountId)
  expect(await rows(lee, accountId)).toEqual(shown)
  expect(shown[0]).toMatchObject({ kind: 'joined', by: 'Kim', sentences: ['Brought the work of Kim and Lee together.', 'Set the size of the account to “200 people”.'] })
  expect(shown.slice(1, 3).map(({ by }) => by).sort()).toEqual(['Kim', 'Lee'])
})

test('a long history comes in pages that join without a gap or a repetition', async () => {
  const kim = await newLaptop('Kim')
  const accountId = await kim.create('Hollenbach')
  for (let step = 0; step < 12; step++) await kim.edit(accountId, set(step % 2 === 0 ? 'industry' : 'size', `step ${step}`))
  const whole = await rows(kim, accountId)
  const paged: HistoryRow[] = []
  for (let before: string | null = null, pages = 0; pages < 20; pages++) {
    const page = await kim.accounts.history(accountId, before, 5)
    if (!page.ok) throw new Error(page.error.message)
    paged.push(...page.value.rows)
    before = page.value.next
    if (before === null) break
  }
  expect(paged).toEqual(whole)
  expect(whole).toHaveLength(13)
})

test('deciding a conflict is one change of its own, can be undone, and the other value stays in the history', async () => {
  const [kim, lee] = [await newLaptop('Kim'), await newLaptop('Lee')]
  const accountId = await kim.create('Hollenbach')
  await lee.receiveFrom(kim)
  await kim.edit(accountId, set('industry', 'Food'))
  await lee.edit(accountId, set('industry', 'Retail'))
  await kim.receiveFrom(lee)
  const [collision] = await kim.conflicts(accountId)
  expect(collision).toMatchObject({ kind: 'values', where: 'Industry of the account' })
  expect(collision?.values.map(({ words, by }) => `${by}: ${words}`).sort()).toEqual(['Kim: “Food”', 'Lee: “Retail”'])
  const kept = collision?.values[1]?.value ?? null
  const shown = collision?.values[0]?.value
  const { undo } = await kim.edit(accountId, { kind: 'resolveConflict', at: 'profile', field: 'industry', value: kept })
  expect(await kim.conflicts(accountId)).toEqual([])
  expect((await kim.read(accountId)).profile.industry).toBe(kept)
  expect((await rows(kim, accountId))[0]).toMatchObject({ kind: 'settled', by: 'Kim' })
  expect(JSON.stringify(await rows(kim, accountId))).toContain(String(shown))
  await kim.edit(accountId, ...undo)
  expect((await kim.read(accountId)).profile.industry).toBe(shown)
})

test('what changed since a version is told in words, and of a version nobody knows everything is', async () => {
  const kim = await newLaptop('Kim')
  const accountId = await kim.create('Hollenbach')
  const first = await kim.accounts.changedSince(accountId, null)
  if (!first.ok) throw new Error(first.error.message)
  await kim.edit(accountId, set('industry', 'Food'))
  const since = await kim.accounts.changedSince(accountId, first.value.version)
  expect(since).toMatchObject({ ok: true, value: { isKnown: true, sentences: ['Set the industry of the account to “Food”.'], facts: [{ at: 'profile', field: 'industry' }] } })
  const unknown = await kim.accounts.changedSince(accountId, 'ab'.repeat(32))
  expect(unknown).toMatchObject({ ok: true, value: { isKnown: false, sentences: { length: 2 } } })
})
