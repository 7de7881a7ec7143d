import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { app } from 'electron'

/**
 * Starts the app under test as it is, but "ready" only when the test is attached: where a window opens while Playwright
 * is attaching, it now and then waits for that window for ever. Playwright calls __playwright_run when it has attached.
 */
const ready = app.whenReady()
const attached = new Promise((resolve) => {
  globalThis.__playwright_run = () => resolve()
})
app.whenReady = () => attached.then(() => ready)

const root = process.env.PLUMBLINE_UNDER_TEST
const { main, productName, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
app.setAppPath(root)
app.setName(productName)
app.setVersion(version)
await import(pathToFileURL(join(root, main)).href)
