import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expectAccessible } from './accessible'
import { expect, test, type Desk } from './fixtures'
import { valueOf } from './invoke'
import type { Laptop } from './Laptop'
import { Window } from './pages/Window'

/** A poll of the folder and a pause in the writing. */
const byItself = { timeout: 45_000 }

async function founder(desk: Desk, folder: string, workspace: string, member: string): Promise<{ readonly laptop: Laptop; readonly window: Window }> {
  const laptop = await desk.laptop(member)
  const window = new Window(laptop)
  await window.startEmpty(workspace, member)
  await window.publish(folder)
  return { laptop, window }
}

test('what was written a moment before quitting is with the team, and the status bar tells who has it', async ({ desk }) => {
  test.setTimeout(150_000)
  const folder = await desk.folder('team')
  const kim = await founder(desk, folder, 'Team North', 'Kim Berg')
  valueOf(await kim.laptop.invoke('account.create', { name: 'Fabrikam' }))
  expect(await kim.laptop.quit()).toBe(0)

  const dana = new Window(await desk.laptop('Dana Ruiz'))
  await dana.joinTeam(folder, 'Dana Ruiz')
  await expect(dana.button('Accounts')).toBeVisible()
  await dana.goToAccounts()
  await expect(dana.button('Fabrikam')).toBeVisible(byItself)
  await expect(dana.status).toContainText('In the team folder')

  const again = new Window(await desk.laptop('Kim Berg'))
  await expect(again.status).toContainText('1 of 1 colleague has it', byItself)
})

test('a folder with two teams asks which one is meant', async ({ desk }) => {
  test.setTimeout(150_000)
  const [folder, elsewhere] = [await desk.folder('team'), await desk.folder('elsewhere')]
  await founder(desk, folder, 'Team North', 'Kim Berg')
  await founder(desk, elsewhere, 'Team South', 'Lee Moss')
  const [spaceId = ''] = await readdir(join(elsewhere, 'plumbline-v1'))
  await mkdir(join(folder, 'plumbline-v1', spaceId))
  await writeFile(join(folder, 'plumbline-v1', spaceId, 'space.json'), await readFile(join(elsewhere, 'plumbline-v1', spaceId, 'space.json')))

  const dana = new Window(await desk.laptop('Dana Ruiz'))
  await dana.joinTeam(folder, 'Dana Ruiz')
  const dialog = dana.dialog('Join a team folder')
  await expect(dialog.getByRole('radiogroup', { name: 'This folder holds 2 teams. Which is yours?' })).toBeVisible()
  await expectAccessible(dana.page, 'choosing one of several teams')
  await dialog.getByRole('radio', { name: 'Team North' }).check()
  await dialog.getByRole('button', { name: 'Join', exact: true }).click()
  await expect(dialog).toBeHidden()
  await expect(dana.status).toContainText('In the team folder', byItself)
})
