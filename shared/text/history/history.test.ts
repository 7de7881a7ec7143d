import { describe, expect, test } from 'vitest'
import type { AccountFact } from '../../domain/history/AccountFact'
import type { HistoryEntry } from '../../domain/history/HistoryEntry'
import { readAccount } from '../../domain/schema/readAccount'
import { sayFact } from './sayFact'
import { sayFacts, sayGroup } from './sayHistory'
import { sayPlace } from './placeWords'

const [car, option, price, colour, blue, dana, need] = ['c', 'o', 'p', 'k', 'b', 'd', 'n'].map((letter) => letter.repeat(26)) as [string, string, string, string, string, string, string]
const at = `comparisons/${car}`

const account = readAccount({
  people: { [dana]: { name: 'Dana Ruth' } },
  needs: { [need]: { quote: 'It must be quiet at night, because the yard lies between two houses and people sleep.' } },
  comparisons: {
    [car]: {
      title: 'Which car?',
      options: { [option]: { name: 'VW ID.3' } },
      criteria: {
        [price]: { name: 'Price', unit: 'EUR', scale: 'number' },
        [colour]: { name: 'Colour', scale: 'category', categories: { [blue]: { label: 'Blue' } } },
      },
    },
  },
})

const set = (place: { at: string; field: string; key?: string }, before: AccountFact extends infer F ? (F extends { before: infer B } ? B : never) : never, after: typeof before): AccountFact => ({ kind: 'set', key: null, ...place, before, after })

describe('what was done, as a sentence', () => {
  test.each<[AccountFact, string]>([
    [set({ at, field: 'cellValue', key: `${option}:${price}` }, 39_995, 37_000), 'Set Price of VW ID.3 in “Which car?” to €37,000 (was €39,995).'],
    [set({ at, field: 'cellValue', key: `${option}:${price}` }, null, '35000..37000'), 'Set Price of VW ID.3 in “Which car?” to €35,000–37,000.'],
    [set({ at, field: 'cellValue', key: `${option}:${price}` }, 39_995, null), 'Emptied Price of VW ID.3 in “Which car?” (was €39,995).'],
    [set({ at, field: 'cellValue', key: `${option}:${colour}` }, null, blue), 'Set Colour of VW ID.3 in “Which car?” to “Blue”.'],
    [set({ at, field: 'cellNote', key: `${option}:${price}` }, '', 'Ask again'), 'Set the internal note of Price of VW ID.3 in “Which car?” to “Ask again”.'],
    [set({ at: `${at}/criteria/${price}`, field: 'points' }, 40, 60), 'Set the weight of Price in “Which car?” to 60 (was 40).'],
    [set({ at: 'profile', field: 'industry' }, '', 'Food'), 'Set the industry of the account to “Food”.'],
    [set({ at: `needs/${need}`, field: 'saidBy' }, null, dana), 'Set the speaker of the need “It must be quiet at night, because the yard lies between tw…” to “Dana Ruth”.'],
    [set({ at: `needs/${need}`, field: 'saidOn' }, null, '2026-11-12'), 'Set the day it was said of the need “It must be quiet at night, because the yard lies between tw…” to 12 Nov 2026.'],
    [{ kind: 'added', at: `${at}/options/${option}` }, 'Added the option VW ID.3 in “Which car?”.'],
    [{ kind: 'removed', at: `people/${dana}` }, 'Removed the person Dana Ruth.'],
    [{ kind: 'restored', at: `people/${'x'.repeat(26)}` }, 'Brought back a person.'],
    [{ kind: 'wrote', at: 'profile', field: 'notes', key: null, inserted: ' Ask about the yard. ', removed: 3 }, 'Wrote “Ask about the yard.” in the notes of the account, in place of 3 characters.'],
    [{ kind: 'wrote', at: 'profile', field: 'notes', key: null, inserted: '', removed: 1 }, 'Took 1 character out of the notes of the account.'],
    [{ kind: 'reviewed', at: 'profile', field: 'notes', key: null }, 'Read what two had written in the notes of the account at the same time.'],
  ])('%j', (fact, sentence) => {
    expect(sayFact(account, fact)).toBe(sentence)
  })

  test('of many things the first are told and the others counted', () => {
    const facts = Array.from({ length: 20 }, (): AccountFact => ({ kind: 'added', at: `people/${dana}` }))
    expect(sayFacts(account, facts, 5)).toMatchObject({ more: 16, sentences: { length: 4 } })
    expect(sayFacts(account, facts.slice(0, 5), 5)).toMatchObject({ more: 0, sentences: { length: 5 } })
  })

  test('a place that the account does not know still has words', () => {
    expect(sayPlace(account, { at: 'comparisons/none', field: 'cellValue', key: 'a:b' })).toBe('answer')
    expect(sayPlace(account, { at: 'somewhere/else', field: 'size', key: null })).toBe('size of an entry')
  })
})

test('settling for the value that shows anyway says that it was kept', () => {
  const entry: HistoryEntry = { hash: 'a', at: null, by: 'Kim', author: 'kim', act: 'resolve', facts: [], joins: [] }
  expect(sayGroup(readAccount({}), { entries: [entry], facts: [] }).sentences).toEqual(['Kept what showed where two had written different things.'])
  expect(sayGroup(readAccount({}), { entries: [{ ...entry, act: null }], facts: [] }).sentences).toEqual(['Changed nothing that shows.'])
})
