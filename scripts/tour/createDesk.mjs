import { copyFile, mkdir, readdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { _electron } from '@playwright/test'
import { megabytes } from '../lib/log.mjs'
import { projectRoot } from '../lib/paths.mjs'

const LAUNCH_LIMIT = 60_000

/** A usual laptop, with all three panes of a comparison. */
const SIZE = { width: 1440, height: 900 }

/** The running app, further laptops beside it, and what the steps of a tour may ask of them. */
export function createDesk({ electron, dataFolder, folder }) {
  const folders = { userData: join(dataFolder, 'user-data'), documents: join(dataFolder, 'documents'), produced: join(dataFolder, 'produced') }
  const files = []
  /** Running apps by the name of their laptop. */
  const laptops = new Map()
  const launch = async (name, { userData, documents }) => {
    for (const path of [userData, documents, folders.produced]) await mkdir(path, { recursive: true })
    const app = await _electron.launch({
      executablePath: electron.executablePath,
      args: [...electron.args, projectRoot],
      env: { ...process.env, PLUMBLINE_USER_DATA: userData, PLUMBLINE_DOCUMENTS: documents, PLUMBLINE_OPEN_SAMPLE: '' },
      timeout: LAUNCH_LIMIT,
    })
    const page = await app.firstWindow()
    // However large the display is.
    await page.setViewportSize(SIZE)
    await app.evaluate(({ shell }) => {
      // The file manager of the machine that takes the tour stays closed.
      shell.showItemInFolder = () => undefined
    })
    return { app, page, name }
  }
  const started = (name, place) => {
    if (!laptops.has(name)) laptops.set(name, launch(name, place))
    return laptops.get(name)
  }
  const own = () => started('own', folders)
  const appOf = async (page) => {
    const found = (await Promise.all(laptops.values())).find((laptop) => laptop.page === page)
    return found.app
  }
  const page = async () => (await own()).page
  const helpers = {
    /** Where the app of this tour keeps things, and a folder for what the steps let it produce. */
    folders,
    /** The window of another laptop with that name, on its first start. */
    laptop: async (name) => (await started(name, { userData: join(dataFolder, name, 'user-data'), documents: join(dataFolder, name, 'documents') })).page,
    /** The next save dialogs of the app are answered with this file, without showing one. */
    answerSaveDialog: async (path) =>
      (await own()).app.evaluate(({ dialog }, filePath) => {
        dialog.showSaveDialog = async () => ({ canceled: false, filePath })
      }, path),
    /** The next folder dialogs of the app with that window are answered with this folder. */
    answerFolderDialog: async (window, path) =>
      (await appOf(window)).evaluate(({ dialog }, chosen) => {
        dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] })
      }, path),
    /** Where the file of an account of the sample lies, as it is now. */
    accountFile: async (name) => {
      const window = await page()
      await window.evaluate(async (wanted) => {
        const rows = await window.desktop.invoke('account.list', {})
        // It is written before it is shown.
        for (const { accountId } of rows.value.rows.filter((row) => row.name === wanted)) await window.desktop.invoke('account.showFile', { accountId })
      }, name)
      const start = name.toLowerCase().replaceAll(' ', '-')
      const found = await readdir(folders.documents, { recursive: true })
      return join(folders.documents, found.find((file) => basename(file).startsWith(start) && file.endsWith('.account')))
    },
    /** Copies a file that the app produced beside the tour and links it from the page. */
    attach: async (path, title) => {
      const name = basename(path)
      await copyFile(path, join(folder, 'files', name))
      files.push({ name, title, size: megabytes((await stat(path)).size) })
    },
  }
  const close = async () => {
    for (const launched of laptops.values()) await launched.then(({ app }) => app.close()).catch(() => undefined)
  }
  return { page, close, helpers, files }
}
