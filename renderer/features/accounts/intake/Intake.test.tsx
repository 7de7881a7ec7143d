import { screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { noMapping } from '#shared/domain/intake/intakeTable'
import type { PlannedAccount } from '#shared/domain/intake/planIntake'
import type { ChosenList } from '#shared/ipc/contract'
import { FakeDesktop } from '../../../testing/fakeDesktop'
import { renderApp } from '../../../testing/renderApp'
import { seededIds } from '../../../testing/seededIds'

const list: ChosenList = {
  list: 'list-1',
  fileName: 'customers.csv',
  columns: ['Company', 'Website', 'Who'],
  firstLines: [
    ['Halm Dairy', 'halm.example', 'Bo Lind'],
    ['Fenn', '', 'Ada Fenn'],
  ],
  lines: 70,
  mapping: { ...noMapping, name: 0 },
}

const planned = (name: string, given: Partial<PlannedAccount> = {}): PlannedAccount => ({
  kind: 'new',
  accountId: null,
  name,
  matchedBy: null,
  sameNameExists: false,
  profile: { industry: '', domain: '', size: '', owner: '', notes: '' },
  people: [],
  lines: [1],
  ...given,
})

describe('taking a list in', () => {
  let desktop: FakeDesktop
  let app: Awaited<ReturnType<typeof renderApp>>
  beforeEach(async () => {
    const ids = seededIds()
    desktop = new FakeDesktop({ newId: () => ids.next() })
    desktop.list = list
    desktop.listPreview = {
      created: 60,
      extended: 1,
      people: 2,
      accounts: [
        planned('Halm Dairy', { kind: 'known', matchedBy: 'mail', lines: [1, 5] }),
        planned('Fenn', { sameNameExists: true, lines: [2] }),
        ...Array.from({ length: 59 }, (_, index) => planned(`Buyer ${index}`, { lines: [index + 6] })),
      ],
      problems: [
        { line: 3, problem: 'nameMissing', value: '' },
        { line: 4, problem: 'mailNotValid', value: 'ada at fenn' },
      ],
      problemCount: 2,
    }
    app = await renderApp(desktop, { kind: 'accounts' })
  })
  afterEach(() => app.close())

  const dialog = async (title: string | RegExp) => within(await screen.findByRole('dialog', { name: title }))
  const press = async (name: string | RegExp): Promise<void> => app.user.click(await screen.findByRole('button', { name }))
  const lastInput = (name: string): unknown => desktop.calls.findLast((call) => call.name === name)?.input

  it('shows what the columns hold, lets it be corrected, and looks at it before anything is changed', async () => {
    await press('Import from CSV')
    const columns = await dialog(/what the columns hold/)
    expect(columns.getByText('customers.csv')).toBeTruthy()
    expect(columns.getByText('Halm Dairy · Fenn')).toBeTruthy()
    expect(columns.getByText(/every name becomes a new account/)).toBeTruthy()
    await app.user.selectOptions(columns.getByLabelText('What “Website” holds'), 'Account: web domain')
    await app.user.selectOptions(columns.getByLabelText('What “Who” holds'), 'Person: name')
    expect(columns.queryByText(/every name becomes a new account/)).toBeNull()
    await press('See what would change')
    const look = await dialog(/what would change/)
    expect(lastInput('intake.preview')).toEqual({ list: 'list-1', mapping: { ...noMapping, name: 0, domain: 1, personName: 2 } })
    expect(look.getByText('60 accounts are new.')).toBeTruthy()
    expect(look.getByText('Left out: it has no name of an account.').parentElement?.textContent).toContain('Line 3')
    expect(look.getByText(/“ada at fenn” is no mail address/)).toBeTruthy()
    expect(look.getByText('Already here, by a mail address')).toBeTruthy()
    expect(look.getByText('New, though an account of this name exists')).toBeTruthy()
    expect(look.queryByText('Buyer 58')).toBeNull()
    await app.user.click(look.getByRole('button', { name: 'Show 11 more' }))
    expect(look.getByText('Buyer 58')).toBeTruthy()
    expect(desktop.calls.some((call) => call.name === 'intake.take')).toBe(false)
  })

  it('asks for the one column without which nothing can be taken in', async () => {
    await press('Import from CSV')
    const columns = await dialog(/what the columns hold/)
    await app.user.selectOptions(columns.getByLabelText('What “Company” holds'), 'Not taken in')
    expect(columns.getByText(/Say which column holds the name of the account/)).toBeTruthy()
    expect(columns.getByRole('button', { name: 'See what would change' })).toHaveProperty('disabled', true)
    await app.user.selectOptions(columns.getByLabelText('What “Company” holds'), 'Account: name')
    await app.user.selectOptions(columns.getByLabelText('What “Website” holds'), 'Account: name')
    expect(columns.getByLabelText('What “Company” holds')).toHaveProperty('value', '')
  })

  it('takes it in, says what came, and takes it back as one step', async () => {
    await press('Import from CSV')
    await press('See what would change')
    await press('Import 61 accounts')
    const done = await dialog('Import finished')
    expect(done.getByRole('status').textContent).toBe('Imported: 60 new accounts, 1 known account completed and 2 people.')
    expect(screen.getByRole('table', { name: 'Accounts' }).getAttribute('aria-rowcount')).toBe('61')
    await app.user.click(done.getByRole('button', { name: 'Undo the import' }))
    await dialog('The import was undone')
    await press('Done')
    expect(app.messages()).toBe('')
  })

  it('goes on while the member works, tells how far it is, and offers to undo when it is over', async () => {
    let finish = (): void => undefined
    desktop.beforeTake = () => new Promise((resolve) => (finish = resolve))
    await press('Import from CSV')
    await press('See what would change')
    await press('Import 61 accounts')
    const taking = await dialog('Importing customers.csv')
    desktop.announce('intake.progress', { done: 12, of: 61 })
    expect(await taking.findByText(/^12 of 61 accounts/)).toBeTruthy()
    await press('Go on working meanwhile')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    finish()
    await waitFor(() => expect(app.messages()).toContain('Imported: 60 new accounts'))
    await press('Undo')
    await waitFor(() => expect(app.messages()).toContain('The import was undone'))
    expect(lastInput('intake.undo')).toMatchObject({ intakeId: expect.any(String) })
  })

  it('says why a file is no list, and why taking it in stopped', async () => {
    desktop.listFailure = { kind: 'notAList', message: 'This file has no line of headings. The first line has to name the columns.' }
    await press('Import from CSV')
    await waitFor(() => expect(app.messages()).toContain('has no line of headings'))
    desktop.listFailure = null
    await press('Choose another file')
    await press('See what would change')
    await dialog(/what would change/)
    desktop.listFailure = { kind: 'diskFull', message: 'The disk is full. Free some space, then try again.' }
    await press('Import 61 accounts')
    const look = await dialog(/what would change/)
    expect((await look.findByRole('alert')).textContent).toContain('The disk is full')
  })
})
