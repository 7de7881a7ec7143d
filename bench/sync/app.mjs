// The real app, asked and watched from outside.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { _electron } from '@playwright/test'
import { projectRoot } from '../../scripts/lib/paths.mjs'

/** The timer of the event loop watch fires this often; a block is what comes on top. */
const RESOLUTION_MS = 10
const POLL_MS = 100

/** Starts the app on a folder and counts from then on how long its main process is held up. */
export async function startApp(electron, home) {
  const folders = { PLUMBLINE_USER_DATA: join(home, 'user-data'), PLUMBLINE_DOCUMENTS: join(home, 'documents') }
  for (const folder of Object.values(folders)) mkdirSync(folder, { recursive: true })
  const app = await _electron.launch({ executablePath: electron.executablePath, args: [...electron.args, projectRoot], env: { ...process.env, ...folders }, timeout: 120_000 })
  const page = await app.firstWindow()
  await page.waitForLoadState()
  await app.evaluate((_electronModule, resolution) => {
    const { monitorEventLoopDelay } = process.getBuiltinModule('node:perf_hooks')
    globalThis.watched = monitorEventLoopDelay({ resolution })
    globalThis.watched.enable()
  }, RESOLUTION_MS)
  await page.evaluate(watchRows)
  return new RunningApp(app, page)
}

class RunningApp {
  constructor(app, page) {
    this.app = app
    this.page = page
  }

  invoke(name, input = {}) {
    return this.page.evaluate(([command, given]) => window.desktop.invoke(command, given), [name, input])
  }

  /** Joins the team in a folder as the button does. */
  async join(folder) {
    await this.app.evaluate(({ dialog }, chosen) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] })
    }, folder)
    const { value } = await this.invoke('folder.choose', { purpose: 'teamFolder' })
    const joined = await this.invoke('workspace.join', { folder: value.token, memberName: 'Bench' })
    if (!joined.ok) throw new Error(joined.error.message)
  }

  /** Resolves when so many accounts stand in the list. */
  async listed(count) {
    const look = async () => {
      await window.lookAtList()
      return window.seenRows.size
    }
    await this.until(() => this.page.evaluate(look), (seen) => seen >= count)
  }

  /** Resolves when these accounts have names that begin so. */
  async named(count, start) {
    await this.page.evaluate(() => window.lookAtList())
    await this.until(() => this.page.evaluate((begin) => [...window.seenRows.values()].filter((name) => name.startsWith(begin)).length, start), (seen) => seen >= count)
  }

  /** Resolves when so many accounts are as the workspace has them. */
  async applied(count) {
    await this.until(() => this.invoke('account.progress'), ({ ok, value }) => ok && value.total >= count && value.upToDate >= value.total)
  }

  async until(look, isReached) {
    for (;;) {
      const seen = await look()
      if (isReached(seen)) return
      await pause(POLL_MS)
    }
  }

  /** The longest time the main process was held up since it was asked last. */
  async blockedMs() {
    const longest = await this.inMain(() => {
      const { max } = globalThis.watched
      globalThis.watched.reset()
      return max
    })
    return Math.max(0, longest / 1e6 - RESOLUTION_MS)
  }

  /** The driver sometimes loses an answer to a collection of garbage in the app, and asks again. */
  async inMain(look) {
    for (let tries = 1; ; tries++) {
      try {
        return await this.app.evaluate(look)
      } catch (error) {
        if (tries === 5 || !error.message.includes('garbage collected')) throw error
      }
    }
  }

  /** Memory of main and documents, now and at most. */
  async memory() {
    const processes = await this.inMain(({ app }) => app.getAppMetrics().map(({ type, name, serviceName, pid }) => ({ type, name, serviceName, pid })))
    const wanted = processes.filter(({ type, serviceName }) => type === 'Browser' || (type === 'Utility' && serviceName === 'node.mojom.NodeService'))
    return { now: sumOf(wanted, 'VmRSS'), most: sumOf(wanted, 'VmHWM'), processes: wanted.length }
  }

  async close() {
    await this.app.close()
  }
}

/** What an Electron with an empty window takes in its main process. */
export async function emptyElectron(electron, folder) {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'empty', type: 'module', main: 'main.js' }))
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Empty</title><p>Empty</p>')
  writeFileSync(join(folder, 'main.js'), `import { app, BrowserWindow } from 'electron'
app.whenReady().then(() => new BrowserWindow({ width: 1280, height: 800 }).loadFile(new URL('index.html', import.meta.url).pathname))
`)
  const app = await _electron.launch({ executablePath: electron.executablePath, args: [...electron.args, folder], env: process.env })
  await (await app.firstWindow()).getByText('Empty').waitFor()
  await pause(2_000)
  const bytes = sumOf([{ pid: app.process().pid }], 'VmRSS')
  await app.close()
  return bytes
}

function sumOf(processes, field) {
  return processes.reduce((sum, { pid }) => {
    const line = readFileSync(`/proc/${pid}/status`, 'utf8').match(new RegExp(`^${field}:\\s+(\\d+) kB`, 'm'))
    return sum + Number(line?.[1] ?? 0) * 1024
  }, 0)
}

/** In the page: the names of all accounts the window has been told of. */
function watchRows() {
  window.seenRows = new Map()
  let isListed = false
  const take = (rows) => rows.forEach(({ accountId, name }) => window.seenRows.set(accountId, name))
  window.desktop.subscribe('account.rows', ({ changed }) => take(changed))
  /** Once, as soon as a workspace is open; from then on news are enough. */
  window.lookAtList = async () => {
    for (let after; !isListed; ) {
      const page = await window.desktop.invoke('account.list', after === undefined ? {} : { after })
      if (!page.ok) return
      take(page.value.rows)
      after = page.value.next
      isListed = after === null
    }
  }
}
