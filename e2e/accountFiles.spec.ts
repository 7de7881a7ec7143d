import { spawn } from 'node:child_process'
import { copyFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { SavedFile } from '../shared/ipc/contract'
import { expect, test } from './fixtures'
import { valueOf } from './invoke'
import type { Laptop } from './Laptop'

/** The account file of the first account, copied onto a stick. */
async function onStick(laptop: Laptop, folder: string): Promise<string> {
  valueOf(await laptop.invoke('workspace.openSample', {}))
  const { rows } = valueOf(await laptop.invoke('account.list', {}))
  valueOf(await laptop.invoke('account.showFile', { accountId: rows[0]?.accountId ?? '' }))
  const [shown = ''] = await laptop.handedOut()
  const stick = join(folder, 'from-kim.account')
  await copyFile(shown, stick)
  return stick
}

/** What a page gets for a file that a person dropped on it or chose in it. */
async function fileFor(laptop: Laptop, path: string): Promise<SavedFile | null> {
  await laptop.page.evaluate(() => document.body.append(Object.assign(document.createElement('input'), { type: 'file', id: 'dropped' })))
  await laptop.page.setInputFiles('#dropped', path)
  return laptop.page.evaluate(async () => {
    const input = document.querySelector<HTMLInputElement>('#dropped')
    const file = input?.files?.[0]
    input?.remove()
    return file ? window.desktop.fileFor(file) : null
  })
}

test('a file dropped on the window is looked into and taken in on another laptop, and the page never learns its path', async ({ desk }) => {
  const stickFolder = await desk.folder('stick')
  const kim = await desk.laptop('kim')
  const stick = await onStick(kim, stickFolder)
  const lee = await desk.laptop('lee')
  valueOf(await lee.invoke('workspace.create', { name: 'Team South', memberName: 'Lee' }))
  const file = await fileFor(lee, stick)
  expect(file).toMatchObject({ name: 'from-kim.account' })
  expect(file?.token).not.toContain(stickFolder)
  const preview = valueOf(await lee.invoke('account.inspectFile', { file: file?.token ?? '' }))
  expect(preview).toMatchObject({ kind: 'new', isOfThisWorkspace: false })
  expect(valueOf(await lee.invoke('account.mergeFile', { file: preview.file.token, sha256: preview.sha256 }))).toMatchObject({ isNew: true, accountId: preview.accountId })
  await expect.poll(async () => valueOf(await lee.invoke('account.list', {})).rows.map(({ name }) => name)).toEqual([preview.name])
  expect(valueOf(await lee.invoke('account.history', { accountId: preview.accountId, before: null, limit: 20 })).rows.length).toBeGreaterThan(0)
})

test('nothing but a real file gets a token', async ({ laptop }) => {
  const madeUp = await laptop.page.evaluate(async () => [await window.desktop.fileFor(new File(['x'], '/etc/passwd')), await window.desktop.fileFor({ name: '/etc/passwd', path: '/etc/passwd' })])
  expect(madeUp).toEqual([null, null])
})

test('a file opened in the file manager while the app runs is announced to the window', async ({ desk }) => {
  const stickFolder = await desk.folder('stick')
  const laptop = await desk.laptop('kim', { opensSample: true })
  await expect(laptop.page.getByText('Corrin Vale Water').first()).toBeVisible()
  const other = join(stickFolder, 'damaged.account')
  await writeFile(other, 'no account')
  await laptop.page.evaluate(() => {
    const opened: unknown[] = []
    Object.assign(window, { opened })
    window.desktop.subscribe('file.opened', ({ file }) => void opened.push(file.name))
  })
  const { executablePath, command, environment } = await laptop.secondStart()
  const second = spawn(executablePath, [...command, other], { env: environment, stdio: 'ignore' })
  await new Promise((resolve) => second.once('exit', resolve))
  await expect.poll(() => laptop.page.evaluate(() => (window as unknown as { opened: readonly string[] }).opened)).toEqual(['damaged.account'])
})
