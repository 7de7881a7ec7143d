import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { seededIds } from '../../testing/seededIds'
import { accountRow, type AccountRow } from '../account/AccountRow'
import { applyEdits } from '../edit/applyEdits'
import { Edits } from '../edit/Edit'
import { inOrder } from '../schema/order'
import { readAccount } from '../schema/readAccount'
import { guessMapping, intakeFields, noMapping } from './intakeTable'
import { intakeEdits } from './intakeEdits'
import { planIntake } from './planIntake'

const now = '2026-11-22T08:00:00.000Z'

function row(accountId: string, name: string, profile: { readonly domain?: string; readonly mails?: readonly string[] } = {}): AccountRow {
  return { ...accountRow(accountId, readAccount({}), 0, null), name, domain: profile.domain ?? '', mails: profile.mails ?? [] }
}

describe('the columns of a list', () => {
  test('are recognised by their headings, whatever their case', () => {
    expect(guessMapping(['Company', 'Website', 'Contact Name', 'E-mail', 'Job_Title', 'Employees', 'Fax'])).toEqual({
      ...noMapping,
      name: 0,
      domain: 1,
      personName: 2,
      personMail: 3,
      personTitle: 4,
      size: 5,
    })
  })

  test('stand for one field each, the more telling one', () => {
    expect(guessMapping(['Name', 'Contact', 'Account Name'])).toMatchObject({ name: 2, personName: 1 })
    const mapping = guessMapping(['name', 'name', 'title'])
    const used = intakeFields.flatMap((field) => mapping[field] ?? [])
    expect(new Set(used).size).toBe(used.length)
  })
})

describe('what a list would change', () => {
  const mapping = { ...noMapping, name: 0, domain: 1, personName: 2, personMail: 3 }
  const known = [row('a', 'Halm Dairy', { domain: 'halm.example', mails: ['ida@halm.example'] }), row('b', 'Old Mill', { mails: ['miller@web.de'] })]

  test('known by its web domain however it is written, by a mail address, or by the domain of one', () => {
    const plan = planIntake(
      { columns: [], lines: [['Halm Dairy Ltd', 'https://www.HALM.example/start', 'Bo', ''], ['x', '', 'The miller', 'Miller@web.de'], ['y', '', 'Ada', 'ada@halm.example']] },
      mapping,
      known,
    )
    expect(plan.accounts.map(({ kind, accountId, name, matchedBy, lines }) => [kind, accountId, name, matchedBy, lines])).toEqual([
      ['known', 'a', 'Halm Dairy', 'domain', [1, 3]],
      ['known', 'b', 'Old Mill', 'mail', [2]],
    ])
    expect(plan.accounts.map(({ people }) => people.map((person) => person.name))).toEqual([['Bo', 'Ada'], []])
  })

  test('a public mail address does not make two buyers one', () => {
    const plan = planIntake({ columns: [], lines: [['Fenn', '', 'A', 'a@gmail.com'], ['Marsh', '', 'B', 'b@gmail.com']] }, mapping, known)
    expect(plan.accounts.map((account) => account.name)).toEqual(['Fenn', 'Marsh'])
  })

  test('lines of one buyer become one account with each person once', () => {
    const plan = planIntake({ columns: [], lines: [['Fenn', 'fenn.example', 'A', 'a@fenn.example'], ['FENN', 'fenn.example', 'A', 'a@fenn.example'], ['Fenn', '', 'B', 'b@fenn.example']] }, mapping, known)
    expect(plan.accounts).toMatchObject([{ kind: 'new', name: 'Fenn', lines: [1, 2, 3], people: [{ name: 'A' }, { name: 'B' }] }])
  })

  test('the same name alone is no proof, and is said', () => {
    const plan = planIntake({ columns: [], lines: [['old mill', 'mill.example', '', '']] }, mapping, known)
    expect(plan.accounts).toMatchObject([{ kind: 'new', name: 'old mill', sameNameExists: true }])
  })

  test('an account taken off the list is not found again', () => {
    const gone = { ...row('c', 'Gone', { domain: 'gone.example' }), isRemoved: true }
    expect(planIntake({ columns: [], lines: [['Gone', 'gone.example', '', '']] }, mapping, [gone]).accounts).toMatchObject([{ kind: 'new', sameNameExists: false }])
  })

  test('lines that cannot be used are named with their number, and an empty one is passed over', () => {
    const plan = planIntake({ columns: [], lines: [['', '', '', ''], ['', 'new.example', '', ''], ['x'.repeat(121), '', '', ''], ['Fenn', '', 'A', 'no address']] }, mapping, known)
    expect(plan.problems).toEqual([
      { line: 2, problem: 'nameMissing', value: 'new.example' },
      { line: 3, problem: 'nameTooLong', value: 'x'.repeat(121) },
      { line: 4, problem: 'mailNotValid', value: 'no address' },
    ])
    expect(plan.accounts).toMatchObject([{ name: 'Fenn', people: [{ name: 'A', mail: '' }] }])
  })

  test('any list gives edits that an account accepts, and taking it in twice adds nothing', () => {
    const cell = fc.oneof(fc.string(), fc.constantFrom('Fenn', 'fenn.example', 'a@fenn.example', 'http://', '@', '=1+1'))
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 12 }), { maxLength: 12 }), fc.integer(), (lines, seed) => {
        const every = Object.fromEntries(intakeFields.map((field, index) => [field, index])) as typeof noMapping
        const ids = seededIds(seed)
        for (const planned of planIntake({ columns: [], lines }, every, []).accounts) {
          const start = readAccount({})
          const edits = intakeEdits(start, planned, ids)
          if (edits.length === 0) continue
          expect(Edits.safeParse(edits).error).toBeUndefined()
          const done = applyEdits(start, edits, now)
          if (!done.ok) throw new Error(done.error.message)
          expect(intakeEdits(done.value.account, planned, ids)).toEqual([])
        }
      }),
      { numRuns: 300 },
    )
  })

  test('what an account already says stays', () => {
    const done = applyEdits(readAccount({}), [{ kind: 'set', at: 'profile', field: 'industry', value: 'Cheese' }], now)
    if (!done.ok) throw new Error(done.error.message)
    const [planned] = planIntake({ columns: [], lines: [['Fenn', 'fenn.example', 'Dairy', 'A']] }, { ...noMapping, name: 0, domain: 1, industry: 2, personName: 3 }, []).accounts
    if (!planned) throw new Error('Nothing was planned')
    const after = applyEdits(done.value.account, intakeEdits(done.value.account, planned, seededIds(1)), now)
    if (!after.ok) throw new Error(after.error.message)
    expect(after.value.account.profile).toMatchObject({ industry: 'Cheese', domain: 'fenn.example' })
    expect(inOrder(after.value.account.people).map((person) => person.name)).toEqual(['A'])
  })
})
