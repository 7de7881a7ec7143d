import { expect, test } from 'vitest'
import { seededIds } from '../../testing/seededIds'
import { applyEdits } from '../edit/applyEdits'
import { sampleAccounts } from '../sample/sampleAccounts'
import { readAccount } from '../schema/readAccount'
import { wordsOfAccount } from './wordsOfAccount'

const [fleet] = sampleAccounts(seededIds(1), '2026-11-22')
const applied = applyEdits(readAccount({}), fleet?.edits ?? [], '2026-11-22T08:00:00.000Z')
if (!applied.ok) throw new Error(applied.error.message)
const { account } = applied.value

test('everything a member would look for has its words', () => {
  const words = wordsOfAccount(account)
  expect(words[0]).toMatchObject({ kind: 'account', title: 'Marlind Lift Inspection' })
  expect(new Set(words.map(({ kind }) => kind))).toEqual(new Set(['account', 'person', 'need', 'finding', 'evidence', 'question', 'promise', 'comparison', 'option']))
  expect(words.find(({ title }) => title === 'BMW i4')).toMatchObject({ kind: 'option', comparisonId: expect.stringMatching(/^[a-z2-7]{26}$/) })
})

test('what was removed is not found, and long text is cut', () => {
  const person = Object.keys(account.people)[0] ?? ''
  const notes = 'a'.repeat(5_000)
  const changed = applyEdits(
    account,
    [
      { kind: 'remove', at: `people/${person}` },
      { kind: 'writeText', at: 'profile', field: 'notes', splice: { index: 0, remove: 0, insert: notes } },
    ],
    '2026-11-22T08:00:00.000Z',
  )
  if (!changed.ok) throw new Error(changed.error.message)
  const words = wordsOfAccount(changed.value.account)
  expect(words.some(({ id }) => id === person)).toBe(false)
  expect(words[0]?.detail.length).toBe(240)
})
