import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyEdits } from '../edit/applyEdits'
import { readAccount } from '../schema/readAccount'
import { compareAccounts } from './compareAccounts'
import { groupHistory } from './groupHistory'
import type { HistoryEntry } from './HistoryEntry'
import { orderChanges, type ChangeLink } from './orderChanges'

const now = '2026-11-21T09:00:00.000Z'
const id = (letter: string): string => letter.repeat(26)

/** A history in which each change is built on some of those before it. */
const changes = fc
  .array(fc.record({ time: fc.nat(20), seed: fc.array(fc.nat(), { minLength: 1, maxLength: 3 }) }), { maxLength: 40 })
  .map((raw) =>
    raw.map(({ time, seed }, index): ChangeLink => {
      const deps = index === 0 ? [] : [...new Set(seed.map((number) => `h${number % index}`))]
      return { hash: `h${index}`, deps, time }
    }),
  )

describe('the order of changes', () => {
  test('is the same in whatever order they arrived, and each comes after what it is built on', () => {
    fc.assert(
      fc.property(changes, fc.array(fc.nat()), (history, shuffle) => {
        const arrived = [...history].sort((a, b) => (shuffle[Number(a.hash.slice(1))] ?? 0) - (shuffle[Number(b.hash.slice(1))] ?? 0))
        const ordered = orderChanges(arrived)
        expect(ordered).toEqual(orderChanges(history))
        expect(ordered).toHaveLength(history.length)
        const place = new Map(ordered.map(({ hash }, index) => [hash, index]))
        for (const { hash, deps } of ordered) for (const dep of deps) expect(place.get(dep)).toBeLessThan(place.get(hash) ?? 0)
      }),
    )
  })

  test('a clock that is a year ahead moves nothing in front of what it is built on', () => {
    const history = [
      { hash: 'a', deps: [], time: 900 },
      { hash: 'b', deps: ['a'], time: 1 },
    ]
    expect(orderChanges(history).map(({ hash }) => hash)).toEqual(['a', 'b'])
  })
})

describe('rows of the history', () => {
  const typed = (minute: number, author = 'kim', field = 'notes'): HistoryEntry => ({
    hash: `${author}${minute}`,
    at: new Date(Date.UTC(2026, 10, 21, 9, minute)).toISOString(),
    by: author,
    author,
    act: 'writeText',
    facts: [{ kind: 'wrote', at: 'profile', field, key: null, inserted: `${minute} `, removed: 0 }],
    joins: [],
  })

  test('one author’s typing in one field with short pauses is one row; a longer pause, another field or another author begins a new one', () => {
    const newestFirst = [typed(30), typed(20, 'lee'), typed(19), typed(18, 'kim', 'aims'), typed(4), typed(2), typed(0)]
    expect(groupHistory(newestFirst).map(({ entries }) => entries.map(({ hash }) => hash))).toEqual([['kim30'], ['lee20'], ['kim19'], ['kim18'], ['kim4', 'kim2', 'kim0']])
    expect(groupHistory([typed(4), typed(2), typed(0)])[0]?.facts).toEqual([{ kind: 'wrote', at: 'profile', field: 'notes', key: null, inserted: '0 2 4 ', removed: 0 }])
  })

  test('a value that was changed twice tells from what it was to what it became', () => {
    const set = (minute: number, before: number, after: number): HistoryEntry => ({ ...typed(minute), act: 'set', facts: [{ kind: 'set', at: 'comparisons/x', field: 'cellValue', key: 'o:c', before, after }] })
    expect(groupHistory([set(3, 40, 50), set(1, 30, 40)])[0]?.facts).toEqual([{ kind: 'set', at: 'comparisons/x', field: 'cellValue', key: 'o:c', before: 30, after: 50 }])
  })
})

test('what is different between two states is told by its place, and of something new only that it is there', () => {
  const before = readAccount({ profile: { name: 'Hollenbach', notes: 'Call Dana soon.' }, people: { [id('a')]: { name: 'Dana' }, [id('b')]: { name: 'Kai' } } })
  const applied = applyEdits(
    before,
    [
      { kind: 'set', at: 'profile', field: 'name', value: 'Hollenbach Feinkost' },
      { kind: 'writeText', at: 'profile', field: 'notes', splice: { index: 10, remove: 4, insert: 'today' } },
      { kind: 'remove', at: `people/${id('b')}` },
      { kind: 'add', in: 'needs', id: id('n'), fields: { quote: 'Quiet at night.' }, before: null },
    ],
    now,
  )
  if (!applied.ok) throw new Error(applied.error.message)
  expect(compareAccounts(before, applied.value.account)).toEqual([
    { kind: 'set', at: 'profile', field: 'name', key: null, before: 'Hollenbach', after: 'Hollenbach Feinkost' },
    { kind: 'wrote', at: 'profile', field: 'notes', key: null, inserted: 'today', removed: 4 },
    { kind: 'removed', at: `people/${id('b')}` },
    { kind: 'added', at: `needs/${id('n')}` },
  ])
  expect(compareAccounts(before, before)).toEqual([])
})
