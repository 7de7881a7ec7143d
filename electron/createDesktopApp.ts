import { join } from 'node:path'
import { app, nativeTheme, session } from 'electron'
import type { Clock } from '#shared/base/Clock'
import type { Ids } from '#shared/base/Ids'
import { ok } from '#shared/base/Result'
import type { CommandHandlers, Settings } from '#shared/ipc/contract'
import { CommandRunner } from './ipc/CommandRunner'
import { DayWatch } from './ipc/DayWatch'
import { registerCommands } from './ipc/registerCommands'
import type { Disk } from './platform/Disk'
import type { Log } from './platform/Log'
import type { Processes } from './platform/Processes'
import { SettingsService } from './settings/SettingsService'
import { setApplicationMenu } from './windows/applicationMenu'
import { isMainPage } from './windows/appAddress'
import { hardenContents } from './windows/hardenContents'
import { hardenSession } from './windows/hardenSession'
import { MainWindow } from './windows/MainWindow'
import { MemoryPages } from './windows/MemoryPages'
import { openFinishingWindow } from './windows/FinishingWindow'
import { servePages } from './windows/servePages'
import { WindowRoles } from './windows/WindowRoles'

/** Everything from outside that the app is built on. */
export interface DesktopWorld {
  readonly disk: Disk
  readonly clock: Clock
  readonly ids: Ids
  readonly processes: Processes
  readonly log: Log
  readonly elapsed: () => number
  readonly every: (milliseconds: number, call: () => void) => () => void
  readonly userData: string
  /** Where account folders are made when the member names no other place. */
  readonly documents: string
  /** The folder of the built app: `main/`, `preload/`, `renderer/`. */
  readonly built: string
  readonly platform: NodeJS.Platform
  readonly version: string
  readonly opensSample: boolean
  readonly onBug: (error: unknown) => void
}

export interface DesktopApp {
  start(): Promise<void>
  focus(): void
  /** The laptop has slept. */
  wake(): void
  /** Says in the window that something is broken; false where there is no window to say it in. */
  showBug(): Promise<boolean>
  stop(limitMs: number): Promise<void>
}

export function createDesktopApp(world: DesktopWorld): DesktopApp {
  let kept: Settings = { theme: 'system', memberName: '' }
  const settings = new SettingsService({
    read: () => kept,
    write: async (next) => {
      kept = next
      return ok()
    },
  })
  const windowSession = session.fromPartition('window')
  const pages = new MemoryPages()
  const roles = new WindowRoles()
  const window = new MainWindow({
    session: windowSession,
    pages,
    roles,
    log: world.log,
    preload: join(world.built, 'preload', 'preload.cjs'),
    background: () => (nativeTheme.shouldUseDarkColors ? '#12161B' : '#F6F7F9'),
    savedPlace: () => null,
    savePlace: () => undefined,
  })
  const handlers = { 'settings.change': (change: Settings) => settings.change(change) } as unknown as CommandHandlers
  const runner = new CommandRunner({ handlers, ids: world.ids, log: world.log, elapsed: world.elapsed, onBug: world.onBug })
  const days = new DayWatch({ clock: world.clock, every: world.every, announce: (today) => window.send('day.changed', { today }) })
  let closeCommands: (() => Promise<void>) | null = null

  return {
    async start() {
      app.on('web-contents-created', (_event, contents) => hardenContents(contents, world.log))
      hardenSession(session.defaultSession)
      hardenSession(windowSession)
      servePages(windowSession, pages, join(world.built, 'renderer'))
      setApplicationMenu((entry) => window.send('menu.chosen', { entry }), world.platform)
      closeCommands = registerCommands({ runner, roles, log: world.log, isOwnPage: isMainPage })
      days.start()
      await window.open()
    },
    focus: () => window.focus(),
    wake: () => days.look(),
    showBug: () => window.showMessage({ title: 'Plumbline met a problem', sentences: [], link: null }),
    async stop(limitMs) {
      const close = openFinishingWindow(windowSession, pages, limitMs / 1000)
      days.stop()
      await closeCommands?.()
      close()
    },
  }
}
