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
    return await withinLimit(window.loadURL(address).then(() => window.webContents.printToPDF(options)))
  } finally {
    pages.remove(address)
    roles.forget(id)
    window.destroy()
  }
}

/** A page of text takes half a second; after this nobody waits any more. */
const limitMs = 60_000

async function withinLimit<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const tooLong = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('Printing took too long')), limitMs)
  })
  try {
    return await Promise.race([work, tooLong])
  } finally {
    clearTimeout(timer)
  }
}
