import { BrowserWindow, type PrintToPDFOptions, type Session } from 'electron'
import type { MemoryPages } from './MemoryPages'
import type { WindowRoles } from './WindowRoles'

export interface PrintWindowParts {
  readonly session: Session
  readonly pages: MemoryPages
  readonly roles: WindowRoles
}

/** A window nobody sees, without script and without a preload, in which one page is laid out and printed. */
export async function printPage({ session, pages, roles }: PrintWindowParts, html: string, options: PrintToPDFOptions): Promise<Uint8Array> {
  const window = new BrowserWindow({
    show: false,
    webPreferences: { session, javascript: false, contextIsolation: true, sandbox: true, nodeIntegration: false, spellcheck: false },
  })
  const id = window.webContents.id
  roles.assign(id, 'print')
  const address = pages.add(html)
  try {
    await window.loadURL(address)
    return await window.webContents.printToPDF(options)
  } finally {
    pages.remove(address)
    roles.forget(id)
    window.destroy()
  }
}
