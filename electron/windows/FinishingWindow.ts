import { BrowserWindow, type Session } from 'electron'
import type { MemoryPages } from './MemoryPages'
import { messagePage } from './messagePage'

/** A quicker end needs no words. */
const patienceMs = 700

/** Says that the app is still writing after its window was closed, and how long that may take. Answers how to end it. */
export function openFinishingWindow(session: Session, pages: MemoryPages, limitMs: number): () => void {
  let close = (): void => undefined
  const timer = setTimeout(() => (close = open(session, pages, limitMs)), patienceMs)
  return () => {
    clearTimeout(timer)
    close()
  }
}

function open(session: Session, pages: MemoryPages, limitMs: number): () => void {
  const window = new BrowserWindow({
    width: 480,
    height: 220,
    resizable: false,
    minimizable: false,
    maximizable: false,
    title: 'Plumbline',
    autoHideMenuBar: true,
    webPreferences: { session, javascript: false, contextIsolation: true, sandbox: true, nodeIntegration: false, spellcheck: false },
  })
  window.setMenu(null)
  const html = messagePage({
    title: 'Finishing',
    sentences: [
      'Everything you did is saved on this laptop.',
      `Plumbline is writing the account files, brings what is new to the team folder, and closes by itself, in ${Math.round(limitMs / 1000)} seconds at the latest.`,
    ],
    link: null,
  })
  void window.loadURL(pages.add(html))
  return () => {
    if (!window.isDestroyed()) window.destroy()
  }
}
