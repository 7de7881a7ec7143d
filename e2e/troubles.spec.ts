import { once } from 'node:events'
import { mkdir, open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { startCommandLine } from './commandLine'
import { accountOf } from './engineView'
import { expect, test, type Desk } from './fixtures'
import type { Laptop } from './Laptop'
import { founder, goToWork, shared, type Member } from './pages/Team'
import { Window } from './pages/Window'
import { mountSmallDisk, noMountReason } from './rootOnly'

/** A poll of the folder, twice where writing has to pause before. */
const byItself = { timeout: 45_000 }

test.describe('joining', () => {
  for (const { what, spoil, says } of [
    { what: 'a folder with something else in it', spoil: (folder: string) => writeFile(join(folder, 'holiday.jpg'), 'x'), says: /There is no team in .* yet\. Choose the folder of your team/ },
    { what: 'a folder that vanished after it was chosen', spoil: (folder: string) => rm(folder, { recursive: true }), says: /is not there\. Connect the drive or choose another folder/ },
    { what: 'a team folder of a newer Plumbline', spoil: (folder: string) => writeSpace(folder, '{"format":2}'), says: /was written by a newer Plumbline \(format 2\)\. Update Plumbline/ },
    { what: 'a team folder that cannot be read', spoil: (folder: string) => writeSpace(folder, 'not JSON'), says: /space\.json.*is damaged\. If the folder is still being copied, wait and try again/ },
  ]) {
    test(`${what} says what it is and what to do, and the first screen stays`, async ({ desk, laptop }) => {
      const folder = await desk.folder('team')
      const window = new Window(laptop)
      await laptop.answerFolderDialog(folder)
      await window.button('Choose the folder').click()
      const dialog = window.dialog('Join a team folder')
      await dialog.getByLabel('Your name').fill('Dana Ruiz')
      await dialog.getByRole('button', { name: 'Choose folder' }).click()
      await expect(dialog.getByText(folder, { exact: true })).toBeVisible()
      await spoil(folder)
      const before = await filesIn(folder)
      await dialog.getByRole('button', { name: 'Join', exact: true }).click()
      const problem = laptop.page.getByRole('alert')
      await expect(problem).toContainText(says)
      await expect(problem).toContainText(folder)
      await expect(window.button('Start empty')).toBeEnabled()
      expect(await filesIn(folder)).toEqual(before)
    })
  }
})

test.describe('sharing', () => {
  test('into the folder of another team, of the account files or of the app is refused by name, and changes nothing there', async ({ desk }) => {
    const folder = await desk.folder('team')
    const kim = await founder(desk, folder, 'Kim Berg')
    const laptop = await desk.laptop('Dana Ruiz')
    const window = new Window(laptop)
    await window.startEmpty('Team South', 'Dana Ruiz')
    await window.createAccount('Contoso')
    await window.goToSettings()
    const own = join(laptop.documents, 'Plumbline', 'team-south')
    for (const { chosen, says } of [
      { chosen: folder, says: /already belongs to the team "Team North"/ },
      { chosen: own, says: /account files/ },
      { chosen: laptop.userData, says: /Plumbline's own folder/ },
    ]) {
      const ofTeam = join(chosen, 'plumbline-v1')
      const before = await filesIn(ofTeam)
      await laptop.answerFolderDialog(chosen)
      await window.button('Choose an empty folder').click()
      const problem = laptop.page.getByRole('alert')
      await expect(problem).toContainText(says)
      await expect(problem).toContainText(chosen)
      expect(await filesIn(ofTeam)).toEqual(before)
    }
    await expect(window.status).not.toContainText('In the team folder')
    await expect(kim.window.status).toContainText('In the team folder')
  })
})

/** What can happen to a folder that a team already uses. `spoil` answers how it is put right again. */
const spoiledFolders: readonly { readonly what: string; readonly spoil: (folder: string) => Promise<() => Promise<void>>; readonly says: RegExp }[] = [
  { what: 'is from a newer Plumbline', spoil: (folder) => replaceSpace(folder, (text) => text.replace('"format":1', '"format":2')), says: /was written by a newer Plumbline \(format 2\)\. Your work is saved on this laptop\. Update Plumbline to go on/ },
  { what: 'holds an unreadable file of the team', spoil: (folder) => replaceSpace(folder, (text) => text.slice(0, 20)), says: /space\.json in the team folder .* is damaged\. Your work is saved on this laptop/ },
  { what: 'has become the folder of another team', spoil: (folder) => replaceTeam(folder), says: /now belongs to another team \(Team South\)\. Your work is saved on this laptop/ },
  { what: 'was emptied', spoil: (folder) => moveInside(folder), says: /The files of your team are gone from .*\. Your work is saved on this laptop/ },
]

test.describe('a team folder', () => {
  for (const { what, spoil, says } of spoiledFolders) {
    test(`that ${what} is named with the next step; work goes on, and travels when it is put right`, async ({ desk }) => {
      const folder = await desk.folder('team')
      const kim = await founder(desk, folder, 'Kim Berg')
      const putRight = await spoil(folder)
      await workThroughTrouble(desk, kim, folder, says, putRight)
    })
  }

  test('that is read-only is named with the next step; work goes on, and travels when it can be written again', async ({ desk }) => {
    test.skip(noMountReason !== null, noMountReason ?? '')
    const folder = await desk.folder('team')
    const disk = mountSmallDisk(folder, 4)
    try {
      const kim = await founder(desk, folder, 'Kim Berg')
      disk.setReadOnly(true)
      await workThroughTrouble(desk, kim, folder, /is read-only\. Your work is saved on this laptop\. Ask whoever looks after the folder/, async () => disk.setReadOnly(false))
    } finally {
      disk.remove()
    }
  })

  test('that turned into a file is no folder; work goes on, and travels when the folder is back', async ({ desk }) => {
    const folder = await desk.folder('team')
    const kim = await founder(desk, folder, 'Kim Berg')
    await rename(folder, `${folder} away`)
    await writeFile(folder, 'x')
    await kim.comparison.fill(shared.criterion, shared.option, '9')
    await expect(kim.window.status).toContainText(/Offline|Needs you/, byItself)
    await kim.window.goToSettings()
    await expect(kim.laptop.page.getByRole('alert')).toContainText(folder)
    await rm(folder)
    await rename(`${folder} away`, folder)
    await expect(kim.window.status).toContainText('In the team folder', byItself)
    await expectToBeShared(desk, folder)
  })

  test('that is gone for good can be left, and an empty one takes its place with everything in it', async ({ desk }) => {
    const folder = await desk.folder('team')
    const kim = await founder(desk, folder, 'Kim Berg')
    await rm(folder, { recursive: true })
    await kim.comparison.fill(shared.criterion, shared.option, '9')
    await expect(kim.window.status).toContainText('Offline', byItself)
    await kim.window.goToSettings()
    await kim.window.button('Stop using this folder').click()
    await kim.window.button('Stop using it').click()
    const other = await desk.folder('other')
    await kim.window.publish(other)
    await expectToBeShared(desk, other)
  })
})

test.describe('a workspace', () => {
  test('that was written by a newer Plumbline is left as it is, and opens with everything once it is put back', async ({ desk }) => {
    const first = await desk.laptop('laptop')
    const window = new Window(first)
    await window.startEmpty(shared.workspace, 'Kim Berg')
    await window.createAccount(shared.account)
    await window.isSaved()
    await first.quit()
    const file = await workspaceFile(first)
    const text = await readFile(file, 'utf8')
    await writeFile(file, '{"format":99}')

    const second = await desk.laptop('laptop')
    await expect(second.page.getByRole('alert')).toContainText(/was written by a newer Plumbline \(format 99; this one knows 1\)\. Nothing was changed\. Update Plumbline/)
    expect(await readFile(file, 'utf8')).toBe('{"format":99}')
    await writeFile(file, text)
    await second.quit()
    const third = new Window(await desk.laptop('laptop'))
    await third.goToAccounts()
    await third.openAccount(shared.account)
  })

  test('that the command line works on is named with its process, and opens from the first screen once that has ended', async ({ desk }) => {
    const first = await desk.laptop('laptop')
    const window = new Window(first)
    await window.startEmpty(shared.workspace, 'Kim Berg')
    await window.createAccount(shared.account)
    const { accountId } = await accountOf(first, shared.account)
    await first.quit()
    const command = startCommandLine(first, 'apply', accountId)
    command.stdin.write('{"editId":"aaaaaaaaaaaaaaaaaaaaaaaaaa","edits":[{"kind":"set","at":"profile","field":"industry","value":"Logistics"}]}\n')
    await once(command.stdout, 'data')

    const second = await desk.laptop('laptop')
    const problem = second.page.getByRole('alert')
    await expect(problem).toContainText(`Plumbline is open on this workspace (process ${command.pid})`)
    command.stdin.end()
    await once(command, 'close')
    await second.page.getByRole('button', { name: `Open ${shared.workspace}` }).click()
    const again = new Window(second)
    await again.goToAccounts()
    await again.openAccount(shared.account)
    await expect(second.page.getByLabel('Industry')).toHaveValue('Logistics')
    await expect(problem).toBeHidden()
  })

  test('on a full disk says that nothing more is saved, keeps what is typed, and saves it once there is room', async ({ desk }) => {
    test.skip(noMountReason !== null, noMountReason ?? '')
    const userData = await desk.folder(join('laptop', 'user-data'))
    const disk = mountSmallDisk(userData, 24)
    try {
      const first = await desk.laptop('laptop')
      const window = new Window(first)
      await window.startEmpty(shared.workspace, 'Kim Berg')
      await window.createAccount(shared.account)
      await window.isSaved()
      await fillUp(join(userData, 'filler'))
      const notes = first.page.getByLabel('Notes on this account')
      await notes.fill(`${'They need the answer before the summer. '.repeat(400)}The end.`)
      await expect(window.status.getByRole('status')).toHaveText('Not saved: the disk is full. Free some space and try again.')
      await expect(notes).toHaveValue(/The end\.$/)
      await rm(join(userData, 'filler'))
      await window.button('Try again').click()
      await window.isSaved()
      await first.quit()
      const second = await desk.laptop('laptop')
      const again = new Window(second)
      await again.goToAccounts()
      await again.openAccount(shared.account)
      await expect(second.page.getByLabel('Notes on this account')).toHaveValue(/The end\.$/)
      await second.quit()
    } finally {
      disk.remove()
    }
  })
})

/** Edits while the folder is in trouble, reads what the page of the exchange says of it, puts it right, and looks for the edit at a colleague's. */
async function workThroughTrouble(desk: Desk, kim: Member, folder: string, says: RegExp, putRight: () => Promise<void>): Promise<void> {
  const { window, comparison, laptop } = kim
  await comparison.fill(shared.criterion, shared.option, '9')
  await window.isSaved()
  await window.command('Sync now')
  await window.status.getByRole('button', { name: 'Needs you (1)' }).click()
  await expect(window.heading('Exchange with the team')).toBeVisible()
  const problem = laptop.page.getByRole('alert')
  await expect(problem).toContainText(says)
  await expect(problem).toContainText(folder)
  await goToWork(window)
  await comparison.fill(shared.criterion, 'Stay as is', '16')
  await window.isSaved()
  await putRight()
  await window.command('Sync now')
  await expect(window.status).toContainText('In the team folder')
  await expectToBeShared(desk, folder)
}

/** A new colleague finds everything in the folder. */
async function expectToBeShared(desk: Desk, folder: string): Promise<void> {
  const laptop = await desk.laptop('Dana Ruiz')
  const window = new Window(laptop)
  await window.joinTeam(folder, 'Dana Ruiz')
  const comparison = await goToWork(window)
  await expect(comparison.cell(shared.criterion, shared.option)).toHaveAccessibleName(/: 9 weeks/)
}

async function writeSpace(folder: string, text: string): Promise<void> {
  const space = join(folder, 'plumbline-v1', 'a'.repeat(26))
  await mkdir(space, { recursive: true })
  await writeFile(join(space, 'space.json'), text)
}

async function spaceFile(folder: string): Promise<string> {
  const [spaceId = ''] = await readdir(join(folder, 'plumbline-v1'))
  return join(folder, 'plumbline-v1', spaceId, 'space.json')
}

async function replaceSpace(folder: string, change: (text: string) => string): Promise<() => Promise<void>> {
  const file = await spaceFile(folder)
  const text = await readFile(file, 'utf8')
  await writeFile(file, change(text))
  return () => writeFile(file, text)
}

async function replaceTeam(folder: string): Promise<() => Promise<void>> {
  const text = await readFile(await spaceFile(folder), 'utf8')
  await rename(join(folder, 'plumbline-v1'), join(folder, 'put away'))
  const otherId = 'b'.repeat(26)
  const other = join(folder, 'plumbline-v1', otherId)
  await mkdir(other, { recursive: true })
  await writeFile(join(other, 'space.json'), JSON.stringify({ ...(JSON.parse(text) as object), spaceId: otherId, name: 'Team South' }))
  return async () => {
    await rm(join(folder, 'plumbline-v1'), { recursive: true })
    await rename(join(folder, 'put away'), join(folder, 'plumbline-v1'))
  }
}

async function moveInside(folder: string): Promise<() => Promise<void>> {
  await rename(join(folder, 'plumbline-v1'), join(folder, 'put away'))
  return () => rename(join(folder, 'put away'), join(folder, 'plumbline-v1'))
}

async function workspaceFile(laptop: Laptop): Promise<string> {
  const [workspaceId = ''] = await readdir(join(laptop.userData, 'workspaces'))
  return join(laptop.userData, 'workspaces', workspaceId, 'workspace.json')
}

/** Names of everything below a folder; null where it is not there. */
async function filesIn(folder: string): Promise<readonly string[] | null> {
  return (await readdir(folder, { recursive: true }).catch(() => null))?.sort() ?? null
}

/** Takes all the room that is left. */
async function fillUp(path: string): Promise<void> {
  const file = await open(path, 'w')
  const block = Buffer.alloc(4096, 'x')
  try {
    for (;;) await file.write(block)
  } catch {
    // Full: that is what was wanted.
  } finally {
    await file.close()
  }
}
