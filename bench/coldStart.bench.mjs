// From the start of the process to the accounts on the screen, beside an empty Electron window on the same
// runtime. Alternating, one run; the data folder is warm, the process is not.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron } from '@playwright/test'
import { createLog } from '../scripts/lib/log.mjs'
import { projectRoot } from '../scripts/lib/paths.mjs'
import { withApp } from '../scripts/lib/withApp.mjs'
import { machine, median, milliseconds, print, quantile, table } from './lib/measure.mjs'

const ROUNDS = 9

const folder = mkdtempSync(join(tmpdir(), 'plumbline-bench-start-'))
try {
  await withApp(createLog(), report, { unseen: true })
} finally {
  rmSync(folder, { recursive: true, force: true })
}

async function report(electron) {
  const empty = emptyApp()
  const env = { ...process.env, PLUMBLINE_USER_DATA: join(folder, 'user-data'), PLUMBLINE_DOCUMENTS: join(folder, 'documents'), PLUMBLINE_OPEN_SAMPLE: '1' }
  const start = async (app, ready) => {
    const begin = performance.now()
    const running = await _electron.launch({ executablePath: electron.executablePath, args: [...electron.args, app], env })
    try {
      await ready(await running.firstWindow())
      return performance.now() - begin
    } finally {
      await running.close()
    }
  }
  // What the accounts say stands on the first screen: the list was read.
  const todayShown = (page) => page.getByRole('region', { name: 'Next meeting' }).waitFor()
  const emptyShown = (page) => page.getByText('Empty').waitFor()
  // The first start makes the sample workspace.
  await start(projectRoot, todayShown)
  const times = { plumbline: [], empty: [] }
  for (let round = 0; round < ROUNDS; round++) {
    times.empty.push(await start(empty, emptyShown))
    times.plumbline.push(await start(projectRoot, todayShown))
  }
  const base = median(times.empty)
  const row = (name, values) => [name, milliseconds(median(values)), milliseconds(quantile(values, 0.95)), `${(median(values) / base).toFixed(2)} ×`]
  print(`${machine()}, Electron ${electron.version}`)
  print(`${ROUNDS} starts each, alternating; includes the attaching of the driver`)
  print()
  print(table(['', 'median', '95 %', 'against empty'], [row('Plumbline: today on the screen', times.plumbline), row('an empty Electron window', times.empty)]))
}

function emptyApp() {
  const app = join(folder, 'empty')
  mkdirSync(app)
  writeFileSync(join(app, 'package.json'), JSON.stringify({ name: 'empty', type: 'module', main: 'main.js' }))
  writeFileSync(join(app, 'index.html'), '<!doctype html><title>Empty</title><p>Empty</p>')
  writeFileSync(
    join(app, 'main.js'),
    `import { app, BrowserWindow } from 'electron'
app.whenReady().then(() => new BrowserWindow({ width: 1280, height: 800 }).loadFile(new URL('index.html', import.meta.url).pathname))
`,
  )
  return app
}
