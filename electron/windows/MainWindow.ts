import { setTimeout as wait } from 'node:timers/promises'
import { BrowserWindow, screen, type Session, type WebContents } from 'electron'
import { logToken, type Log } from '../platform/Log'
import type { WindowPlace } from '../settings/DeviceState'
import { addContextMenu } from './contextMenu'
import { buyerPageBeside, isAt } from './appAddress'
import type { MemoryPages } from './MemoryPages'
import { messagePage, type Message } from './messagePage'
import { minimumWindow, windowBounds } from './windowPlace'
import type { WindowRoles } from './WindowRoles'

export interface MainWindowParts {
  readonly session: Session
  readonly pages: MemoryPages
  readonly roles: WindowRoles
  readonly log: Log
  /** The address of the page. */
  readonly page: string
  /** The built preload, an absolute path. */
  readonly preload: string
  /** What shows until the page has painted: the canvas colour of the theme. */
  readonly background: () => string
  readonly savedPlace: () => WindowPlace | null
  readonly savePlace: (place: WindowPlace) => void
  /** Resolves when the page has asked for nothing more; it is given a turn in between. */
  readonly quiet: (giveTurn: () => Promise<unknown>) => Promise<void>
}

/** Owns the one window of the app: where it stands, what is loaded in it, and what happens when its page dies. */
export class MainWindow {
  readonly #parts: MainWindowParts
  #window: BrowserWindow | null = null
  #crashes = 0
  #isLeaving = false
  /** Where the member was when the window was handed to the buyer; null while it is the member's. */
  #memberAddress: string | null = null

  constructor(parts: MainWindowParts) {
    this.#parts = parts
  }

  async open(): Promise<void> {
    const window = this.#create()
    this.#window = window
    await window.loadURL(this.#parts.page)
  }

  /** Brings the window to the front, for a second start of the app. */
  focus(): void {
    if (this.#window === null) return
    if (this.#window.isMinimized()) this.#window.restore()
    this.#window.show()
    this.#window.focus()
  }

  /** The page to tell something, where there is one that can listen. */
  get page(): WebContents | null {
    const contents = this.#window?.webContents
    return contents === undefined || contents.isDestroyed() || contents.isCrashed() ? null : contents
  }

  /** The page, where it is the member who looks at it: the buyer's is told nothing. */
  get memberPage(): WebContents | null {
    return this.#memberAddress === null ? this.page : null
  }

  /**
   * Gives the window to the buyer. The member's page is taken down with everything it knows, not hidden; the one that
   * follows has its own role before its first line runs, and no way back in its history.
   */
  async handOver(): Promise<void> {
    const window = this.#window
    if (window === null || this.#memberAddress !== null) return
    const contents = window.webContents
    await this.#letPageFinish(contents)
    this.#memberAddress = contents.getURL()
    this.#parts.roles.assign(contents.id, 'buyer')
    window.setFullScreen(true)
    await window.loadURL(buyerPageBeside(this.#parts.page))
    contents.navigationHistory.clear()
  }

  /** Gives the window back to the member, where it was. */
  async takeBack(): Promise<void> {
    const window = this.#window
    const address = this.#memberAddress
    if (window === null || address === null) return
    this.#memberAddress = null
    this.#parts.roles.assign(window.webContents.id, 'main')
    window.setFullScreen(false)
    await window.loadURL(address)
    window.webContents.navigationHistory.clear()
  }

  setBackground(color: string): void {
    this.#window?.setBackgroundColor(color)
  }

  isOwnPage(address: string): boolean {
    return isAt(this.#memberAddress === null ? this.#parts.page : buyerPageBeside(this.#parts.page), address)
  }

  /** The window for a dialog to belong to. */
  get handle(): BrowserWindow | null {
    return this.#window
  }

  /** Replaces the page by a message that needs nothing of it. False where there is no window. */
  async showMessage(message: Message): Promise<boolean> {
    if (this.#window === null) return false
    this.#memberAddress = null
    this.#parts.roles.assign(this.#window.webContents.id, 'main')
    await this.#window.loadURL(this.#parts.pages.add(messagePage(message)))
    return true
  }

  #create(): BrowserWindow {
    const { session, preload, background, roles, savedPlace } = this.#parts
    const place = savedPlace()
    const window = new BrowserWindow({
      ...windowBounds(place, screen.getAllDisplays().map((display) => display.workArea)),
      minWidth: minimumWindow.width,
      minHeight: minimumWindow.height,
      title: 'Plumbline',
      show: false,
      autoHideMenuBar: true,
      backgroundColor: background(),
      webPreferences: {
        session,
        preload,
        contextIsolation: true,
        sandbox: true,
        nodeIntegration: false,
        webviewTag: false,
        spellcheck: false,
        // An edit that waits to be sent, and the minute hand of "saved 14:02", go on behind other windows.
        backgroundThrottling: false,
      },
    })
    const id = window.webContents.id
    roles.assign(id, 'main')
    window.once('ready-to-show', () => {
      if (place?.maximized === true) window.maximize()
      window.show()
    })
    window.on('close', (event) => {
      event.preventDefault()
      void this.#leave(window)
    })
    window.once('closed', () => {
      roles.forget(id)
      this.#window = null
    })
    addContextMenu(window)
    this.#watchPage(window)
    return window
  }

  /**
   * Closes the window when the page has sent what it still held: it is told that it goes, as any page is, but before it
   * goes, because what a page sends while it is taken down may not arrive. A page that does not answer is not waited for.
   */
  async #leave(window: BrowserWindow): Promise<void> {
    if (this.#isLeaving) return
    this.#isLeaving = true
    this.#parts.savePlace({ ...window.getNormalBounds(), maximized: window.isMaximized() })
    await this.#letPageFinish(window.webContents)
    window.destroy()
  }

  async #letPageFinish(contents: WebContents): Promise<void> {
    const finish = async (): Promise<void> => {
      await contents.executeJavaScript(tellThatItGoes)
      await this.#parts.quiet(() => contents.executeJavaScript(giveTurn))
    }
    if (this.page !== null && this.isOwnPage(contents.getURL())) await Promise.race([finish().catch(() => undefined), wait(pageLimitMs)])
  }

  #watchPage(window: BrowserWindow): void {
    window.webContents.on('render-process-gone', (_event, { reason }) => {
      if (reason === 'clean-exit') return
      this.#crashes += 1
      this.#parts.log.error('window.crashed', { reason: logToken(reason), crashes: this.#crashes })
      // Once may be chance and is put right without a word; a page that dies again would only die for ever.
      if (this.#crashes === 1) window.webContents.reload()
      else void this.showMessage(pageDied(this.#parts.page))
    })
    window.webContents.on('preload-error', (_event, _path, error) => {
      this.#parts.log.error('window.preloadFailed', { error: logToken(error.name) })
    })
  }
}

const tellThatItGoes = "window.dispatchEvent(new PageTransitionEvent('pagehide')), undefined"
const giveTurn = 'new Promise((resolve) => setTimeout(resolve))'

/** A page that hangs for so long will not say anything any more. */
const pageLimitMs = 5_000

function pageDied(page: string): Message {
  return {
    title: 'This window stopped working twice',
    sentences: ['Your work is saved on this laptop.', 'Open the window again. If it stops once more, close Plumbline and start it again.'],
    link: { text: 'Open the window again', address: page },
  }
}
