import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { seconds } from '../lib/log.mjs'
import { projectRoot } from '../lib/paths.mjs'
import { createDesk } from './createDesk.mjs'
import { tourPage } from './tourPage.mjs'
import { steps as story } from './steps.mjs'

const STEP_LIMIT = 60_000

/**
 * Walks through the built app step by step, takes a light and a dark picture of each, and writes
 * tour/index.html. With `keepFolder` the pictures that the README shows are put there too.
 * Answers 1 when a step failed; the page then ends with that step and its message.
 */
export async function takePictures({ electron, log, dataFolder, folder = join(projectRoot, 'tour'), steps = story, keepFolder = null }) {
  const started = Date.now()
  await rm(folder, { recursive: true, force: true })
  await rm(dataFolder, { recursive: true, force: true })
  await mkdir(join(folder, 'files'), { recursive: true })
  if (keepFolder !== null) await mkdir(keepFolder, { recursive: true })
  const desk = createDesk({ electron, dataFolder, folder })
  const shown = []
  try {
    for (const [index, step] of steps.entries()) {
      log.line(`Tour ${index + 1} of ${steps.length}: ${step.caption}`)
      shown.push(await takeStep(desk, step, index, { folder, keepFolder }))
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

async function takeStep(desk, step, index, { folder, keepFolder }) {
  const name = String(index + 1).padStart(2, '0')
  let shownPage = null
  let problem = null
  try {
    shownPage = await withLimit(STEP_LIMIT, desk.page().then((page) => step.run(page, desk.helpers)))
  } catch (error) {
    problem = error.message
  }
  const page = shownPage ?? (await desk.page().catch(() => null))
  const looks = page === null ? null : await bothLooks(page).catch(() => null)
  if (looks === null) return { caption: step.caption, text: step.text, pictures: [], problem }
  const pictures = await keep(looks, folder, { light: `${name}.png`, dark: `${name}-dark.png` })
  if (keepFolder !== null && step.keepAs && problem === null) await keep(looks, keepFolder, { light: `${step.keepAs}-light.png`, dark: `${step.keepAs}-dark.png` })
  return { caption: step.caption, text: step.text, pictures, problem }
}

/** The same screen in both looks. */
async function bothLooks(page) {
  const take = async (colorScheme) => {
    await page.emulateMedia({ colorScheme })
    return page.screenshot({ animations: 'disabled', caret: 'hide' })
  }
  const dark = await take('dark')
  return { dark, light: await take('light') }
}

/** Writes the pictures and answers their names; one where the looks do not differ. */
async function keep({ light, dark }, folder, names) {
  await writeFile(join(folder, names.light), light)
  if (light.equals(dark)) return [names.light]
  await writeFile(join(folder, names.dark), dark)
  return [names.light, names.dark]
}

async function withLimit(limit, work) {
  let timer
  const expired = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not done within ${limit / 1000} s`)), limit)
  })
  return Promise.race([work, expired]).finally(() => clearTimeout(timer))
}
