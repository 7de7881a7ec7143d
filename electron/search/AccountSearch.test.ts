import { beforeEach, describe, expect, test } from 'vitest'
import type { FoundKind, SearchWords } from '#shared/domain/find/wordsOfAccount'
import { AccountSearch } from './AccountSearch'

type Accounts = Map<string, { readonly name: string; readonly words: readonly SearchWords[] }>

const word = (kind: FoundKind, id: string, title: string, detail = ''): SearchWords => ({ kind, id, title, detail, comparisonId: null })

describe('searching over all accounts', () => {
  let accounts: Accounts
  let pauses: number
  let elapsed: number
  let search: AccountSearch
  beforeEach(() => {
    pauses = 0
    elapsed = 0
    accounts = new Map([
      ['a', { name: 'Halm Dairy', words: [word('account', '', 'Halm Dairy', 'cheese'), word('person', 'p1', 'Ida Brandt', 'Finance'), word('finding', 'f1', 'Heat pumps cost range in winter', 'A forum')] }],
      ['b', { name: 'Fenn', words: [word('account', '', 'Fenn', 'reed'), word('person', 'p2', 'Ida Lorenz', 'Dispatch')] }],
    ])
    const source = { accountIds: () => [...accounts.keys()], account: (accountId: string) => accounts.get(accountId) ?? null }
    // Every look at the time finds it two milliseconds later.
    search = new AccountSearch(source, { pause: async () => void (pauses += 1), elapsedMs: () => (elapsed += 2) })
  })
  const titles = async (text: string, current: string | null = null): Promise<readonly string[]> => (await search.find(text, { current, limit: 10 })).found.map(({ title }) => title)

  test('forgives a typing mistake and a word that is not finished', async () => {
    expect(await titles('winetr')).toEqual(['Heat pumps cost range in winter'])
    expect(await titles('dai')).toEqual(['Halm Dairy'])
    expect(await titles('heat fin')).toEqual([])
    expect(await titles('')).toEqual([])
  })

  test('tells which words were meant, and takes letters with and without accents for the same', async () => {
    accounts.set('c', { name: 'Île Verte', words: [word('account', '', 'Île Verte', 'garden')] })
    expect((await search.find('ile verde', { current: null, limit: 10 })).found).toMatchObject([{ title: 'Île Verte', words: ['ile', 'verte'] }])
  })

  test('looks for one or two letters in names alone', async () => {
    expect(await titles('ha')).toEqual(['Halm Dairy'])
    expect(await titles('re')).toEqual([])
  })

  test('what lies in the account one is in comes first', async () => {
    expect((await titles('ida', 'b'))[0]).toBe('Ida Lorenz')
    expect((await titles('ida', 'a'))[0]).toBe('Ida Brandt')
  })

  test('names the account of what it finds', async () => {
    expect((await search.find('lorenz', { current: null, limit: 10 })).found).toEqual([
      { kind: 'person', accountId: 'b', accountName: 'Fenn', id: 'p2', comparisonId: null, title: 'Ida Lorenz', detail: 'Dispatch', words: ['lorenz'] },
    ])
  })

  test('follows what is changed, added and taken off the list', async () => {
    await titles('ida')
    accounts.set('b', { name: 'Fenn', words: [word('person', 'p2', 'Uta Lorenz')] })
    accounts.set('c', { name: 'Marsh', words: [word('person', 'p3', 'Ida Marsh')] })
    accounts.delete('a')
    search.changed(['a', 'b', 'c'])
    expect(await titles('ida')).toEqual(['Ida Marsh'])
    expect(await titles('uta')).toEqual(['Uta Lorenz'])
  })

  test('fills itself in portions, so that nothing else waits long, and answers meanwhile with what lies in the account one is in', async () => {
    for (let number = 0; number < 1_000; number++) accounts.set(`n${number}`, { name: `Account ${number}`, words: [word('account', '', `Account ${number}`)] })
    const first = await search.find('account', { current: 'n777', limit: 10 })
    expect([first.isComplete, first.found[0]?.title]).toEqual([false, 'Account 777'])
    expect(pauses).toBeGreaterThanOrEqual(10)
    let last = first
    while (!last.isComplete) last = await search.find('account 999', { current: 'n777', limit: 10 })
    expect(last.found.map(({ title }) => title)).toEqual(['Account 999'])
  })
})
