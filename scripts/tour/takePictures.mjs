import { copyFile, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { _electron } from '@playwright/test'
import { megabytes, seconds } from '../lib/log.mjs'
import { projectRoot } from '../lib/paths.mjs'
import { tourPage } from './tourPage.mjs'
import { steps as story } from './steps.mjs'

const STEP_LIMIT = 60_000
const LAUNCH_LIMIT = 60_000

/**
 * Walks through the built app step by step, takes a light and a dark picture of each, and writes
 * tour/index.html. Answers 1 when a step failed; the page then ends with that step and its message.
 */
export async function takePictures({ electron, log, dataFolder, folder = join(projectRoot, 'tour'), steps = story }) {
  const started = Date.now()
  await rm(folder, { recursive: true, force: true })
  await rm(dataFolder, { recursive: true, force: true })
  await mkdir(join(folder, 'files'), { recursive: true })
  const desk = createDesk({ electron, dataFolder, folder })
  const shown = []
  try {
    for (const [index, step] of steps.entries()) {
      log.line(`Tour ${index + 1} of ${steps.length}: ${step.caption}`)
      shown.push(await takeStep(desk, step, index, folder))
      if (shown.at(-1).problem) break
    }
  } finally {
    await desk.close()
  }
  const page = join(folder, 'index.html')
  const description = JSON.parse(await readFile(join(projectRoot, 'package.json'), 'utf8'))
  await writeFile(page, tourPage({ steps: shown, files: desk.files, version: description.version, electron: electron.version }))
  return report({ shown, page, started, total: steps.length, log })
}

function report({ shown, page, started, total, log }) {
  const failed = shown.find((step) => step.problem)
  if (failed) log.line(`The tour stopped at "${failed.caption}": ${failed.problem.split('\n')[0]}`)
  log.line(`Tour: ${shown.length} of ${total} steps in ${seconds(Date.now() - started)}. Open it in a browser:`)
  log.line(page)
  return failed ? 1 : 0
}

async function takeStep(desk, step, index, folder) {
  const name = String(index + 1).padStart(2, '0')
  let shownPage = null
  let problem = null
  try {
    shownPage = await withLimit(STEP_LIMIT, desk.page().then((page) => step.run(page, desk.helpers)))
  } catch (error) {
    problem = error.message
  }
  const page = shownPage ?? (await desk.page().catch(() => null))
  const pictures = page === null ? [] : await picture(page, folder, name).catch(() => [])
  return { caption: step.caption, text: step.text, pictures, problem }
}

/** The same screen in both looks; one picture where they do not differ. */
async function picture(page, folder, name) {
  const take = async (colorScheme) => {
    await page.emulateMedia({ colorScheme })
    return page.screenshot({ animations: 'disabled', caret: 'hide' })
  }
  const dark = await take('dark')
  const light = await take('light')
  await writeFile(join(folder, `${name}.png`), light)
  if (light.equals(dark)) return [`${name}.png`]
  await writeFile(join(folder, `${name}-dark.png`), dark)
  return [`${name}.png`, `${name}-dark.png`]
}

/** The running app and what the steps may ask of it. */
function createDesk({ electron, dataFolder, folder }) {
  const folders = { userData: join(dataFolder, 'user-data'), documents: join(dataFolder, 'documents'), produced: join(dataFolder, 'produced') }
  const files = []
  let app = null
  const launch = () =>
    _electron.launch({
      executablePath: electron.executablePath,
      args: [...electron.args, projectRoot],
      env: { ...process.env, PLUMBLINE_USER_DATA: folders.userData, PLUMBLINE_DOCUMENTS: folders.documents, PLUMBLINE_OPEN_SAMPLE: '1' },
      timeout: LAUNCH_LIMIT,
    })
  const running = async () => (app ??= await mkdir(folders.produced, { recursive: true }).then(launch))
  const page = async () => (await running()).firstWindow()
  const close = async () => {
    const closing = app
    app = null
    await closing?.close()
  }
  const helpers = {
    /** Where the app of this tour keeps things, and a folder for what the steps let it produce. */
    folders,
    /** The ElectronApplication of Playwright, for other windows and for answering file dialogs. */
    app: running,
    /** Ends the app and starts it again on the same data; answers the new first window. */
    relaunch: async () => {
      await close()
      return page()
    },
    /** Copies a file that the app produced beside the tour and links it from the page. */
    attach: async (path, title) => {
      const name = basename(path)
      await copyFile(path, join(folder, 'files', name))
      files.push({ name, title, size: megabytes((await stat(path)).size) })
    },
  }
  return { page, close, helpers, files }
}

async function withLimit(limit, work) {
  let timer
  const expired = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not done within ${limit / 1000} s`)), limit)
  })
  return Promise.race([work, expired]).finally(() => clearTimeout(timer))
}
