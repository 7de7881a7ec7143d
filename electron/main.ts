import { join } from 'node:path'
import { app, dialog, powerMonitor, protocol } from 'electron'
import { createDesktopApp, type DesktopApp } from './createDesktopApp'
import { accountFilesIn } from './ipc/accountFilesIn'
import { FileLog } from './platform/FileLog'
import { logToken } from './platform/Log'
import { nodeDisk } from './platform/nodeDisk'
import { nodeProcesses } from './platform/nodeProcesses'
import { randomIds } from './platform/randomIds'
import { systemClock } from './platform/systemClock'
import { sharedDisk } from './sync/remotes/sharedDisk'
import { appScheme, mainPage } from './windows/appAddress'

/** The page as a development server on this machine serves it; never in an app that somebody installed. */
const developmentAddress = app.isPackaged ? undefined : process.env['ELECTRON_RENDERER_URL']
const page = developmentAddress === undefined ? mainPage : new URL(developmentAddress).href

/**
 * Chromium's own errands: the app never needs the network, and a company's firewall should have nothing to ask about.
 * Host names do not resolve at all, so that nothing can be forgotten here.
 */
const switches: readonly (readonly [string, string?])[] = [
  ['disable-background-networking'],
  ['disable-component-update'],
  ['disable-domain-reliability'],
  ['disable-sync'],
  ['no-pings'],
  // The words of the window are English; its fields for dates should not be the one part that is American.
  ['lang', 'en-GB'],
  ['host-resolver-rules', developmentAddress === undefined ? 'MAP * ~NOTFOUND' : 'MAP * ~NOTFOUND , EXCLUDE localhost'],
]

/** What is left after the window has closed is writing that can also be done at the next start. */
const stopLimitMs = 20_000

const chosenUserData = process.env['PLUMBLINE_USER_DATA']
if (chosenUserData !== undefined && chosenUserData !== '') app.setPath('userData', chosenUserData)
for (const [name, value] of switches) app.commandLine.appendSwitch(name, value)
// As root Chromium starts only with --no-sandbox, which this call would undo; our windows ask for the sandbox themselves.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
protocol.registerSchemesAsPrivileged([{ scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true } }])

const userData = app.getPath('userData')
const fileLog = new FileLog(nodeDisk, join(userData, 'logs'), systemClock)
const filesToOpen: string[] = []
let desktopApp: DesktopApp | null = null
let stopping: Promise<void> | null = null

// Two processes on one data folder would both think it is theirs.
if (app.requestSingleInstanceLock()) run()
else app.exit(0)

function run(): void {
  process.on('uncaughtException', meetBug)
  process.on('unhandledRejection', meetBug)
  app.on('second-instance', (_event, words, folder) => {
    desktopApp?.focus()
    openFiles(accountFilesIn(words, folder))
  })
  app.on('open-file', (event, path) => {
    event.preventDefault()
    openFiles([path])
  })
  openFiles(accountFilesIn(process.argv, process.cwd()))
  app.on('window-all-closed', () => app.quit())
  app.on('will-quit', (event) => {
    if (desktopApp === null) return
    event.preventDefault()
    stopping ??= stop(desktopApp)
  })
  app.whenReady().then(start).catch(meetBug)
}

/** Before the app is built they wait. */
function openFiles(paths: readonly string[]): void {
  filesToOpen.push(...paths)
  if (desktopApp === null) return
  for (const path of filesToOpen.splice(0)) desktopApp.openFile(path)
}

async function start(): Promise<void> {
  desktopApp = await createDesktopApp({
    disk: nodeDisk,
    teamDisk: sharedDisk,
    clock: systemClock,
    ids: randomIds,
    processes: nodeProcesses,
    log: fileLog.log,
    elapsed: () => performance.now(),
    every: (milliseconds, call) => {
      const timer = setInterval(call, milliseconds)
      return () => clearInterval(timer)
    },
    userData,
    documentsFolder: process.env['PLUMBLINE_DOCUMENTS'] || app.getPath('documents'),
    built: join(import.meta.dirname, '..'),
    page,
    platform: knownPlatform(process.platform),
    version: app.getVersion(),
    opensSample: process.env['PLUMBLINE_OPEN_SAMPLE'] === '1',
    onBug: tellDeveloper,
  })
  powerMonitor.on('resume', () => desktopApp?.wake())
  openFiles([])
  await desktopApp.start()
}

async function stop(running: DesktopApp): Promise<void> {
  const limit = setTimeout(() => {
    fileLog.log.error('app.stopTimedOut')
    exit(running, 1)
  }, stopLimitMs)
  try {
    await running.stop(stopLimitMs)
  } catch (error) {
    meetBug(error)
  }
  await fileLog.close()
  clearTimeout(limit)
  exit(running, 0)
}

/** Everything is on the disk. An ordinary end waits for every thread, also for one whose network drive is gone. */
function exit(running: DesktopApp, code: number): void {
  if (running.isHanging()) process.kill(process.pid, 'SIGKILL')
  else app.exit(code)
}

/** The one place where a bug of the main process ends up: noted, and said in the window instead of a frozen screen. */
function meetBug(error: unknown): void {
  fileLog.log.error('app.bug', { error: logToken(error instanceof Error ? error.name : 'thrown') })
  tellDeveloper(error)
  if (stopping !== null) return
  const shown = desktopApp?.showBug() ?? Promise.resolve(false)
  void shown
    .catch(() => false)
    .then((visible) => {
      if (visible) return
      dialog.showErrorBox('Plumbline could not start', `Your work is saved on this laptop. Start Plumbline again. If this comes back, look at the log in ${join(userData, 'logs')}.`)
      app.exit(1)
    })
}

/** An error's words may be a customer's: they go to a developer's terminal, never into a file. */
function tellDeveloper(error: unknown): void {
  if (app.isPackaged) return
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
}

/** Other systems that Electron runs on look and behave like Linux. */
function knownPlatform(platform: NodeJS.Platform): 'linux' | 'darwin' | 'win32' {
  return platform === 'darwin' || platform === 'win32' ? platform : 'linux'
}
