import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { ExplainedError } from './ExplainedError.mjs'
import { ensureBuilt } from './build.mjs'
import { createLog } from './log.mjs'
import { ensureInstalled } from './nodeModules.mjs'
import { projectRoot } from './paths.mjs'
import { runProcess } from './runProcess.mjs'
import { sampleFolder } from './sampleWorkspace.mjs'
import { hasDisplay } from './virtualDisplay.mjs'
import { withApp } from './withApp.mjs'

const folder = join(sampleFolder, 'two-laptops')
const team = join(folder, 'team-folder')
const MEMBERS = ['Kim Berg', 'Dana Ruiz']
/** Two windows of this size stand side by side on a usual screen. */
const SIZE = { width: 960, height: 800 }
const START_LIMIT = 60_000

/** Opens Kim's and Dana's windows until both are closed; without a display it takes a picture of each and ends. */
export async function twoLaptops(args) {
  if (args.length > 0) throw new ExplainedError(`Unknown argument ${args.join(' ')}.`, 'npm run two-laptops')
  const log = createLog()
  await ensureInstalled({ log })
  await ensureBuilt({ log })
  const isSeen = hasDisplay()
  clearAway()
  mkdirSync(team, { recursive: true })
  const laptops = []
  try {
    for (const name of MEMBERS) await prepare(laptopOf(name))
    log.line(`Two laptops and their team folder lie in ${folder}.`)
    return await withApp(log, async (electron) => {
      for (const [at, name] of MEMBERS.entries()) laptops.push(await open(electron, laptopOf(name), at))
      return isSeen ? await letThemTry(laptops, log) : await takePictures(laptops, log)
    })
  } finally {
    await Promise.all(laptops.map(({ app }) => app.close().catch(() => undefined)))
    clearAway()
  }
}

function laptopOf(name) {
  const home = join(folder, name.split(' ')[0].toLowerCase())
  return { name, environment: { PLUMBLINE_USER_DATA: join(home, 'user-data'), PLUMBLINE_DOCUMENTS: join(home, 'documents') } }
}

/** The first makes the sample and begins the team, the next joins it and takes everything in. */
async function prepare({ name, environment }) {
  for (const path of Object.values(environment)) mkdirSync(path, { recursive: true })
  const isFirst = name === MEMBERS[0]
  await plumbline(environment, ['init', ...(isFirst ? ['--sample'] : []), '--team-folder', team])
  await plumbline(environment, ['sync', '--once'])
}

async function plumbline(environment, words) {
  const said = []
  const { code } = await runProcess(process.execPath, [join(projectRoot, 'out', 'cli', 'plumbline.js'), ...words], {
    env: { ...process.env, ...environment },
    onLine: (line) => said.push(line),
  })
  if (code !== 0) throw new ExplainedError(`plumbline ${words.join(' ')} ended with ${code}: ${said.join(' ')}`, 'npm run build, then try again')
}

async function open(electron, { name, environment }, at) {
  // Only here: it needs packages that were not installed when this file was read.
  const { _electron } = await import('@playwright/test')
  const app = await _electron.launch({ executablePath: electron.executablePath, args: [...electron.args, projectRoot], env: { ...process.env, ...environment }, timeout: START_LIMIT })
  const page = await app.firstWindow()
  await page.getByRole('heading', { name: 'Accounts', level: 1 }).waitFor({ timeout: START_LIMIT })
  await page.evaluate((memberName) => window.desktop.invoke('settings.change', { memberName }), name)
  await app.evaluate(({ BrowserWindow }, bounds) => BrowserWindow.getAllWindows()[0]?.setBounds(bounds), { x: at * SIZE.width, y: 0, ...SIZE })
  return { name, app, page, gone: new Promise((resolve) => app.process().once('exit', resolve)) }
}

async function letThemTry(laptops, log) {
  log.line(`${MEMBERS[0]} is on the left, ${MEMBERS[1]} on the right. To try:`)
  log.line('  change a weight or a cell on one side and watch it arrive on the other within seconds;')
  log.line(`  rename ${team}, write different values into the same cell on both sides, rename it back, and choose.`)
  log.line('Close both windows or press Ctrl C to end; the two laptops are then cleared away.')
  const interrupted = new Promise((resolve) => process.once('SIGINT', resolve).once('SIGTERM', resolve))
  await Promise.race([interrupted, Promise.all(laptops.map(({ gone }) => gone))])
  return 0
}

async function takePictures(laptops, log) {
  log.line('There is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set), so each window is shown in a picture.')
  const pictures = join(sampleFolder, 'pictures')
  mkdirSync(pictures, { recursive: true })
  const [kim, dana] = laptops
  // Something to see: what the first creates, the second gets by itself.
  await kim.page.evaluate(() => window.desktop.invoke('account.create', { name: 'Made on the other laptop' }))
  await kim.page.evaluate(() => window.desktop.invoke('sync.now', {}))
  await dana.page.evaluate(() => window.desktop.invoke('sync.now', {}))
  await dana.page.getByText('Made on the other laptop').first().waitFor({ timeout: START_LIMIT })
  for (const { name, page } of laptops) {
    const path = join(pictures, `two-laptops-${name.split(' ')[0].toLowerCase()}.png`)
    await page.screenshot({ path })
    log.line(`${name}: ${path}`)
  }
  return 0
}

function clearAway() {
  rmSync(folder, { recursive: true, force: true })
}
