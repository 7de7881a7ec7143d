import type { Desk } from '../fixtures'
import { expect } from '../fixtures'
import { valueOf } from '../invoke'
import type { Laptop } from '../Laptop'
import type { Comparison } from './Comparison'
import { Window } from './Window'

/** One member at one laptop, with the comparison of the team open. */
export interface Member {
  readonly name: string
  readonly laptop: Laptop
  readonly window: Window
  readonly comparison: Comparison
}

/** What the members of the team work on. */
export const shared = { workspace: 'Team North', account: 'Fabrikam', comparison: 'Warehouse 2027', option: 'Acme Suite', criterion: 'Time to go live' } as const

/** Starts a workspace with one comparison and puts it into the folder, all in the window. */
export async function founder(desk: Desk, folder: string, name: string): Promise<Member> {
  const laptop = await desk.laptop(name)
  const window = new Window(laptop)
  await window.resize(1440, 900)
  await window.startEmpty(shared.workspace, name)
  await window.createAccount(shared.account)
  const comparison = await window.createComparison(shared.comparison, 'Which warehouse system from 2027?')
  await addOption(comparison, shared.option)
  await addCriterion(comparison, shared.criterion)
  await comparison.fill(shared.criterion, shared.option, '12')
  await window.isSaved()
  await window.publish(folder)
  await goToWork(window)
  return { name, laptop, window, comparison }
}

/** Joins the team in the folder from the first screen of a new laptop. */
export async function colleague(desk: Desk, folder: string, name: string): Promise<Member> {
  const laptop = await desk.laptop(name)
  const window = new Window(laptop)
  await window.resize(1440, 900)
  await window.joinTeam(folder, name)
  const comparison = await goToWork(window)
  return { name, laptop, window, comparison }
}

export async function goToWork(window: Window): Promise<Comparison> {
  await window.goToAccounts()
  return window.openComparison(shared.account, shared.comparison)
}

/** Carries everything there is, to the folder and from it. */
export async function exchange({ window, laptop }: Member): Promise<void> {
  await window.command('Sync now')
  // Answered when the round that was just asked for is over, and one more.
  valueOf(await laptop.invoke('sync.now', {}))
}

async function addOption(comparison: Comparison, name: string): Promise<void> {
  await comparison.page.getByRole('button', { name: 'Option', exact: true }).click()
  const dialog = comparison.page.getByRole('dialog', { name: 'New option' })
  await dialog.getByLabel('Name').fill(name)
  await dialog.getByRole('button', { name: 'Add option' }).click()
  await expect(comparison.optionHead(name)).toBeVisible()
}

async function addCriterion(comparison: Comparison, name: string): Promise<void> {
  await comparison.page.getByRole('button', { name: 'Criterion', exact: true }).click()
  const dialog = comparison.page.getByRole('dialog', { name: 'New criterion' })
  await dialog.getByLabel('Name').fill(name)
  await dialog.getByLabel('Unit').fill('weeks')
  await dialog.getByLabel('Worst').fill('16')
  await dialog.getByLabel('Best').fill('8')
  await dialog.getByRole('button', { name: 'Add criterion' }).click()
  await expect(comparison.criterionHead(name)).toBeVisible()
}
