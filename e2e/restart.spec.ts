import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Account } from '../shared/domain/account/Account'
import { accountOf } from './engineView'
import { expect, test } from './fixtures'
import type { Laptop } from './Laptop'
import { Comparison } from './pages/Comparison'
import { fleet, Window } from './pages/Window'
import { readAccountFile } from './readAccountFile'
import { keepWriting, whatWasCalledSaved } from './writing'

/** The sample on a laptop of that name, with the fleet account open. */
async function openFleet(laptop: Laptop): Promise<Window> {
  const window = new Window(laptop)
  await window.resize(1440, 900)
  await window.openSample()
  await window.openAccount(fleet.account)
  return window
}

async function openAgain(laptop: Laptop): Promise<Window> {
  const window = new Window(laptop)
  await window.resize(1440, 900)
  await window.openAccount(fleet.account)
  return window
}

test('after quitting and starting again everything is as it was: the table, the weights, the theme', async ({ desk }) => {
  const before = await desk.laptop('laptop')
  const window = await openFleet(before)
  await window.button(fleet.comparison).click()
  const comparison = new Comparison(before.page)
  await comparison.fill('WLTP range', 'Polestar 2', '520–560')
  await comparison.setPoints('Wheelbase', 70)
  await comparison.cell('Heat pump', 'Tesla Model 3').focus()
  await before.page.keyboard.press('m')
  await comparison.why.getByLabel('Our advice').fill('Drive both for a week.')
  await expect(comparison.weights).toContainText('Trial: 1 weight differs')
  await expect(comparison.answer).toContainText('plausible cases')
  await window.isSaved()
  const shown = await comparison.asRead()
  const { snapshot } = await accountOf(before, fleet.account)
  await window.goToSettings()
  await before.page.getByRole('radio', { name: 'Dark' }).check()
  await expect(before.page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark')
  expect(await before.quit()).toBe(0)

  const after = await desk.laptop('laptop')
  const again = await openAgain(after)
  await expect(after.page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark')
  await again.button(fleet.comparison).click()
  const same = new Comparison(after.page)
  await expect(same.slider('Wheelbase')).toHaveValue('70')
  await expect.poll(() => same.asRead()).toBe(shown)
  expect((await accountOf(after, fleet.account)).snapshot).toEqual(snapshot)
})

test('a weight stepped by key is kept when the window is closed at once', async ({ desk }) => {
  const before = await desk.laptop('laptop')
  const window = await openFleet(before)
  await window.button(fleet.comparison).click()
  const comparison = new Comparison(before.page)
  await comparison.slider('Wheelbase').focus()
  await before.page.keyboard.press('ArrowRight')
  await expect(comparison.slider('Wheelbase')).toHaveValue('26')
  await before.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
  await before.gone
  const after = await desk.laptop('laptop')
  const again = await openAgain(after)
  await again.button(fleet.comparison).click()
  await expect(new Comparison(after.page).slider('Wheelbase')).toHaveValue('26')
})

test('a power cut while somebody types takes nothing that was called saved, and the account file follows', async ({ desk }) => {
  const before = await desk.laptop('laptop')
  await openFleet(before)
  const { accountId } = await accountOf(before, fleet.account)
  const notes = before.page.getByLabel('Notes on this account')
  await notes.press('Control+End')
  const saved = await whatWasCalledSaved(before.page, 'Notes on this account')
  const writing = await keepWriting(before, accountId)
  for (let sentence = 1; sentence <= 4; sentence += 1) {
    await before.page.keyboard.type(` Sentence ${sentence} about the depot.`)
    await expect.poll(() => saved.at(-1)).toContain(`Sentence ${sentence} about the depot.`)
  }
  await expect.poll(() => writing.acknowledged.length).toBeGreaterThan(20)
  const typing = before.page.keyboard.type(' And a last one that nobody has promised anything about.', { delay: 10 }).catch(() => undefined)
  const count = writing.acknowledged.length
  await expect.poll(() => writing.acknowledged.length).toBeGreaterThan(count)
  await before.kill()
  await typing

  const after = await desk.laptop('laptop')
  await openAgain(after)
  const { snapshot } = await accountOf(after, fleet.account)
  expect(snapshot.profile.notes.startsWith(saved.at(-1) ?? '')).toBe(true)
  await expect(after.page.getByLabel('Notes on this account')).toHaveValue(snapshot.profile.notes)
  expect(writing.acknowledged.filter((id) => snapshot.needs[id] === undefined)).toEqual([])
  expect(writing.refused).toEqual([])
  await expect.poll(() => accountInFile(after, accountId)).toEqual(snapshot)
})

test('a power cut while a cell is edited leaves the values of the table as they were last saved', async ({ desk }) => {
  const before = await desk.laptop('laptop')
  const window = await openFleet(before)
  await window.button(fleet.comparison).click()
  const comparison = new Comparison(before.page)
  await comparison.fill('WLTP range', 'Polestar 2', '533')
  await window.isSaved()
  await comparison.fill('Length', 'Polestar 2', '4,601')
  await window.isSaved()
  await comparison.cell('WLTP range', 'Polestar 2').focus()
  await before.page.keyboard.press('F2')
  await comparison.editor('WLTP range', 'Polestar 2').fill('77')
  await before.kill()

  const after = await desk.laptop('laptop')
  const again = await openAgain(after)
  await again.button(fleet.comparison).click()
  const same = new Comparison(after.page)
  await expect(same.cell('WLTP range', 'Polestar 2')).toHaveAccessibleName(/: 533 km/)
  await expect(same.cell('Length', 'Polestar 2')).toHaveAccessibleName(/: 4,601 mm/)
})

test('when the process of the documents dies the work goes on, and nothing acknowledged is lost', async ({ desk }) => {
  const before = await desk.laptop('laptop')
  const window = await openFleet(before)
  const { accountId } = await accountOf(before, fleet.account)
  const writing = await keepWriting(before, accountId)
  await expect.poll(() => writing.acknowledged.length).toBeGreaterThan(20)
  const died = await documentsProcess(before)
  process.kill(died, 'SIGKILL')
  const count = writing.acknowledged.length
  await expect.poll(() => writing.acknowledged.length).toBeGreaterThan(count + 20)
  expect(await documentsProcess(before)).not.toBe(died)
  await before.page.getByLabel('Notes on this account').press('Control+End')
  await before.page.keyboard.type(' Written after the crash.')
  await window.isSaved()
  await expect(before.page.getByRole('alert')).toBeHidden()
  expect(writing.refused).toEqual([])
  expect(await before.quit()).toBe(0)

  const after = await desk.laptop('laptop')
  await openAgain(after)
  const { snapshot } = await accountOf(after, fleet.account)
  expect(snapshot.profile.notes).toMatch(/ Written after the crash\.$/)
  expect(writing.acknowledged.filter((id) => snapshot.needs[id] === undefined)).toEqual([])
})

function documentsProcess({ app }: Laptop): Promise<number> {
  return app.evaluate(({ app: electron }) => electron.getAppMetrics().find(({ name }) => name === 'Plumbline documents')?.pid ?? 0)
}

/** What stands in the file of an account in the member's own folder; null while it cannot be read. */
async function accountInFile(laptop: Laptop, accountId: string): Promise<Account | null> {
  const files = await readdir(laptop.documents, { recursive: true })
  for (const file of files.filter((name) => name.endsWith('.account'))) {
    const content = readAccountFile(await readFile(join(laptop.documents, file)))
    if (content.accountId === accountId) return content.account
  }
  return null
}
