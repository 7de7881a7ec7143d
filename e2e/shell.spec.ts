import { spawn } from 'node:child_process'
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from './fixtures'
import { valueOf } from './invoke'
import type { Laptop } from './Laptop'
import { newId } from './newId'

test('the first start shows one window with three ways to begin', async ({ page, app }) => {
  await expect(page.getByRole('heading', { name: 'Plumbline' })).toBeVisible()
  for (const name of ['Open the sample', 'Choose the folder', 'Start empty']) await expect(page.getByRole('button', { name })).toBeVisible()
  const windows = await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((window) => [window.isVisible(), window.getTitle(), window.getMinimumSize()]))
  expect(windows).toEqual([[true, 'Plumbline', [1024, 640]]])
})

test('the sample opens, and is there again after a restart', async ({ desk }) => {
  const first = await desk.laptop('laptop')
  await first.page.getByRole('button', { name: 'Open the sample' }).click()
  await expect(first.page.getByRole('heading', { name: /^Today/, level: 1 })).toBeVisible()
  await expect(first.page.getByText('Corrin Vale Water')).toBeVisible()
  expect(await first.quit()).toBe(0)
  const second = await desk.laptop('laptop')
  await expect(second.page.getByText('Corrin Vale Water')).toBeVisible()
})

test('where it is wanted, the very first start opens the sample without asking', async ({ desk }) => {
  const laptop = await desk.laptop('laptop', { opensSample: true })
  await expect(laptop.page.getByText('Corrin Vale Water')).toBeVisible()
})

test('a second start on the same data brings the window to the front and ends', async ({ laptop, app }) => {
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide())
  const { executablePath, command, environment } = await laptop.secondStart()
  const second = spawn(executablePath, command, { env: environment, stdio: 'ignore' })
  expect(await new Promise((resolve) => second.once('exit', resolve))).toBe(0)
  await expect.poll(() => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((window) => window.isVisible()))).toEqual([true])
})

test('two laptops on one machine do not know of each other', async ({ desk }) => {
  const kim = await desk.laptop('kim', { opensSample: true })
  const dana = await desk.laptop('dana')
  await expect(kim.page.getByText('Corrin Vale Water')).toBeVisible()
  await expect(dana.page.getByRole('button', { name: 'Open the sample' })).toBeVisible()
})

test('theme, name, the switch for single keys and the place of the window outlive a restart', async ({ desk }) => {
  const first = await desk.laptop('laptop')
  valueOf(await first.invoke('settings.change', { theme: 'dark', memberName: 'Kim Ortega', singleKeys: false }))
  expect(await isDark(first)).toBe(true)
  await first.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setBounds({ x: 60, y: 40, width: 1111, height: 707 }))
  await first.quit()
  const second = await desk.laptop('laptop')
  expect(await isDark(second)).toBe(true)
  expect(valueOf(await second.invoke('app.start', {})).settings).toMatchObject({ theme: 'dark', memberName: 'Kim Ortega', singleKeys: false })
  const bounds = await second.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds())
  expect(bounds).toMatchObject({ width: 1111, height: 707 })
})

test('a day is typed with the day first, as the window writes days', async ({ page }) => {
  await page.evaluate(() => {
    const day = Object.assign(document.createElement('input'), { type: 'date', id: 'day' })
    document.body.append(day)
    day.focus()
  })
  await page.keyboard.type('03122026')
  await expect(page.locator('#day')).toHaveValue('2026-12-03')
})

test('damaged settings are put aside and the app starts', async ({ desk }) => {
  const folder = join(desk.root, 'laptop', 'user-data')
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'settings.json'), '{"theme":')
  const laptop = await desk.laptop('laptop')
  await expect(laptop.page.getByRole('button', { name: 'Open the sample' })).toBeVisible()
  expect(await readFile(join(folder, 'settings.json.damaged'), 'utf8')).toBe('{"theme":')
})

for (const { what, end } of [
  { what: 'quitting', end: async (laptop: Laptop) => expect(await laptop.quit()).toBe(0) },
  { what: 'a power cut', end: (laptop: Laptop) => laptop.kill() },
]) {
  test(`${what} while edits stream in loses none that was acknowledged`, async ({ desk }) => {
    const first = await desk.laptop('laptop')
    valueOf(await first.invoke('workspace.create', { name: 'Team North', memberName: 'Kim' }))
    const { accountId } = valueOf(await first.invoke('account.create', { name: 'Fabrikam' }))
    const needIds = Array.from({ length: 2_000 }, newId)
    const acknowledged: string[] = []
    await first.page.exposeFunction('acknowledge', (id: string) => acknowledged.push(id))
    await first.page.evaluate(
      ([account, ids, editIds]) => {
        const { desktop, acknowledge } = window as unknown as { desktop: { invoke: (name: string, input: unknown) => Promise<{ ok: boolean }> }; acknowledge: (id: string) => void }
        void (async () => {
          for (const [index, id] of ids.entries()) {
            const edit = { kind: 'add', in: 'needs', id, fields: { quote: `Need ${index}` }, before: null }
            const answer = await desktop.invoke('account.edit', { accountId: account, editId: editIds[index], edits: [edit] }).catch(() => ({ ok: false }))
            if (answer.ok) acknowledge(id)
          }
        })()
      },
      [accountId, needIds, needIds.map(newId)] as const,
    )
    await expect.poll(() => acknowledged.length).toBeGreaterThan(20)
    await end(first)
    const second = await desk.laptop('laptop')
    const { snapshot } = valueOf(await second.invoke('account.open', { accountId }))
    expect(acknowledged.length).toBeLessThan(needIds.length)
    expect(acknowledged.filter((id) => snapshot.needs[id] === undefined)).toEqual([])
  })
}

test('what was typed last is there after the window was closed at once', async ({ desk }) => {
  const first = await desk.laptop('laptop', { opensSample: true })
  await openAccount(first)
  const notes = first.page.getByRole('textbox', { name: 'Notes on this account' })
  await notes.press('Control+End')
  await first.page.keyboard.type(' Ask Dana about the night shift.')
  await first.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
  await first.gone
  const second = await desk.laptop('laptop')
  await openAccount(second)
  await expect(second.page.getByRole('textbox', { name: 'Notes on this account' })).toHaveValue(/Ask Dana about the night shift\.$/)
})

test('a page that died comes back by itself; one that dies again says so and can be opened again', async ({ laptop, app }) => {
  const place = (): Promise<{ readonly process: number; readonly isLoading: boolean }> =>
    app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents
      return { process: contents?.getOSProcessId() ?? 0, isLoading: contents?.isLoading() ?? true }
    })
  const crash = async (): Promise<void> => {
    const { process: before } = await place()
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer())
    await expect.poll(async () => [0, before].includes((await place()).process)).toBe(false)
    await expect.poll(place).toMatchObject({ isLoading: false })
  }
  const run = (script: string): Promise<unknown> => app.evaluate(({ BrowserWindow }, code) => BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(code) as Promise<unknown>, script)
  const text = (): Promise<unknown> => run('document.body.innerText')
  await crash()
  await expect.poll(text).toContain('Open the sample')
  await crash()
  await expect.poll(text).toContain('Your work is saved on this laptop.')
  await run('document.querySelector("a").click()')
  await expect.poll(text).toContain('Open the sample')
  expect(await laptop.quit()).toBe(0)
})

test('a bug in the main process is said in the window, and noted without its words', async ({ laptop, app, page }) => {
  await app.evaluate(() => {
    setTimeout(() => {
      throw new TypeError('Fabrikam owes nothing')
    })
  })
  await expect(page.getByRole('heading', { name: 'Plumbline met a problem it does not know' })).toBeVisible()
  await expect(page.getByText('start Plumbline again')).toBeVisible()
  expect(await laptop.quit()).toBe(0)
  const log = await readFile(join(laptop.userData, 'logs', 'plumbline.log'), 'utf8')
  expect(log).toContain('"event":"app.bug"')
  expect(log).not.toContain('Fabrikam')
})

test('a new day reaches the page when the laptop wakes up', async ({ page, app }) => {
  await page.evaluate(() => {
    const globals = window as unknown as { days: string[]; desktop: { subscribe(name: string, listener: (payload: { today: string }) => void): void } }
    globals.days = []
    globals.desktop.subscribe('day.changed', ({ today }) => globals.days.push(today))
  })
  await app.evaluate(({ powerMonitor }) => {
    const RealDate = Date
    globalThis.Date = class extends RealDate {
      constructor() {
        super(2031, 4, 6, 7, 8)
      }
    } as DateConstructor
    powerMonitor.emit('resume')
    globalThis.Date = RealDate
  })
  await expect.poll(() => page.evaluate(() => (window as unknown as { days: string[] }).days)).toContain('2031-05-06')
})

test('the menu has no key that throws a screen away, and tells the page what was chosen', async ({ page, app }) => {
  const keys = await app.evaluate(({ Menu }) => {
    const all = (items: readonly Electron.MenuItem[]): readonly Electron.MenuItem[] => items.flatMap((item) => [item, ...all(item.submenu?.items ?? [])])
    return all(Menu.getApplicationMenu()?.items ?? []).map(({ label, role, accelerator }) => ({ label, role: String(role).toLowerCase(), accelerator: String(accelerator) }))
  })
  expect(keys.filter(({ role }) => /reload|zoom|devtools|close/.test(role))).toEqual([])
  expect(keys.filter(({ accelerator }) => /^F5$|\+R$/.test(accelerator))).toEqual([])
  await page.evaluate(() => {
    const globals = window as unknown as { chosen: string[]; desktop: { subscribe(name: string, listener: (payload: { entry: string }) => void): void } }
    globals.chosen = []
    globals.desktop.subscribe('menu.chosen', ({ entry }) => globals.chosen.push(entry))
  })
  await app.evaluate(({ Menu }) => {
    const all = (items: readonly Electron.MenuItem[]): readonly Electron.MenuItem[] => items.flatMap((item) => [item, ...all(item.submenu?.items ?? [])])
    for (const item of all(Menu.getApplicationMenu()?.items ?? [])) if (['Undo', 'Redo', 'Search or run a command', 'Settings…'].includes(item.label)) (item.click as () => void)()
  })
  await expect.poll(() => page.evaluate(() => (window as unknown as { chosen: string[] }).chosen)).toEqual(['settings', 'undo', 'redo', 'palette'])
})

test('an end that takes its time says so, and lets nothing be lost', async ({ desk }) => {
  const laptop = await desk.laptop('laptop')
  valueOf(await laptop.invoke('workspace.create', { name: 'Team North', memberName: 'Kim' }))
  valueOf(await laptop.invoke('account.create', { name: 'Fabrikam' }))
  const documents = await laptop.app.evaluate(({ app }) => app.getAppMetrics().find(({ name }) => name === 'Plumbline documents')?.pid ?? 0)
  process.kill(documents, 'SIGSTOP')
  const finishing = laptop.app.waitForEvent('window')
  const gone = laptop.quit()
  await expect((await finishing).getByRole('heading', { name: 'Finishing' })).toBeVisible()
  process.kill(documents, 'SIGCONT')
  expect(await gone).toBe(0)
  expect(await readdir(join(laptop.documents, 'Plumbline', 'team-north'))).toEqual([expect.stringMatching(/^fabrikam-.*\.account$/)])
})

function isDark({ page }: Laptop): Promise<boolean> {
  return page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)
}

async function openAccount({ page }: Laptop): Promise<void> {
  await page.getByText('Corrin Vale Water').click()
  await expect(page.getByRole('textbox', { name: 'Notes on this account' })).toBeVisible()
}
