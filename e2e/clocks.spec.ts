import { clockOff, noFaketimeReason } from './faults/lib/faketime'
import { expect, test, type Desk } from './fixtures'
import { valueOf } from './invoke'
import type { LaptopOptions } from './Laptop'
import { Window } from './pages/Window'

/** A poll of the folder, a pause in the writing, and a poll at the other end. */
const byItself = { timeout: 45_000 }
const aheadWords = /Your team wrote on .* ahead of this laptop's clock\. Set the clock/

test.skip(noFaketimeReason !== null, noFaketimeReason ?? '')

test('a laptop whose clock is more than a year behind says so once, loses nothing, and is quiet when the clock is right', async ({ desk }) => {
  test.setTimeout(180_000)
  const folder = await desk.folder('team')
  const kim = await founder(desk, folder)
  const dana = await joined(desk, folder, { env: clockOff(-400) })
  await expect(dana.button('Made by Kim')).toBeVisible(byItself)
  await expect(dana.status.getByText(aheadWords)).toHaveCount(1, byItself)

  await dana.createAccount('Made by Dana')
  await dana.isSaved()
  for (const window of [dana, kim]) valueOf(await window.laptop.invoke('sync.now', {}))
  await kim.goToAccounts()
  await expect(kim.button('Made by Dana')).toBeVisible(byItself)
  await expect(kim.status).not.toContainText(aheadWords)

  await dana.laptop.quit()
  const right = new Window(await desk.laptop('Dana Ruiz'))
  await right.goToAccounts()
  for (const name of ['Made by Kim', 'Made by Dana']) await expect(right.button(name)).toBeVisible()
  await expect(right.status).not.toContainText(aheadWords)
})

test('a laptop whose clock is a year ahead is told nothing, the others are, and what it writes arrives', async ({ desk }) => {
  test.setTimeout(180_000)
  const folder = await desk.folder('team')
  const kim = await founder(desk, folder)
  const dana = await joined(desk, folder, { env: clockOff(400) })
  await expect(dana.button('Made by Kim')).toBeVisible(byItself)
  await dana.createAccount('Made by Dana')
  await dana.isSaved()
  for (const window of [dana, kim]) valueOf(await window.laptop.invoke('sync.now', {}))
  await expect(kim.status).toContainText(aheadWords, byItself)
  await kim.goToAccounts()
  await expect(kim.button('Made by Dana')).toBeVisible(byItself)
  await expect(dana.status).not.toContainText(aheadWords)
})

async function founder(desk: Desk, folder: string): Promise<Window> {
  const kim = new Window(await desk.laptop('Kim Berg'))
  await kim.resize(1280, 800)
  await kim.startEmpty('Team North', 'Kim Berg')
  await kim.createAccount('Made by Kim')
  await kim.isSaved()
  await kim.publish(folder)
  return kim
}

async function joined(desk: Desk, folder: string, options: LaptopOptions): Promise<Window> {
  const dana = new Window(await desk.laptop('Dana Ruiz', options))
  await dana.resize(1280, 800)
  await dana.joinTeam(folder, 'Dana Ruiz')
  await dana.goToAccounts()
  return dana
}
