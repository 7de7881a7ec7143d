import type { WebContents } from 'electron'
import type { Log } from '../platform/Log'
import { externalAddress } from './externalAddress'
import { openOutside } from './openOutside'

/** Keeps what is shown where it is: no navigation (only to our own page), no new window, no embedded web view. */
export function hardenContents(contents: WebContents, isOwnPage: (address: string) => boolean, log: Log): void {
  contents.on('will-frame-navigate', (event) => {
    if (event.isMainFrame && isOwnPage(event.url)) return
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
