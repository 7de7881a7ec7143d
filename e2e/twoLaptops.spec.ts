import { readdir, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { expectAccessible } from './accessible'
import { accountOf } from './engineView'
import { plumbline } from './commandLine'
import { expect, test } from './fixtures'
import { colleague, exchange, founder, goToWork, shared, type Member } from './pages/Team'

/** A poll of the folder, a pause in the writing, and a poll at the other end. */
const byItself = { timeout: 45_000 }

test('one shares a workspace in the settings, another joins on the first screen, and edits travel both ways by themselves', async ({ desk }) => {
  const folder = await desk.folder('team')
  const kim = await founder(desk, folder, 'Kim Berg')
  const dana = await colleague(desk, folder, 'Dana Ruiz')
  await expect(cell(dana)).toHaveAccessibleName(/: 12 weeks/)

  await dana.comparison.fill(shared.criterion, shared.option, '10')
  await expect(cell(kim)).toHaveAccessibleName(/: 10 weeks/, byItself)
  await kim.comparison.why.getByLabel('Our advice').fill('Start in spring.')
  await expect(dana.comparison.why.getByLabel('Our advice')).toHaveValue('Start in spring.', byItself)
  await expect(dana.window.status).toContainText('In the team folder')
  await expectTheSame(kim, dana)
})

test('two who wrote into the same cell while the folder was away see both values with both names, and one choice settles it for both', async ({ desk }) => {
  test.setTimeout(180_000)
  const folder = await desk.folder('team')
  const kim = await founder(desk, folder, 'Kim Berg')
  const dana = await colleague(desk, folder, 'Dana Ruiz')

  await rename(folder, `${folder} away`)
  await kim.comparison.fill(shared.criterion, shared.option, '9')
  await dana.comparison.fill(shared.criterion, shared.option, '14')
  await kim.comparison.fill(shared.criterion, 'Stay as is', '16')
  await dana.comparison.setPoints(shared.criterion, 80)
  for (const { window } of [kim, dana]) {
    await window.isSaved()
    await expect(window.status).toContainText(/Offline · [1-9]\d* changes? waits?/, byItself)
  }
  await rename(`${folder} away`, folder)
  for (const member of [kim, dana, kim]) await exchange(member)
  await expectTheSame(kim, dana)
  for (const { comparison } of [kim, dana]) {
    await expect(comparison.cell(shared.criterion, 'Stay as is')).toHaveAccessibleName(/: 16 weeks/)
    await expect(comparison.slider(shared.criterion)).toHaveValue('80')
  }

  for (const { window, laptop } of [kim, dana]) {
    await window.status.getByRole('button', { name: 'Needs you (1)' }).click()
    const card = laptop.page.getByRole('region', { name: 'Two colleagues wrote different things' })
    for (const words of [/9 weeks.*Kim Berg/, /14 weeks.*Dana Ruiz/]) await expect(card.getByRole('listitem').filter({ hasText: words }).first()).toBeVisible()
  }
  await expectAccessible(dana.laptop.page, 'account with a conflict')
  await dana.laptop.page.getByRole('button', { name: /^Keep .*9 weeks/ }).click()
  for (const member of [dana, kim]) await exchange(member)
  for (const member of [kim, dana]) {
    await expect(member.laptop.page.getByRole('region', { name: 'Two colleagues wrote different things' })).toBeHidden()
    await expect(member.window.status).toContainText('In the team folder')
    await goToWork(member.window)
    await expect(cell(member)).toHaveAccessibleName(/: 9 weeks/)
  }
  await expectTheSame(kim, dana)
})

test('the command line joins the same folder, sees the accounts, and what it adds reaches the window', async ({ desk }) => {
  const folder = await desk.folder('team')
  const kim = await founder(desk, folder, 'Kim Berg')
  const home = { userData: join(desk.root, 'server', 'user-data'), documents: await desk.folder('server-documents') }

  expect(await plumbline(home, 'init', '--team-folder', folder)).toMatchObject({ code: 0, lines: [{ name: shared.workspace, teamFolder: folder }] })
  expect(await plumbline(home, 'sync', '--once')).toMatchObject({ code: 0 })
  expect(await plumbline(home, 'accounts', 'list')).toMatchObject({ code: 0, lines: [{ name: shared.account, comparisons: 1 }] })
  expect(await plumbline(home, 'accounts', 'create', 'Contoso')).toMatchObject({ code: 0 })
  expect(await plumbline(home, 'sync', '--once')).toMatchObject({ code: 0 })

  await exchange(kim)
  await kim.window.goToAccounts()
  await expect(kim.window.button('Contoso')).toBeVisible()
})

test('the command line leaves a workspace alone that the app has open, and says which process has it', async ({ desk }) => {
  const kim = await founder(desk, await desk.folder('team'), 'Kim Berg')
  const { laptop } = kim
  const [workspaceId = ''] = await readdir(join(laptop.userData, 'workspaces'))
  for (const words of [['accounts', 'list'], ['accounts', 'create', 'Contoso'], ['--vault', join(laptop.userData, 'workspaces', workspaceId), 'verify']]) {
    const refused = await plumbline(laptop, ...words)
    expect(refused).toMatchObject({ code: 2, lines: [] })
    expect(refused.said).toContain(`Plumbline is open on this workspace (process ${laptop.app.process().pid})`)
  }
  await kim.comparison.fill(shared.criterion, shared.option, '11')
  await kim.window.isSaved()
  await laptop.quit()
  expect(await plumbline(laptop, 'verify')).toMatchObject({ code: 0 })
})

function cell({ comparison }: Member) {
  return comparison.cell(shared.criterion, shared.option)
}

/** Both laptops come to hold the same, to the last field. */
async function expectTheSame(...[one, other]: readonly [Member, Member]): Promise<void> {
  const snapshot = async ({ laptop }: Member) => (await accountOf(laptop, shared.account)).snapshot
  await expect(async () => expect(await snapshot(one)).toEqual(await snapshot(other))).toPass({ timeout: 20_000 })
}
