import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { ExplainedError } from './ExplainedError.mjs'
import { seconds } from './log.mjs'

/** As long as a slow machine may take to open its first window. */
const OPENS_WITHIN_MS = 60_000

/**
 * Starts the packaged program twice as a member would: the first time the sample is opened and shows its
 * accounts, the second time they are still there. It is driven through Chromium's own port, since the
 * fuses keep every debugger of Node out.
 */
export async function tryPackagedApp(program, args, log) {
  const userData = mkdtempSync(join(tmpdir(), 'plumbline-packaged-'))
  const started = Date.now()
  try {
    await withPackagedApp({ program, args, userData }, async (page) => {
      await page.getByRole('button', { name: 'Open the sample' }).click()
      await page.getByText('Marlind Lift Inspection').first().waitFor()
    })
    await withPackagedApp({ program, args, userData }, (page) => page.getByText('Marlind Lift Inspection').first().waitFor())
    const files = readdirSync(join(userData, 'documents', 'Plumbline'), { recursive: true }).filter((name) => String(name).endsWith('.account'))
    if (files.length === 0) throw new ExplainedError('The packaged app wrote no account file.', 'Start it by hand and look at its log.')
    log.line(`The packaged app opened the sample, wrote ${files.length} account files, and showed them again after a restart (${seconds(Date.now() - started)}).`)
  } finally {
    rmSync(userData, { recursive: true, force: true })
  }
}

async function withPackagedApp({ program, args, userData }, use) {
  const port = await freePort()
  const child = spawn(program, [...args, `--remote-debugging-port=${port}`], {
    env: { ...process.env, PLUMBLINE_USER_DATA: userData, PLUMBLINE_DOCUMENTS: join(userData, 'documents') },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const ended = once(child, 'exit')
  try {
    await listening(child)
    const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`)
    const [context] = browser.contexts()
    const page = context.pages()[0] ?? (await context.waitForEvent('page', { timeout: OPENS_WITHIN_MS }))
    await use(page)
    await page.close()
    await ended
  } finally {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL')
    await ended
  }
}

/** Chromium says on its error output when its port can be used. */
function listening(child) {
  return new Promise((resolve, reject) => {
    const limit = setTimeout(() => reject(new ExplainedError('The packaged app did not start within a minute.', 'Start it by hand and look at what it says.')), OPENS_WITHIN_MS)
    let said = ''
    child.stderr.on('data', (bytes) => {
      said += String(bytes)
      if (!said.includes('DevTools listening on')) return
      clearTimeout(limit)
      resolve()
    })
    child.once('exit', (code) => {
      clearTimeout(limit)
      reject(new ExplainedError(`The packaged app ended at once with exit code ${code}.`, said.split('\n').slice(-5).join('\n')))
    })
  })
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address()
  server.close()
  await once(server, 'close')
  return port
}
