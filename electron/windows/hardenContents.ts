import { shell, type WebContents } from 'electron'
import type { Log } from '../platform/Log'
import { isAt } from './appAddress'
import { externalAddress } from './externalAddress'

/** Keeps what is shown where it is: no navigation (only to `page`, our own), no new window, no embedded web view. */
export function hardenContents(contents: WebContents, page: string, log: Log): void {
  contents.on('will-frame-navigate', (event) => {
    if (event.isMainFrame && isAt(page, event.url)) return
    event.preventDefault()
    log.warn('window.navigationRefused', { mainFrame: event.isMainFrame })
  })
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(({ url }) => {
    const address = externalAddress(url)
    if (address === null) log.warn('window.openRefused')
    else void openOutside(address, log)
    return { action: 'deny' }
  })
}

async function openOutside(address: string, log: Log): Promise<void> {
  try {
    await shell.openExternal(address)
  } catch {
    // No program for it on this laptop; the system has told the member, or there is nobody to tell.
    log.warn('window.openFailed')
  }
}
