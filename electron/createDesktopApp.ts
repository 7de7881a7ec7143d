import { join } from 'node:path'
import { app, nativeTheme, session } from 'electron'
import type { Clock } from '#shared/base/Clock'
import type { Ids } from '#shared/base/Ids'
import type { CommandHandlers, StartInfo } from '#shared/ipc/contract'
import { BriefService } from './briefs/BriefService'
import { BuyerShow } from './briefs/BuyerShow'
import { PdfPrinter } from './briefs/PdfPrinter'
import { IntakeService } from './intake/IntakeService'
import { UtilityDocumentClient } from './documents/UtilityDocumentClient'
import { CommandRunner } from './ipc/CommandRunner'
import { CurrentWorkspace } from './ipc/CurrentWorkspace'
import { DayWatch } from './ipc/DayWatch'
import { FilesForMember } from './ipc/FilesForMember'
import { FileTokens } from './ipc/FileTokens'
import { laterDay } from './ipc/laterDay'
import { Member } from './ipc/Member'
import { OpenedFiles } from './ipc/OpenedFiles'
import { createAccountHandlers } from './ipc/handlers/accountHandlers'
import { createAppHandlers } from './ipc/handlers/appHandlers'
import { createBriefHandlers } from './ipc/handlers/briefHandlers'
import { createBuyerHandlers } from './ipc/handlers/buyerHandlers'
import { createDeviceHandlers } from './ipc/handlers/deviceHandlers'
import { createFileHandlers } from './ipc/handlers/fileHandlers'
import { createLinkHandlers } from './ipc/handlers/linkHandlers'
import { createIntakeHandlers } from './ipc/handlers/intakeHandlers'
import { createSearchHandlers } from './ipc/handlers/searchHandlers'
import { createSyncHandlers } from './ipc/handlers/syncHandlers'
import { createWorkspaceHandlers } from './ipc/handlers/workspaceHandlers'
import { publishEvents } from './ipc/publishEvents'
import { registerCommands } from './ipc/registerCommands'
import type { Disk } from './platform/Disk'
import type { Log } from './platform/Log'
import type { Processes } from './platform/Processes'
import { DeviceState } from './settings/DeviceState'
import { SettingsService } from './settings/SettingsService'
import { setApplicationMenu } from './windows/applicationMenu'
import { Dialogs } from './windows/Dialogs'
import { openFinishingWindow } from './windows/FinishingWindow'
import { hardenContents } from './windows/hardenContents'
import { hardenSession } from './windows/hardenSession'
import { MainWindow } from './windows/MainWindow'
import { MemoryPages } from './windows/MemoryPages'
import { openOutside } from './windows/openOutside'
import { printPage } from './windows/PrintWindow'
import { servePages } from './windows/servePages'
import { WindowRoles } from './windows/WindowRoles'
import { Workspaces } from './workspace/Workspaces'

/** Everything from outside that the app is built on. */
export interface DesktopWorld {
  readonly disk: Disk
  /** The disk as it is used in a folder that a team shares. */
  readonly teamDisk: Disk
  readonly clock: Clock
  readonly ids: Ids
  readonly processes: Processes
  readonly log: Log
  /** Milliseconds that only count forward. */
  readonly elapsed: () => number
  /** Calls again and again until the answer is called. */
  readonly every: (milliseconds: number, call: () => void) => () => void
  readonly userData: string
  /** Where account folders are made, and where dialogs for saving start. */
  readonly documentsFolder: string
  /** The folder of the built app: `main/`, `preload/`, `renderer/`. */
  readonly built: string
  /** The page of the main window. */
  readonly page: string
  readonly platform: StartInfo['platform']
  readonly version: string
  readonly opensSample: boolean
  readonly onBug: (error: unknown) => void
}

export interface DesktopApp {
  start(): Promise<void>
  /** Brings the window to the front. */
  focus(): void
  /** The member opened an account file in the file manager. */
  openFile(path: string): void
  /** The laptop has slept. */
  wake(): void
  /** True while a team folder does not answer: the thread that waits for it would keep the process from ending. */
  isHanging(): boolean
  /** Says in the window that something is broken; false where there is no window to say it in. */
  showBug(): Promise<boolean>
  /** Waits for work in flight. What takes longer than a moment is shown, with how long it may take. */
  stop(limitMs: number): Promise<void>
}

/** The composition root: every service is built here, top to bottom. */
export async function createDesktopApp(world: DesktopWorld): Promise<DesktopApp> {
  const { disk, clock, ids, log, userData, documentsFolder, built } = world
  const settings = await SettingsService.open(world, userData)
  const device = await DeviceState.open(world, userData)
  const workspaces = await Workspaces.load(world)
  const member = new Member(settings, workspaces)

  const pages = new MemoryPages()
  const roles = new WindowRoles()
  // In memory only: nothing that was shown stays behind on the disk.
  const windowSession = session.fromPartition('window')
  const printSession = session.fromPartition('print')
  const window = new MainWindow({
    session: windowSession,
    pages,
    roles,
    log,
    page: world.page,
    preload: join(built, 'preload', 'preload.cjs'),
    background: canvasColor,
    savedPlace: () => device.window,
    savePlace: (place) => device.rememberWindow(place),
    quiet: (giveTurn) => runner.quiet(giveTurn),
  })
  const dialogs = new Dialogs(() => window.handle)
  const publish = publishEvents(() => window.memberPage)

  const createDocuments = (): UtilityDocumentClient => new UtilityDocumentClient(join(built, 'main', 'documents.js'), log)
  const current = new CurrentWorkspace({ workspaces, createDocuments, publish, log })
  const printer = new PdfPrinter((html, options) => printPage({ session: printSession, pages, roles }, html, options), log)
  const briefs = new BriefService({
    snapshot: (accountId) => current.withAccounts((accounts) => accounts.snapshot(accountId)),
    printer,
    chooseSavePlace: (question) => dialogs.chooseSavePlace(question),
    record: (accountId, edits) => current.withAccounts((accounts) => accounts.edit(accountId, ids.next(), edits)),
    ids,
    disk,
    clock,
    folder: documentsFolder,
  })
  const buyerShow = new BuyerShow({
    snapshot: (accountId) => current.withAccounts((accounts) => accounts.snapshot(accountId)),
    clock,
    theme: () => settings.current().theme,
    handOver: () => void window.handOver().catch(world.onBug),
    takeBack: () => void window.takeBack().catch(world.onBug),
  })
  const tokens = new FileTokens(ids)
  const opened = new OpenedFiles((path) => publish('file.opened', { file: tokens.forFile(path) }))
  const files = new FilesForMember({ current, dialogs, tokens, disk, folder: documentsFolder })
  const intake = new IntakeService({ ids, clock, onProgress: (done, of) => publish('intake.progress', { done, of }) })
  const teamClock: Clock = { now: () => clock.now(), today: () => laterDay(clock.today(), current.open?.sync.status().teamIsAheadAt ?? null) }
  const days = new DayWatch({ clock: teamClock, every: world.every, announce: (today) => publish('day.changed', { today }) })

  const handlers: CommandHandlers = {
    ...createAppHandlers({ ...world, clock: teamClock, current, settings }),
    ...createWorkspaceHandlers({ current, workspaces, member, tokens }),
    ...createAccountHandlers(current, files),
    ...createFileHandlers({ files, dialogs, tokens, opened }),
    ...createBriefHandlers(briefs, tokens),
    ...createBuyerHandlers(buyerShow),
    ...createSyncHandlers(current, tokens),
    ...createSearchHandlers(current, { pause: () => new Promise((resolve) => setImmediate(resolve)), elapsedMs: () => performance.now() }),
    ...createIntakeHandlers({ current, dialogs, tokens, disk, intake }),
    ...createDeviceHandlers(member, log),
    ...createLinkHandlers((address) => openOutside(address, log)),
  }
  const runner = new CommandRunner({ ...world, handlers })
  let closeCommands = async (): Promise<void> => undefined

  return {
    async start() {
      app.on('web-contents-created', (_event, contents) => hardenContents(contents, (address) => window.isOwnPage(address), log))
      for (const each of [session.defaultSession, windowSession, printSession]) hardenSession(each, world.page)
      servePages(windowSession, pages, join(built, 'renderer'))
      servePages(printSession, pages, null)
      setApplicationMenu((entry) => publish('menu.chosen', { entry }), world.platform)
      followTheme(settings, window)
      settings.onChange((changed) => publish('settings.changed', changed))
      closeCommands = registerCommands({ runner, roles, log, isOwnPage: (address) => window.isOwnPage(address), fileDropped: (path) => tokens.forFile(path) })
      current.start({ opensSample: world.opensSample })
      days.start()
      await window.open()
    },
    focus: () => window.focus(),
    openFile: (path) => opened.open(path),
    wake: () => {
      days.look()
      current.open?.sync.wake()
    },
    isHanging: () => current.isHanging,
    showBug: () => window.showMessage(bugMessage),
    async stop(limitMs) {
      const hideFinishing = openFinishingWindow(windowSession, pages, limitMs)
      days.stop()
      await closeCommands()
      await current.stop()
      await device.stop()
      hideFinishing()
    },
  }
}

function followTheme(settings: SettingsService, window: MainWindow): void {
  nativeTheme.themeSource = settings.current().theme
  settings.onChange(({ theme }) => (nativeTheme.themeSource = theme))
  nativeTheme.on('updated', () => window.setBackground(canvasColor()))
}

/** The canvas token of the theme, so that opening the window in the dark does not flash. */
function canvasColor(): string {
  return nativeTheme.shouldUseDarkColors ? '#12161B' : '#F6F7F9'
}

const bugMessage = {
  title: 'Plumbline met a problem it does not know',
  sentences: ['What Plumbline had called saved is on this laptop.', 'Close this window and start Plumbline again.'],
  link: null,
}
