import { spawnSync } from 'node:child_process'
import { cp, mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { expect, test, type Desk } from './fixtures'
import { valueOf } from './invoke'

test('a workspace that another Plumbline has open is named with the next step, and opens once that one is closed', async ({ desk }) => {
  const first = await desk.laptop('first')
  const { workspaceId } = valueOf(await first.invoke('workspace.create', { name: 'Team North', memberName: 'Kim' }))
  const second = join(desk.root, 'second', 'user-data')
  await mkdir(second, { recursive: true })
  await symlink(join(first.userData, 'workspaces'), join(second, 'workspaces'))
  await cp(join(first.userData, 'workspaces.json'), join(second, 'workspaces.json'))
  const other = await desk.laptop('second')
  await expect(other.page.getByRole('alert')).toContainText(/Plumbline is open on this workspace \(process \d+\)\. Close it there/)
  await first.quit()
  valueOf(await other.invoke('workspace.open', { workspaceId }))
  await expect(other.page.getByRole('heading', { name: /^Today/, level: 1 })).toBeVisible()
})

for (const { what, file, content, says } of [
  { what: 'written by a newer Plumbline', file: 'workspace.json', content: '{"format":99}', says: /written by a newer Plumbline.*Update Plumbline/ },
  { what: 'damaged', file: 'workspace.json', content: 'no JSON', says: /is damaged: workspace\.json.*Nothing was changed\. Put that file back from a backup/ },
]) {
  test(`a workspace that is ${what} is left alone, and the window says what to do`, async ({ desk }) => {
    const folder = await workspaceOf(desk)
    await writeFile(join(folder, file), content)
    const laptop = await desk.laptop('laptop')
    await expect(laptop.page.getByRole('alert')).toContainText(says)
    expect(await readFile(join(folder, file), 'utf8')).toBe(content)
  })
}

test('a workspace on a disk that became read-only is named, and opens when the disk takes writes again', async ({ desk }) => {
  test.skip(process.platform !== 'linux' || process.getuid?.() !== 0, 'needs the right to mount')
  const folder = await workspaceOf(desk)
  run('mount', '--bind', folder, folder)
  try {
    run('mount', '-o', 'remount,ro,bind', folder)
    const laptop = await desk.laptop('laptop')
    await expect(laptop.page.getByRole('alert')).toContainText(/is read-only\. Make it writable/)
    run('mount', '-o', 'remount,rw,bind', folder)
    valueOf(await laptop.invoke('workspace.open', { workspaceId: basename(folder) }))
    await laptop.quit()
  } finally {
    run('umount', '--lazy', folder)
  }
})

test('a laptop that forgot its last workspace still lists it', async ({ desk }) => {
  await workspaceOf(desk)
  await writeFile(join(desk.root, 'laptop', 'user-data', 'workspaces.json'), 'no JSON')
  const laptop = await desk.laptop('laptop')
  expect(valueOf(await laptop.invoke('workspace.list', {})).map(({ name }) => name)).toEqual(['Team North'])
})

/** The folder of a workspace that was made and closed on "laptop". */
async function workspaceOf(desk: Desk): Promise<string> {
  const laptop = await desk.laptop('laptop')
  const { workspaceId } = valueOf(await laptop.invoke('workspace.create', { name: 'Team North', memberName: 'Kim' }))
  await laptop.quit()
  const folder = join(laptop.userData, 'workspaces', workspaceId)
  expect(await readdir(folder)).toContain('workspace.json')
  return folder
}

function run(command: string, ...args: readonly string[]): void {
  const { status, stderr } = spawnSync(command, args, { encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
}
