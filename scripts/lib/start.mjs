import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { ExplainedError } from './ExplainedError.mjs'
import { ensureBuilt } from './build.mjs'
import { createLog } from './log.mjs'
import { ensureInstalled } from './nodeModules.mjs'
import { projectRoot } from './paths.mjs'
import { runApp } from './runApp.mjs'
import { sampleEnvironment, sampleFolder } from './sampleWorkspace.mjs'
import { hasDisplay } from './virtualDisplay.mjs'
import { withApp } from './withApp.mjs'

const USAGE = 'npm start [-- --fresh] [--tour]'

export async function start(args) {
  const log = createLog()
  const { fresh, tour } = readFlags(args)
  await ensureInstalled({ log })
  await ensureBuilt({ log })
  if (fresh) {
    rmSync(sampleFolder, { recursive: true, force: true })
    log.line(`${sampleFolder} is empty again.`)
  }
  if (tour || !hasDisplay()) return takeTour(tour === true, log)
  return withApp(log, (electron) => openSample(electron, log))
}

function readFlags(args) {
  try {
    return parseArgs({ args, options: { fresh: { type: 'boolean' }, tour: { type: 'boolean' } } }).values
  } catch (error) {
    throw new ExplainedError(error.message, USAGE)
  }
}

async function openSample(electron, log) {
  log.line(`Opening Plumbline on the sample workspace in ${sampleFolder} ("npm start -- --fresh" resets it).`)
  return runApp(electron, sampleEnvironment)
}

async function takeTour(asked, log) {
  log.line(asked ? 'Taking the tour.' : 'There is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set), so the app takes a tour of itself in pictures.')
  // Only here: it needs packages that were not installed when this file was read.
  const { takePictures } = await import('../tour/takePictures.mjs')
  // The pictures of the README are part of the repository, so they only change when somebody asks for it.
  const keepFolder = asked ? join(projectRoot, 'docs', 'pictures') : null
  return withApp(log, (electron) => takePictures({ electron, log, dataFolder: join(sampleFolder, 'tour'), keepFolder }), { unseen: true })
}
