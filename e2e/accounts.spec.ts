import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expectAccessible, expectNothingCutOff } from './accessible'
import { expect, test as base } from './fixtures'
import { Accounts } from './pages/Accounts'
import { fleet, Window } from './pages/Window'

interface Opened {
  readonly window: Window
  readonly accounts: Accounts
}

const test = base.extend<Opened>({
  window: async ({ laptop }, use) => {
    const window = new Window(laptop)
    await window.resize(1280, 800)
    await use(window)
  },
  accounts: async ({ page }, use) => use(new Accounts(page)),
})

const customers = [
  'Company;Website;Contact;Email;Branch',
  'Halm Dairy;https://www.halm.example/;Bo Lind;bo@halm.example;Cheese',
  'Halm Dairy;;Uta Brandt;uta@halm.example;',
  'Fenn & Söhne;fenn.example;Ada Fenn;ada at fenn;Reed',
  ';;Nobody;;',
].join('\r\n')

test('a list of another program comes in after a look at it, a second time brings nothing new, and all of it is one step back', async ({ laptop, desk, window, accounts, page }) => {
  await window.startEmpty('Own practice', 'Kim Berg')
  await window.createAccount('Old Mill')
  await window.goToAccounts()
  const path = join(desk.root, 'customers.csv')
  // As spreadsheets of Windows write it.
  await writeFile(path, Buffer.from(customers, 'latin1'))
  await laptop.answerFileDialog(null)
  await window.button('Import from CSV').click()
  await expect(page.getByRole('dialog')).toBeHidden()

  await laptop.answerFileDialog(path)
  await window.button('Import from CSV').click()
  const columns = window.dialog('Import from CSV: what the columns hold')
  await expect(columns.getByLabel('What “Company” holds')).toHaveValue('name')
  await expect(columns.getByLabel('What “Email” holds')).toHaveValue('personMail')
  await expectAccessible(page, 'columns of a list')
  await columns.getByRole('button', { name: 'See what would change' }).click()
  const look = window.dialog('Import from CSV: what would change')
  await expect(look).toContainText('2 accounts are new.')
  await expect(look).toContainText('“ada at fenn” is no mail address')
  await expect(look.getByRole('listitem').filter({ hasText: 'Left out' })).toContainText('Line 4')
  await expectAccessible(page, 'what a list would change')
  await look.getByRole('button', { name: 'Import 2 accounts' }).click()
  const done = window.dialog('Import finished')
  await expect(done).toContainText('Imported: 2 new accounts and 3 people.')
  await done.getByRole('button', { name: 'Done' }).click()
  await expect(accounts.row('Fenn & Söhne')).toBeVisible()

  await expect(await accounts.lookAtList()).toContainText('2 accounts are already here')
  await page.keyboard.press('Escape')

  await window.messages.getByRole('button', { name: 'Undo' }).click()
  await expect(window.messages).toContainText('The import was undone')
  await expect(accounts.row('Halm Dairy')).toBeHidden()
  await expect(accounts.row('Old Mill')).toBeVisible()
  await accounts.show('Off the list')
  await accounts.choose('Halm Dairy', 'Bring back')
  await accounts.show('All on the list')
  await window.openAccount('Halm Dairy')
  await expect(page.getByRole('button', { name: 'Edit Uta Brandt' })).toBeVisible()
})

test('an account is parked with a reason, and taken off the list and brought back, by keyboard', async ({ window, accounts, page }) => {
  await window.openSample()
  await expectNothingCutOff(page, 'list of accounts')
  await window.button(fleet.account).focus()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('menu', { name: `Actions for ${fleet.account}` })).toBeVisible()
  await expectAccessible(page, 'menu of an account')
  await page.getByRole('menuitem', { name: 'Park with a reason' }).press('Enter')
  const park = window.dialog('Park this account')
  await park.getByLabel('Why').fill('Budget frozen until spring')
  await park.getByLabel('Why').press('Tab')
  await park.getByRole('button', { name: 'Park', exact: true }).press('Enter')
  await expect(accounts.row(fleet.account)).toContainText('Parked')
  await accounts.choose(fleet.account, 'Take off the list')
  await expect(accounts.row(fleet.account)).toBeHidden()
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: 'Command box' }).fill('Marlind')
  await expect(window.dialog('Command box')).toContainText('nothing in your accounts is called “Marlind”')
  await page.keyboard.press('Escape')
  await window.messages.getByRole('button', { name: 'Undo' }).last().click()
  await expect(accounts.row(fleet.account)).toContainText('Parked')
})

test('the command box finds what is in the accounts in spite of a typing mistake, and goes where it lies', async ({ window, page }) => {
  await window.openSample()
  await page.keyboard.press('Control+k')
  const box = page.getByRole('combobox', { name: 'Command box' })
  await box.fill('brochrue')
  const finding = window.dialog('Command box').getByRole('option', { name: /Finding/ }).first()
  await expect(finding).toContainText(fleet.account)
  await expect(finding.locator('mark').first()).toHaveText(/brochure/i)
  await expectAccessible(page, 'command box with what was found')
  await finding.click()
  await expect(page.getByRole('heading', { name: /What have you already found/ })).toBeVisible()

  await page.keyboard.press('Control+k')
  await box.fill('Runa')
  const here = window.dialog('Command box').getByRole('group', { name: `Found in ${fleet.account}` })
  await expect(here.getByRole('option', { name: /Runa Holvik.*Person/ })).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Account name')).toHaveValue(fleet.account)
})
